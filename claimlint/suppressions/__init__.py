"""Findings that are known: what articles and baselines silence, and what reviewers decided."""
