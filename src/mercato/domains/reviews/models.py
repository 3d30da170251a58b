"""Tables of reviews."""

from enum import StrEnum

from sqlalchemy.orm import Mapped

from mercato.kernel.db import Record


class ReviewReference(StrEnum):
    """What a review is about."""

    PRODUCT = "product"
    SELLER = "seller"


class Review(Record, prefix="rev"):
    """What a customer thinks of a product or a seller, and what the seller answers."""

    __tablename__ = "review"

    reference: Mapped[ReviewReference]
    rating: Mapped[int]
    """From 1 to 5."""
    customer_note: Mapped[str | None]
    seller_note: Mapped[str | None]
