"""Units and deadlines: entry, roster, matrix, calendar."""
