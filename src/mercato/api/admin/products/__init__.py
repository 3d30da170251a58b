"""Products, for the operator."""
