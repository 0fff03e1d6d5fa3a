"""The clauses of treaties: who is bound to what, by how much, by when, counted from what."""
