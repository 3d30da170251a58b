"""Routes under /auth: open to everybody; what they check are the credentials themselves."""
