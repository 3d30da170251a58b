"""Payments: what is to be paid, the sessions with providers, what was captured and given back."""
