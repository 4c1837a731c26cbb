"""Backup and restore: the database of either engine and the files in one folder, the keys in another."""
