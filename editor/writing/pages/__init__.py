"""Paragraphs become pages: broken into lines, set in rows, put on sheets."""
