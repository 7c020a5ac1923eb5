"""What the notice is made of, paragraph by paragraph, before any file format."""
