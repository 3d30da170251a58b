"""Tables of payments. Amounts in the main unit of the currency."""

from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from mercato.kernel.db import HasMetadata, Record, Stamped, index_live, unique_live


class PaymentProvider(Stamped):
    """A way of paying that the program knows (`pp_system_default`). Rows follow the adapters."""

    __tablename__ = "payment_provider"

    id: Mapped[str] = mapped_column(primary_key=True, sort_order=-1)
    is_enabled: Mapped[bool] = mapped_column(default=True)


class CollectionStatus(StrEnum):
    """Where a payment collection stands."""

    NOT_PAID = "not_paid"
    AWAITING = "awaiting"
    AUTHORIZED = "authorized"
    PARTIALLY_AUTHORIZED = "partially_authorized"
    CANCELED = "canceled"
    FAILED = "failed"
    PARTIALLY_CAPTURED = "partially_captured"
    COMPLETED = "completed"


class SessionStatus(StrEnum):
    """Where a session with a provider stands."""

    AUTHORIZED = "authorized"
    CAPTURED = "captured"
    PENDING = "pending"
    REQUIRES_MORE = "requires_more"
    ERROR = "error"
    CANCELED = "canceled"


class PaymentCollection(HasMetadata, Record, prefix="pay_col"):
    """What is to be paid for one cart or order."""

    __tablename__ = "payment_collection"

    currency_code: Mapped[str]
    amount: Mapped[Decimal]
    authorized_amount: Mapped[Decimal | None]
    captured_amount: Mapped[Decimal | None]
    refunded_amount: Mapped[Decimal | None]
    completed_at: Mapped[datetime | None]
    status: Mapped[CollectionStatus] = mapped_column(default=CollectionStatus.NOT_PAID)


class PaymentSession(HasMetadata, Record, prefix="payses"):
    """An attempt to pay with one provider."""

    __tablename__ = "payment_session"
    __table_args__ = (index_live("payment_session", "payment_collection_id"),)

    currency_code: Mapped[str]
    amount: Mapped[Decimal]
    provider_id: Mapped[str]
    data: Mapped[dict[str, Any]]
    context: Mapped[dict[str, Any] | None]
    status: Mapped[SessionStatus] = mapped_column(default=SessionStatus.PENDING)
    authorized_at: Mapped[datetime | None]
    payment_collection_id: Mapped[str] = mapped_column(ForeignKey("payment_collection.id"))


class Payment(HasMetadata, Record, prefix="pay"):
    """Money that a provider has promised or delivered. `capturing_amount` is what it is being asked to take."""

    __tablename__ = "payment"
    __private__ = "capturing_amount"
    __table_args__ = (
        index_live("payment", "payment_collection_id"),
        unique_live("payment", "payment_session_id"),
    )

    amount: Mapped[Decimal]
    currency_code: Mapped[str]
    provider_id: Mapped[str]
    data: Mapped[dict[str, Any] | None]
    capturing_amount: Mapped[Decimal | None]
    captured_at: Mapped[datetime | None]
    canceled_at: Mapped[datetime | None]
    payment_collection_id: Mapped[str] = mapped_column(ForeignKey("payment_collection.id"))
    payment_session_id: Mapped[str] = mapped_column(ForeignKey("payment_session.id"))


class Capture(HasMetadata, Record, prefix="capt"):
    """Money taken."""

    __tablename__ = "capture"
    __table_args__ = (index_live("capture", "payment_id"),)

    amount: Mapped[Decimal]
    created_by: Mapped[str | None]
    payment_id: Mapped[str] = mapped_column(ForeignKey("payment.id"))


class RefundReason(HasMetadata, Record, prefix="refr"):
    """Why money is given back."""

    __tablename__ = "refund_reason"

    label: Mapped[str]
    code: Mapped[str]
    description: Mapped[str | None]


class Refund(HasMetadata, Record, prefix="ref"):
    """Money given back."""

    __tablename__ = "refund"
    __table_args__ = (index_live("refund", "payment_id"),)

    amount: Mapped[Decimal]
    note: Mapped[str | None]
    refund_reason_id: Mapped[str | None] = mapped_column(ForeignKey("refund_reason.id"))
    created_by: Mapped[str | None]
    payment_id: Mapped[str] = mapped_column(ForeignKey("payment.id"))


class AttemptState(StrEnum):
    """Where a call to a provider stands: `open` may have reached it, and is finished or voided by the recovery job."""

    OPEN = "open"
    DONE = "done"
    VOIDED = "voided"


class PaymentAttempt(Record, prefix="payatt"):
    """The intent to authorise a session, committed before the provider is called, so that a crash leaves a trace."""

    __tablename__ = "payment_attempt"
    __table_args__ = (index_live("payment_attempt", "state", "created_at"),)

    cart_id: Mapped[str]
    payment_session_id: Mapped[str]
    provider_id: Mapped[str]
    amount: Mapped[Decimal]
    currency_code: Mapped[str]
    data: Mapped[dict[str, Any]]
    state: Mapped[AttemptState] = mapped_column(default=AttemptState.OPEN)
