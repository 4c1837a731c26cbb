"""What the matters tell us: likeness, counts, indicators, reports; about organs and matters, never about people."""
