"""What a user sets: which rules speak, how loud, over which articles, within which limits."""
