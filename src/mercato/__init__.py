"""Mercato: a self-hosted multi-vendor marketplace backend."""

__version__ = "0.1.0"
