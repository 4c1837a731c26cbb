"""Measuring: a home filled in bulk, and the cost of the main jobs against a bare view on the same server."""
