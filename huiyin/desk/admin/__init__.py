"""管理: organs, posts, officers, categories, and the rules to read; without code, and without seeing any matter."""
