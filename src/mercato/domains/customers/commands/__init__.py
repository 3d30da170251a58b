"""Writing customers."""
