"""Delivery by the shop's own hands: prices are written down, nothing is booked anywhere."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from mercato.kernel.errors import NotAllowed


class ManualFulfillment:
    """The provider that every installation has."""

    id = "manual_manual"

    def options(self) -> list[dict[str, Any]]:
        """A way there and a way back."""
        return [{"id": "manual-fulfillment"}, {"id": "manual-fulfillment-return", "is_return": True}]

    def calculates(self, data: Mapping[str, Any]) -> bool:
        """Never."""
        del data
        return False

    async def price(self, data: Mapping[str, Any], basket: Mapping[str, Any]) -> Decimal:
        """Refuses: there is nobody to ask."""
        del data, basket
        raise NotAllowed(f"Provider {self.id} cannot calculate prices")
