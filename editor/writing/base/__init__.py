"""What any file is written with: text made fit, tables, packing, and what came of it."""
