"""Logins and the accounts of operators: identities, users, invites, API keys, sessions."""
