"""The questions that the public's pages ask, one file for each page."""
