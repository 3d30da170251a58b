"""Writing products and their groups."""
