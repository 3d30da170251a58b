"""A seller's own products."""
