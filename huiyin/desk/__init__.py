"""The officers' door: forms, pages and shapes; no rules of law."""
