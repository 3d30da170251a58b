"""Switches of the marketplace: who may create products, and whether the operator approves them."""
