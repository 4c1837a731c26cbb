"""What the matters tell us; it looks at everything and changes nothing that it looks at."""
