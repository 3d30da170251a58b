"""Parcels: what was packed, shipped, delivered."""
