"""The Regulation as tables and pure functions: no Django, no input or output but its own data files."""
