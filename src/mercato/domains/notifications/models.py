"""The table of notifications."""

from enum import StrEnum
from typing import Any

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from mercato.kernel.db import Record, index_live, unique_live


class Channel(StrEnum):
    """Where a notification goes: by mail, into the operator's feed, or into the feed of the seller that `to` names."""

    EMAIL = "email"
    FEED = "feed"
    SELLER_FEED = "seller_feed"


class NotificationStatus(StrEnum):
    """Whether a notification arrived. What only stands in a feed has arrived when it is written."""

    PENDING = "pending"
    SUCCESS = "success"
    FAILURE = "failure"


class Notification(Record, prefix="noti"):
    """One message to one receiver. `data` is what its template is filled with, `content` what stands beside it."""

    __tablename__ = "notification"
    __table_args__ = (
        index_live("notification", "channel", "to"),
        unique_live("notification", "idempotency_key"),
        Index("ix_notification_created_at_id", "created_at", "id"),
    )

    to: Mapped[str]
    from_: Mapped[str | None] = mapped_column("from")
    channel: Mapped[Channel]
    template: Mapped[str]
    data: Mapped[dict[str, Any] | None]
    content: Mapped[dict[str, Any] | None]
    provider_data: Mapped[dict[str, Any] | None]
    trigger_type: Mapped[str | None]
    resource_id: Mapped[str | None]
    resource_type: Mapped[str | None]
    receiver_id: Mapped[str | None]
    original_notification_id: Mapped[str | None]
    idempotency_key: Mapped[str | None]
    external_id: Mapped[str | None]
    provider_id: Mapped[str | None]
    status: Mapped[NotificationStatus] = mapped_column(default=NotificationStatus.PENDING)
