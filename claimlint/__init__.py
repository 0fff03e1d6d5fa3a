"""claimlint: figures, dates and treaty clauses that cannot all be true."""

__version__ = "0.1.0"
