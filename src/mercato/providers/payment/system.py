"""The provider for payments that are settled outside the program: every promise holds, no call leaves the process."""

from collections.abc import Mapping
from typing import Any

from mercato.providers.payment.port import Money, Outcome, Said


class SystemPayments:
    """`pp_system_default`: manual payments, and orders that cost nothing."""

    id = "pp_system_default"
    remote = False

    async def initiate(self, money: Money, data: Mapping[str, Any], *, key: str) -> Said:
        """A session is open at once, with what the client sent as its data."""
        del money, key
        return Said(Outcome.PENDING, dict(data))

    async def authorize(self, money: Money, data: Mapping[str, Any], *, key: str) -> Said:
        """Always promised."""
        del money, key
        return Said(Outcome.AUTHORIZED, dict(data))

    async def capture(self, money: Money, data: Mapping[str, Any], *, key: str) -> Said:
        """Taken at once."""
        del money, key
        return Said(Outcome.CAPTURED, dict(data))

    async def refund(self, money: Money, data: Mapping[str, Any], *, key: str) -> Said:
        """Given back by hand."""
        del money, key
        return Said(Outcome.CAPTURED, dict(data))

    async def cancel(self, data: Mapping[str, Any], *, key: str) -> Said:
        """Nothing to give up."""
        del key
        return Said(Outcome.CANCELED, dict(data))
