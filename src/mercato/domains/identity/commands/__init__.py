"""Writing logins and what hangs on them."""
