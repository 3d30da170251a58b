"""What customers think of products and sellers."""
