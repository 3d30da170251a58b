"""Writing orders."""
