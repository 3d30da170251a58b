"""What things cost: prices with conditions, price lists, and whether a price contains the tax."""
