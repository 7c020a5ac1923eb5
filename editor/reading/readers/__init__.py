"""From a file to lines: one reader for each format, and what they share."""
