"""Ways out: each takes an envelope and answers whether it was sent, may be later, or never will be."""
