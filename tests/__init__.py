"""The tests, as a package of their own: another distribution brings one of the same name."""
