"""The guide and the walk through the example."""
