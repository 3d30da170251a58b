"""Writing tax settings."""
