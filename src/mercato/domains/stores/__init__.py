"""The marketplace as one shop: its name, its currencies, its defaults."""
