"""Twenty ledgers as filthy as offices keep them, each with the truth beside it."""
