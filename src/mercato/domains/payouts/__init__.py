"""Payouts: the money of a sale on its way to the seller."""
