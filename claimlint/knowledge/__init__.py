"""The knowledge files: finding them, reading them strictly, keeping what was made of them."""
