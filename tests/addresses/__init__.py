"""The walls of the house: every address, and who is let in where."""
