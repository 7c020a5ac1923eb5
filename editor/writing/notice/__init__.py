"""The notice itself: its elements as a .docx, as pages, as text for a website and in extracts."""
