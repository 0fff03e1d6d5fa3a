"""Claims -> topics: which articles tell one story, which claims are about one thing, which of them conflict."""
