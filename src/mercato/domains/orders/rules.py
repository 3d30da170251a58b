"""How the states of orders and sets follow from their parcels and payments. Pure; rows are objects as on the wire."""

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

Wire = Mapping[str, Any]

_STAMPS: Final = (
    ("canceled_at", "canceled"),
    ("delivered_at", "delivered"),
    ("shipped_at", "shipped"),
    ("packed_at", "fulfilled"),
)
_PROGRESS: Final = ("delivered", "shipped", "fulfilled")


def fulfillment_status(parcels: Sequence[Wire], lines: Sequence[Wire]) -> str:
    """The state of an order's delivery.

    Each parcel counts once, by the furthest thing that happened to it. The furthest state of any parcel holds for the
    order when every parcel that was not canceled has reached it and nothing is left to pack; `partially_…` otherwise.
    """
    counted = Counter(_parcel_state(parcel) for parcel in parcels)
    standing = len(parcels) - counted["canceled"]
    left = any(int(line["detail"]["fulfilled_quantity"]) < int(line["detail"]["quantity"]) for line in lines)
    for state in _PROGRESS:
        if counted[state]:
            return state if counted[state] == standing and not left else f"partially_{state}"
    return "canceled" if parcels and standing == 0 else "not_fulfilled"


def payment_status(collections: Sequence[Wire]) -> str:
    """The state of an order's payment over all its payment collections.

    A collection counts one for captured (refunded) when its whole amount is, and a half when a part is.
    """
    counted = Counter(str(collection["status"]) for collection in collections)
    captured = sum((_point(c, "captured_amount") for c in collections), Decimal(0))
    refunded = sum((_point(c, "refunded_amount") for c in collections if c.get("refunded_amount")), Decimal(0))
    standing = len(collections) - counted["canceled"]
    if counted["requires_action"]:
        return "requires_action"
    if refunded > 0:
        return "refunded" if refunded == captured else "partially_refunded"
    if captured > 0:
        return "captured" if captured == standing else "partially_captured"
    if counted["authorized"]:
        return "authorized" if counted["authorized"] == standing else "partially_authorized"
    if collections and standing == 0:
        return "canceled"
    return "awaiting" if counted["awaiting"] else "not_paid"


def set_status(statuses: Sequence[str]) -> str:
    """The state of a purchase from its orders': all completed, all canceled, or still going on."""
    if all(status == "completed" for status in statuses):
        return "completed"
    if all(status == "canceled" for status in statuses):
        return "canceled"
    return "requires_action" if "requires_action" in statuses else "pending"


def set_fulfillment_status(statuses: Sequence[str]) -> str:
    """The state of a purchase's delivery from its orders'."""
    for state in ("canceled", "delivered", "fulfilled", "shipped"):
        if statuses and all(status == state for status in statuses):
            return state
    for state in _PROGRESS:
        if any(status in (state, f"partially_{state}") for status in statuses):
            return f"partially_{state}"
    return "not_fulfilled"


def _parcel_state(parcel: Wire) -> str:
    return next((state for stamp, state in _STAMPS if parcel.get(stamp)), "not_fulfilled")


def _point(collection: Wire, amount: str) -> Decimal:
    whole, part = Decimal(collection["amount"]), Decimal(collection.get(amount) or 0)
    if part <= 0 and whole > 0:
        return Decimal(0)
    if whole == 0 and amount == "captured_amount" and collection["status"] not in ("completed", "authorized"):
        return Decimal(0)
    return Decimal(1) if whole <= part else Decimal("0.5")
