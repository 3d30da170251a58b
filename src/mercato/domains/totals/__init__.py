"""The arithmetic of carts and orders: what rows cost, with tax and discounts, and what they sum up to."""
