"""What arrives in bulk: sheets of petitions that were received elsewhere."""
