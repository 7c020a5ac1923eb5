"""The tables that go with the notice: their rows, and the rows as .docx and .xlsx."""
