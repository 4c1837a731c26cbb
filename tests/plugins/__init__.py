"""What pytest loads before Django does."""
