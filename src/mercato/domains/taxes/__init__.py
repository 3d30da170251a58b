"""Tax settings: regions, rates, and what a rate holds for."""
