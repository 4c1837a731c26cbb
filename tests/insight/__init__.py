"""What the matters tell us."""
