"""An office's own template, made from a sample of its notices."""
