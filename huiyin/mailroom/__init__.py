"""What leaves and what arrives: notices, channels, imported messages."""
