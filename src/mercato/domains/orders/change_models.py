"""Tables of changes to orders."""

from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from mercato.kernel.db import HasMetadata, Record, index_live


class ChangeStatus(StrEnum):
    """Where a change stands; `pending` and `requested` are open."""

    CONFIRMED = "confirmed"
    DECLINED = "declined"
    REQUESTED = "requested"
    PENDING = "pending"
    CANCELED = "canceled"


class OrderChange(HasMetadata, Record, prefix="ordch"):
    """One change of an order, from its proposal to its end."""

    __tablename__ = "order_change"
    __table_args__ = (index_live("order_change", "order_id", "status"),)

    order_id: Mapped[str] = mapped_column(ForeignKey("order.id"))
    return_id: Mapped[str | None]
    claim_id: Mapped[str | None]
    exchange_id: Mapped[str | None]
    version: Mapped[int]
    change_type: Mapped[str | None]
    description: Mapped[str | None]
    status: Mapped[ChangeStatus] = mapped_column(default=ChangeStatus.PENDING)
    internal_note: Mapped[str | None]
    created_by: Mapped[str | None]
    requested_by: Mapped[str | None]
    requested_at: Mapped[datetime | None]
    confirmed_by: Mapped[str | None]
    confirmed_at: Mapped[datetime | None]
    declined_by: Mapped[str | None]
    declined_reason: Mapped[str | None]
    declined_at: Mapped[datetime | None]
    canceled_by: Mapped[str | None]
    canceled_at: Mapped[datetime | None]


class OrderChangeAction(Record, prefix="ordchact"):
    """One step of a change. `ordering` rises over all orders."""

    __tablename__ = "order_change_action"
    __table_args__ = (
        index_live("order_change_action", "order_change_id"),
        index_live("order_change_action", "order_id"),
    )

    order_id: Mapped[str | None]
    return_id: Mapped[str | None]
    claim_id: Mapped[str | None]
    exchange_id: Mapped[str | None]
    ordering: Mapped[int]
    version: Mapped[int | None]
    order_change_id: Mapped[str | None] = mapped_column(ForeignKey("order_change.id"))
    reference: Mapped[str | None]
    reference_id: Mapped[str | None]
    action: Mapped[str]
    details: Mapped[dict[str, Any] | None]
    amount: Mapped[Decimal | None]
    internal_note: Mapped[str | None]
    applied: Mapped[bool] = mapped_column(default=False)
