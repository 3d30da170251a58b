"""Tables of returns."""

from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from mercato.kernel.db import HasMetadata, Record, index_live, unique_live


class ReturnStatus(StrEnum):
    """Where a return stands."""

    OPEN = "open"
    REQUESTED = "requested"
    PARTIALLY_RECEIVED = "partially_received"
    RECEIVED = "received"
    CANCELED = "canceled"


class Return(HasMetadata, Record, prefix="return"):
    """Pieces of an order that come back. `refund_amount` in the main unit."""

    __tablename__ = "return"
    __table_args__ = (unique_live("return", "display_id"), index_live("return", "order_id"))

    display_id: Mapped[int]
    order_id: Mapped[str] = mapped_column(ForeignKey("order.id"))
    claim_id: Mapped[str | None]
    exchange_id: Mapped[str | None]
    order_version: Mapped[int]
    status: Mapped[ReturnStatus] = mapped_column(default=ReturnStatus.OPEN)
    location_id: Mapped[str | None]
    no_notification: Mapped[bool | None]
    refund_amount: Mapped[Decimal | None]
    created_by: Mapped[str | None]
    requested_at: Mapped[datetime | None]
    received_at: Mapped[datetime | None]
    canceled_at: Mapped[datetime | None]


class ReturnItem(HasMetadata, Record, prefix="retitem"):
    """Pieces of one line in a return."""

    __tablename__ = "return_item"
    __table_args__ = (index_live("return_item", "return_id"), index_live("return_item", "item_id"))

    return_id: Mapped[str] = mapped_column(ForeignKey("return.id"))
    item_id: Mapped[str] = mapped_column(ForeignKey("order_line_item.id"))
    reason_id: Mapped[str | None]
    quantity: Mapped[int]
    received_quantity: Mapped[int] = mapped_column(default=0)
    damaged_quantity: Mapped[int] = mapped_column(default=0)
    note: Mapped[str | None]
