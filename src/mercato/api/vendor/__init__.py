"""Routes of sellers. Every handler is scoped by the seller of the token."""
