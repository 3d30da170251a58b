"""Commissions: what the marketplace keeps of each sale, by rule, per order line."""
