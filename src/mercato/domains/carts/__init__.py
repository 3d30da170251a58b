"""Carts: what a shopper wants, from many sellers, until it is paid for."""
