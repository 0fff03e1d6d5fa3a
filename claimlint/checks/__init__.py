"""The checks: rule files, and what compares claims by them."""
