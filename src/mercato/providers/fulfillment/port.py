"""What the marketplace asks of a fulfilment provider."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Protocol


class FulfillmentPort(Protocol):
    """A fulfilment provider: a carrier, or the shop's own hands."""

    id: str

    def options(self) -> list[dict[str, Any]]:
        """The services it offers, `{id, is_return?, …}`, from which an option's `data` is chosen."""
        ...

    def calculates(self, data: Mapping[str, Any]) -> bool:
        """Whether it can tell the price of an option with this data."""
        ...

    async def price(self, data: Mapping[str, Any], basket: Mapping[str, Any]) -> Decimal:
        """The price of a delivery: `data` is the option's, `basket` says what goes where, in which currency."""
        ...
