"""Text -> mentions: the figures, dates and clauses, and what their words allow."""
