"""The redline: one plan as tracked changes against another."""
