"""The notice's look: the template, its page, and how it departs from the standard."""
