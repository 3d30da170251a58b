"""What of other domains belongs to an order."""

from sqlalchemy.orm import Mapped

from mercato.kernel.db import Record, index_live, unique_live


class OrderPromotion(Record, prefix="orderpromo"):
    """A promotion that took something off an order."""

    __tablename__ = "order_promotion"
    __table_args__ = (
        unique_live("order_promotion", "order_id", "promotion_id"),
        index_live("order_promotion", "promotion_id"),
    )

    order_id: Mapped[str]
    promotion_id: Mapped[str]


class OrderReview(Record, prefix="ordrev"):
    """The order that a review follows."""

    __tablename__ = "order_order_review_review"
    __table_args__ = (
        unique_live("order_order_review_review", "review_id"),
        index_live("order_order_review_review", "order_id"),
    )

    order_id: Mapped[str]
    review_id: Mapped[str]
