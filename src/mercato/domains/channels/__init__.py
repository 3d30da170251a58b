"""Sales channels: where products are offered."""
