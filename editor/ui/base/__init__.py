"""What all panes are built of: rows, trees, text boxes, colours, workers."""
