"""Huiyin (回音, an echo): every matter gets an answer, and the person who asked can prove it."""
