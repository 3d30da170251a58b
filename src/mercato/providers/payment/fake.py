"""A payment provider for tests that keeps books like a real one: idempotent by key; it may refuse or hang up."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from mercato.providers.payment.port import Money, Outcome, ProviderUnavailable, Said


@dataclass
class FakePayments:
    """A remote provider in memory. `authorized`, `captured`, `refunded`: key -> amount that stands."""

    id: str = "pp_fake_fake"
    remote: bool = True
    authorized: dict[str, Decimal] = field(default_factory=dict[str, Decimal])
    captured: dict[str, Decimal] = field(default_factory=dict[str, Decimal])
    refunded: dict[str, Decimal] = field(default_factory=dict[str, Decimal])
    calls: list[str] = field(default_factory=list[str])
    refuse: bool = False
    hang_up_after: bool = False
    away: bool = False
    meanwhile: Callable[[], Awaitable[object]] | None = None
    """What else happens while the provider works."""

    async def initiate(self, money: Money, data: Mapping[str, Any], *, key: str) -> Said:
        """Opens a session."""
        self.calls.append("initiate")
        return Said(Outcome.PENDING, {**data, "id": key, "amount": str(money.amount)})

    async def authorize(self, money: Money, data: Mapping[str, Any], *, key: str) -> Said:
        """Promises, refuses, or promises and then drops the line."""
        self.calls.append("authorize")
        if self.refuse:
            return Said(Outcome.ERROR, dict(data), "card declined")
        self.authorized.setdefault(key, money.amount)
        if self.hang_up_after:
            raise ProviderUnavailable("connection lost")
        return Said(Outcome.AUTHORIZED, {**data, "authorization": key})

    async def capture(self, money: Money, data: Mapping[str, Any], *, key: str) -> Said:
        """Takes."""
        await self._work("capture")
        if self.refuse:
            return Said(Outcome.ERROR, dict(data), "card declined")
        self.captured.setdefault(key, money.amount)
        return Said(Outcome.CAPTURED, dict(data))

    async def refund(self, money: Money, data: Mapping[str, Any], *, key: str) -> Said:
        """Gives back."""
        await self._work("refund")
        if self.refuse:
            return Said(Outcome.ERROR, dict(data), "balance too low")
        self.refunded.setdefault(key, money.amount)
        return Said(Outcome.CAPTURED, dict(data))

    async def cancel(self, data: Mapping[str, Any], *, key: str) -> Said:
        """Gives up a promise."""
        await self._work("cancel")
        self.authorized.pop(key, None)
        return Said(Outcome.CANCELED, dict(data))

    async def _work(self, call: str) -> None:
        self.calls.append(call)
        if self.away:
            raise ProviderUnavailable("no answer")
        if self.meanwhile is not None:
            await self.meanwhile()
