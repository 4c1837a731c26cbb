"""Random stories: whoever does whatever is open, on whatever day, what must always hold holds after every act."""
