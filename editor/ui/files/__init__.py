"""Opening, saving, recovering and exporting files."""
