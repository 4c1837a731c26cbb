"""Huiyin (回音): petition software in which every matter gets an answer, and the person can prove it."""

__version__ = "0.1.0"
