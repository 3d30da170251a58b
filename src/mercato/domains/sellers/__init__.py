"""Sellers: the shops of the marketplace, their members, invitations and onboarding; and what belongs to whom."""
