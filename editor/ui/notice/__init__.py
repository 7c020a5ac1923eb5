"""page_area The notice: its details, template and localities, and its pages."""
