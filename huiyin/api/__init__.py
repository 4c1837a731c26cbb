"""Answers for machines: the main path as REST."""
