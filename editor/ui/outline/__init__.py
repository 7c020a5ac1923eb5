"""The outlines, the editor of one block, findings, and what is done with measures."""
