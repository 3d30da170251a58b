"""What the marketplace asks of a payment provider.

Amounts are decimals in the main unit of the currency. Every call that moves money carries an idempotency key: a
provider that sees a key again answers as it did the first time.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any, Protocol


class Outcome(StrEnum):
    """What a provider says of a payment."""

    PENDING = "pending"
    REQUIRES_MORE = "requires_more"
    AUTHORIZED = "authorized"
    CAPTURED = "captured"
    CANCELED = "canceled"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in the main unit of a currency (small letters)."""

    amount: Decimal
    currency_code: str


@dataclass(frozen=True, slots=True)
class Said:
    """A provider's answer: where the payment stands and what to remember of it."""

    outcome: Outcome
    data: dict[str, Any]
    reason: str | None = None


class PaymentPort(Protocol):
    """A payment provider. `remote` tells whether its calls leave this process, and so may be lost in a crash."""

    id: str
    remote: bool

    async def initiate(self, money: Money, data: Mapping[str, Any], *, key: str) -> Said:
        """Opens a session; `data` is what the client sent for the provider."""
        ...

    async def authorize(self, money: Money, data: Mapping[str, Any], *, key: str) -> Said:
        """Promises the money of a session. A refusal is an outcome, not an exception."""
        ...

    async def capture(self, money: Money, data: Mapping[str, Any], *, key: str) -> Said:
        """Takes promised money."""
        ...

    async def refund(self, money: Money, data: Mapping[str, Any], *, key: str) -> Said:
        """Gives taken money back."""
        ...

    async def cancel(self, data: Mapping[str, Any], *, key: str) -> Said:
        """Gives up what `authorize` with this key promised; no error when nothing was promised."""
        ...


class ProviderUnavailable(Exception):
    """The provider did not answer; whether it acted is unknown. Ask again with the same key."""
