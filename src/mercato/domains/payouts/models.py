"""Tables of payout accounts and payouts."""

from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from mercato.kernel.db import Record, index_live, unique_live


class PayoutAccountStatus(StrEnum):
    """Whether the provider pays to this account."""

    PENDING = "pending"
    ACTIVE = "active"
    DISABLED = "disabled"


class PayoutAccount(Record, prefix="pacc"):
    """The seller's account with the payout provider."""

    __tablename__ = "payout_account"

    status: Mapped[PayoutAccountStatus] = mapped_column(default=PayoutAccountStatus.PENDING)
    reference_id: Mapped[str]
    data: Mapped[dict[str, Any]]
    context: Mapped[dict[str, Any] | None]


class PayoutOnboarding(Record, prefix="onb"):
    """The provider's sign-up of an account."""

    __tablename__ = "onboarding"
    __table_args__ = (unique_live("onboarding", "payout_account_id"),)

    data: Mapped[dict[str, Any] | None]
    context: Mapped[dict[str, Any] | None]
    payout_account_id: Mapped[str] = mapped_column(ForeignKey("payout_account.id"))


class Payout(Record, prefix="pout"):
    """One transfer to a seller. `amount` in the main unit of the currency."""

    __tablename__ = "payout"
    __table_args__ = (index_live("payout", "payout_account_id"),)

    currency_code: Mapped[str]
    amount: Mapped[Decimal]
    data: Mapped[dict[str, Any] | None]
    payout_account_id: Mapped[str] = mapped_column(ForeignKey("payout_account.id"))


class PayoutReversal(Record, prefix="prev"):
    """Money taken back from a payout."""

    __tablename__ = "payout_reversal"
    __table_args__ = (index_live("payout_reversal", "payout_id"),)

    currency_code: Mapped[str]
    amount: Mapped[Decimal]
    data: Mapped[dict[str, Any] | None]
    payout_id: Mapped[str] = mapped_column(ForeignKey("payout.id"))


class OrderPayout(Record, prefix="ordpout"):
    """Which order a payout pays for."""

    __tablename__ = "order_payout"
    __table_args__ = (unique_live("order_payout", "payout_id"), index_live("order_payout", "order_id"))

    order_id: Mapped[str]
    payout_id: Mapped[str]
