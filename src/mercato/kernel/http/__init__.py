"""HTTP: bodies and queries in the contract's words, answers, errors, and the edge in front of the routes."""
