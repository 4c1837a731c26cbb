"""The tests mirror the rooms of huiyin/, one file a noun."""
