"""Products with everything around them: prices, stock, delivery, channels, sellers."""
