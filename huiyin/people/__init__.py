"""Petitioners, officers, posts, organs and regions."""
