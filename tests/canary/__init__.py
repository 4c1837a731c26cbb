"""Words that must never be seen outside the compartment of what is sealed."""
