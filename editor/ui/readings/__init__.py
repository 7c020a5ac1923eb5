"""What was read beside its original, and repairs of it."""
