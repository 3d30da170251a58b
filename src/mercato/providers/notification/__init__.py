"""Services that bring messages to people."""
