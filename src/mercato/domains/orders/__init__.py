"""Orders, one per seller, and the sets that hold the orders of one purchase."""
