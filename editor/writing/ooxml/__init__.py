"""WordprocessingML: paragraphs, styles and text boxes, written and read back."""
