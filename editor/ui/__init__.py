"""The window: shows a session with Qt and turns gestures into commands. The only package that imports PySide6."""
