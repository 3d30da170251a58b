"""Who wrote a review, and of which product. Its seller and its order are told by the links of those."""

from sqlalchemy.orm import Mapped

from mercato.kernel.db import Record, index_live, unique_live


class CustomerReview(Record, prefix="cusrev"):
    """The author of a review."""

    __tablename__ = "customer_customer_review_review"
    __table_args__ = (
        unique_live("customer_customer_review_review", "review_id"),
        index_live("customer_customer_review_review", "customer_id"),
    )

    customer_id: Mapped[str]
    review_id: Mapped[str]


class ProductReview(Record, prefix="prodrev"):
    """The product of a review."""

    __tablename__ = "product_product_review_review"
    __table_args__ = (
        unique_live("product_product_review_review", "review_id"),
        index_live("product_product_review_review", "product_id"),
    )

    product_id: Mapped[str]
    review_id: Mapped[str]
