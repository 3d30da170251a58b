"""What operators and sellers do with orders as wholes."""
