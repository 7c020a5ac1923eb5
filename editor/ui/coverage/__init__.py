"""What became of every superior measure and sentence, and decisions on it."""
