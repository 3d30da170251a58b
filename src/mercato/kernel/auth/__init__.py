"""Who is calling: tokens, passwords, sessions, secret keys."""
