"""What shoppers do with carts."""
