"""Routes of the operator."""
