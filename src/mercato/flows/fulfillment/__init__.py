"""Parcels of orders: packing, shipping, delivering, unpacking."""
