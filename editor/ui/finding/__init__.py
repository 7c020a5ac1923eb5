"""earlier_files Finding words, actions and wordings."""
