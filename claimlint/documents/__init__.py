"""Articles: finding them, decoding them, cutting them into paragraphs."""
