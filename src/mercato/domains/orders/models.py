"""Tables of orders: header, lines, shipping, money. Amounts in the main unit of the order's currency."""

from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from mercato.domains.carts.columns import AppliedDiscount, AppliedRate, ChosenDelivery, LineSnapshot, PostalAddress
from mercato.kernel.db import HasMetadata, Record, index_live, unique_live


class OrderStatus(StrEnum):
    """Where an order stands."""

    PENDING = "pending"
    COMPLETED = "completed"
    DRAFT = "draft"
    ARCHIVED = "archived"
    CANCELED = "canceled"
    REQUIRES_ACTION = "requires_action"


class OrderAddress(PostalAddress, HasMetadata, Record, prefix="ordaddr"):
    """An address of one order. A change makes a new row."""

    __tablename__ = "order_address"

    customer_id: Mapped[str | None]


class Order(HasMetadata, Record, prefix="order"):
    """An order of one seller, or of the operator when no seller is linked. `version` rises with each change."""

    __tablename__ = "order"
    __table_args__ = (
        Index("ix_order_created_at_id", "created_at", "id"),
        index_live("order", "customer_id"),
        unique_live("order", "display_id"),
    )

    display_id: Mapped[int]
    region_id: Mapped[str | None]
    customer_id: Mapped[str | None]
    version: Mapped[int] = mapped_column(default=1)
    sales_channel_id: Mapped[str | None]
    status: Mapped[OrderStatus] = mapped_column(default=OrderStatus.PENDING)
    is_draft_order: Mapped[bool] = mapped_column(default=False)
    email: Mapped[str | None]
    currency_code: Mapped[str]
    shipping_address_id: Mapped[str | None] = mapped_column(ForeignKey("order_address.id"))
    billing_address_id: Mapped[str | None] = mapped_column(ForeignKey("order_address.id"))
    no_notification: Mapped[bool | None]
    canceled_at: Mapped[datetime | None]


class OrderLineItem(LineSnapshot, HasMetadata, Record, prefix="ordli"):
    """What was bought, as it was when it was bought. Quantities stand in `OrderItem`."""

    __tablename__ = "order_line_item"


class OrderItem(HasMetadata, Record, prefix="orditem"):
    """The quantities of a line of an order, shown as the line's `detail`. One row per line, kept up to date;
    `version` is the order's, `first_version` the one in which the line appeared."""

    __tablename__ = "order_item"
    __private__ = "first_version"
    __table_args__ = (unique_live("order_item", "item_id"), index_live("order_item", "order_id"))

    order_id: Mapped[str] = mapped_column(ForeignKey("order.id"))
    version: Mapped[int] = mapped_column(default=1)
    first_version: Mapped[int] = mapped_column(default=1)
    item_id: Mapped[str] = mapped_column(ForeignKey("order_line_item.id"))
    unit_price: Mapped[Decimal | None]
    compare_at_unit_price: Mapped[Decimal | None]
    quantity: Mapped[int]
    fulfilled_quantity: Mapped[int] = mapped_column(default=0)
    delivered_quantity: Mapped[int] = mapped_column(default=0)
    shipped_quantity: Mapped[int] = mapped_column(default=0)
    return_requested_quantity: Mapped[int] = mapped_column(default=0)
    return_received_quantity: Mapped[int] = mapped_column(default=0)
    return_dismissed_quantity: Mapped[int] = mapped_column(default=0)
    written_off_quantity: Mapped[int] = mapped_column(default=0)


class OrderShippingMethod(ChosenDelivery, HasMetadata, Record, prefix="ordsm"):
    """How an order is delivered, and for how much."""

    __tablename__ = "order_shipping_method"

    is_custom_amount: Mapped[bool] = mapped_column(default=False)


class OrderShipping(Record, prefix="ordspmv"):
    """Which order, return, exchange or claim a shipping method belongs to; shown as the method's `detail`."""

    __tablename__ = "order_shipping"
    __table_args__ = (unique_live("order_shipping", "shipping_method_id"), index_live("order_shipping", "order_id"))

    order_id: Mapped[str] = mapped_column(ForeignKey("order.id"))
    return_id: Mapped[str | None]
    exchange_id: Mapped[str | None]
    claim_id: Mapped[str | None]
    version: Mapped[int] = mapped_column(default=1)
    shipping_method_id: Mapped[str] = mapped_column(ForeignKey("order_shipping_method.id"))


class OrderLineItemTaxLine(AppliedRate, Record, prefix="ordlitxl"):
    """A tax rate of a line, in percent."""

    __tablename__ = "order_line_item_tax_line"
    __table_args__ = (index_live("order_line_item_tax_line", "item_id"),)

    item_id: Mapped[str] = mapped_column(ForeignKey("order_line_item.id"))


class OrderShippingMethodTaxLine(AppliedRate, Record, prefix="ordsmtxl"):
    """A tax rate of a shipping method, in percent."""

    __tablename__ = "order_shipping_method_tax_line"
    __table_args__ = (index_live("order_shipping_method_tax_line", "shipping_method_id"),)

    shipping_method_id: Mapped[str] = mapped_column(ForeignKey("order_shipping_method.id"))


class OrderLineItemAdjustment(AppliedDiscount, Record, prefix="ordliadj"):
    """A discount on a line, for the whole line."""

    __tablename__ = "order_line_item_adjustment"
    __table_args__ = (index_live("order_line_item_adjustment", "item_id"),)

    is_tax_inclusive: Mapped[bool] = mapped_column(default=False)
    item_id: Mapped[str] = mapped_column(ForeignKey("order_line_item.id"))


class OrderShippingMethodAdjustment(AppliedDiscount, Record, prefix="ordsmadj"):
    """A discount on a shipping method, net of tax."""

    __tablename__ = "order_shipping_method_adjustment"
    __table_args__ = (index_live("order_shipping_method_adjustment", "shipping_method_id"),)

    shipping_method_id: Mapped[str] = mapped_column(ForeignKey("order_shipping_method.id"))


class OrderSummary(Record, prefix="ordsum"):
    """What the totals were at one version of an order: `original` before its last change, `current` after it."""

    __tablename__ = "order_summary"
    __table_args__ = (unique_live("order_summary", "order_id", "version"),)

    order_id: Mapped[str] = mapped_column(ForeignKey("order.id"))
    version: Mapped[int] = mapped_column(default=1)
    totals: Mapped[dict[str, Any]]


class OrderTransaction(Record, prefix="ordtrx"):
    """Money that came in (positive) or went out (negative) for an order."""

    __tablename__ = "order_transaction"
    __table_args__ = (index_live("order_transaction", "order_id"),)

    order_id: Mapped[str] = mapped_column(ForeignKey("order.id"))
    return_id: Mapped[str | None]
    exchange_id: Mapped[str | None]
    claim_id: Mapped[str | None]
    version: Mapped[int] = mapped_column(default=1)
    amount: Mapped[Decimal]
    currency_code: Mapped[str]
    reference: Mapped[str | None]
    reference_id: Mapped[str | None]


class OrderCreditLine(HasMetadata, Record, prefix="ordcl"):
    """Credit that lowers what is owed for an order."""

    __tablename__ = "order_credit_line"
    __table_args__ = (index_live("order_credit_line", "order_id"),)

    order_id: Mapped[str] = mapped_column(ForeignKey("order.id"))
    reference: Mapped[str | None]
    reference_id: Mapped[str | None]
    amount: Mapped[Decimal]
    version: Mapped[int] = mapped_column(default=1)
