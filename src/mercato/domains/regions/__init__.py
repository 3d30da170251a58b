"""Regions of the marketplace: currencies, countries, and how a region is paid."""
