"""The matter and every act done to it: one file per act."""
