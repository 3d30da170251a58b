"""A carrier for tests and demonstrations, with prices by weight of the basket."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any


class FakeCarrier:
    """Asks a base price, and so much for each piece. `data` may override both: `{base, piece}`."""

    id = "fake_carrier"

    def __init__(self, *, base: Decimal = Decimal(4), piece: Decimal = Decimal("0.5")) -> None:
        self.base = base
        self.piece = piece

    def options(self) -> list[dict[str, Any]]:
        """One service."""
        return [{"id": "parcel"}]

    def calculates(self, data: Mapping[str, Any]) -> bool:
        """Only parcels."""
        return data.get("id", "parcel") == "parcel"

    async def price(self, data: Mapping[str, Any], basket: Mapping[str, Any]) -> Decimal:
        """Base price plus pieces."""
        base, piece = Decimal(str(data.get("base", self.base))), Decimal(str(data.get("piece", self.piece)))
        return base + piece * sum(int(item["quantity"]) for item in basket.get("items", []))
