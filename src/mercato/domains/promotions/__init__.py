"""Promotions: what makes a cart cheaper, by code or by itself, and the campaigns that bound them."""
