"""What promotions take off a basket. Pure: who loads them writes the result down."""
