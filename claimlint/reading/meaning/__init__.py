"""What the names in the grammars mean: trees -> values."""
