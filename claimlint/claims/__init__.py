"""Article -> claims: what each figure, date and clause is about, and who says it."""
