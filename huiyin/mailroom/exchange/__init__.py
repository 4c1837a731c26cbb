"""Exchange by file with other systems: what their headings and codes mean stands in one data file for each."""
