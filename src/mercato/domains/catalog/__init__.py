"""What is sold: products, their options and variants, and how they are grouped."""
