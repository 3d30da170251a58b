"""Requests of sellers that the operator accepts or rejects."""
