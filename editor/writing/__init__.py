"""Projects become files: the notice and the tables that go with it."""
