"""Plain values in; docx, PDF, QR and drawings out. Knows no matter."""
