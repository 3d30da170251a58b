"""Carts, for shoppers."""
