"""Tables of order sets: the orders of one purchase, and each one's share of the payment."""

from decimal import Decimal
from enum import StrEnum

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from mercato.kernel.db import Record, index_live, unique_live


class SplitStatus(StrEnum):
    """Where an order's share of a payment stands."""

    PENDING = "pending"
    CAPTURED = "captured"
    PARTIALLY_REFUNDED = "partially_refunded"
    REFUNDED = "refunded"
    CANCELED = "canceled"


class OrderSet(Record, prefix="ordset"):
    """One purchase: the orders that came from one cart. Unique per cart, so a cart cannot be bought twice."""

    __tablename__ = "order_set"
    __table_args__ = (
        unique_live("order_set", "cart_id"),
        unique_live("order_set", "display_id"),
        index_live("order_set", "customer_id"),
        Index("ix_order_set_created_at_id", "created_at", "id"),
    )

    display_id: Mapped[int]
    sales_channel_id: Mapped[str]
    cart_id: Mapped[str]
    customer_id: Mapped[str | None]
    payment_collection_id: Mapped[str | None]


class OrderSetOrder(Record, prefix="ordsetord"):
    """Which orders belong to a set."""

    __tablename__ = "marketplace_order_set_order_order"
    __table_args__ = (
        unique_live("marketplace_order_set_order_order", "order_id"),
        index_live("marketplace_order_set_order_order", "order_set_id"),
    )

    order_set_id: Mapped[str]
    order_id: Mapped[str]


class SplitOrderPayment(Record, prefix="sp_ord_pay"):
    """An order's share of the payment of its set. Amounts in the main unit."""

    __tablename__ = "split_order_payment"
    __table_args__ = (index_live("split_order_payment", "payment_collection_id"),)

    status: Mapped[SplitStatus] = mapped_column(default=SplitStatus.PENDING)
    currency_code: Mapped[str]
    authorized_amount: Mapped[Decimal]
    captured_amount: Mapped[Decimal] = mapped_column(default=Decimal(0))
    refunded_amount: Mapped[Decimal] = mapped_column(default=Decimal(0))
    payment_collection_id: Mapped[str]


class OrderSplitPayment(Record, prefix="ordsplit"):
    """Whose share a split payment is."""

    __tablename__ = "order_order_split_order_payment_split_order_payment"
    __table_args__ = (
        unique_live("order_order_split_order_payment_split_order_payment", "order_id"),
        unique_live("order_order_split_order_payment_split_order_payment", "split_order_payment_id"),
    )

    order_id: Mapped[str]
    split_order_payment_id: Mapped[str]


class CancellationState(StrEnum):
    """Where the calling off of a paid order stands."""

    OPEN = "open"
    DONE = "done"


class OrderCancellation(Record, prefix="ordcanc"):
    """The intent to call a paid order off, committed before a provider is asked to give the money back.

    While it is open the order does not move. The recovery job finishes what a crash leaves open; a refusal deletes it.
    """

    __tablename__ = "order_cancellation"
    __table_args__ = (
        unique_live("order_cancellation", "order_id"),
        index_live("order_cancellation", "state", "created_at"),
    )

    order_id: Mapped[str]
    payment_id: Mapped[str]
    amount: Mapped[Decimal]
    state: Mapped[CancellationState] = mapped_column(default=CancellationState.OPEN)


class OrderPaymentCollection(Record, prefix="ordpaycol"):
    """The payment collections of an order; the first one is shared by its whole set."""

    __tablename__ = "order_payment_collection"
    __table_args__ = (
        unique_live("order_payment_collection", "order_id", "payment_collection_id"),
        index_live("order_payment_collection", "payment_collection_id"),
    )

    order_id: Mapped[str]
    payment_collection_id: Mapped[str]


class OrderCart(Record, prefix="ordcart"):
    """The cart an order came from."""

    __tablename__ = "order_cart"
    __table_args__ = (unique_live("order_cart", "order_id"), index_live("order_cart", "cart_id"))

    order_id: Mapped[str]
    cart_id: Mapped[str]
