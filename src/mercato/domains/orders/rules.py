"""How the states of orders and sets follow from their parcels and payments, and which moves of pieces are possible.

Pure. Rows are objects as on the wire.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Final

from mercato.kernel.errors import Invalid

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


@dataclass(frozen=True, slots=True)
class Pieces:
    """How many pieces of a line were ordered, and how far they went."""

    quantity: int
    fulfilled: int = 0
    shipped: int = 0
    delivered: int = 0
    return_requested: int = 0
    return_received: int = 0
    return_dismissed: int = 0
    written_off: int = 0


@dataclass(frozen=True, slots=True)
class _Move:
    """What an action counts up or down, how many pieces it may move, and what it says of more."""

    verb: str
    changes: tuple[tuple[str, int], ...]
    most: Callable[[Pieces], int]
    refusal: str


_RETURNED: Final = "Cannot receive more items than what was requested to be returned for item {line}."
_MOVES: Final = {
    "FULFILL_ITEM": _Move(
        "fulfill of",
        (("fulfilled", 1),),
        lambda p: p.quantity - p.fulfilled,
        "Cannot fulfill more items than what was ordered for item {line}.",
    ),
    "CANCEL_ITEM_FULFILLMENT": _Move(
        "cancel of",
        (("fulfilled", -1),),
        lambda p: p.fulfilled,
        "Cannot cancel more items than what was fulfilled for item {line}.",
    ),
    "SHIP_ITEM": _Move(
        "ship of",
        (("shipped", 1),),
        lambda p: p.fulfilled - p.shipped,
        "Cannot ship more items than what was fulfilled for item {line}.",
    ),
    "DELIVER_ITEM": _Move(
        "deliver of",
        (("delivered", 1),),
        lambda p: p.fulfilled - p.delivered,
        "Cannot deliver more items than what was fulfilled for item {line}.",
    ),
    "RETURN_ITEM": _Move(
        "return of",
        (("return_requested", 1),),
        lambda p: p.fulfilled - p.return_requested - p.return_received - p.return_dismissed,
        "Cannot request to return more items than what was fulfilled for item {line}.",
    ),
    "CANCEL_RETURN_ITEM": _Move(
        "cancel return of",
        (("return_requested", -1),),
        lambda p: p.return_requested,
        "Cannot cancel more items than what was requested to be returned for item {line}.",
    ),
    "RECEIVE_RETURN_ITEM": _Move(
        "receive return of",
        (("return_received", 1), ("return_requested", -1)),
        lambda p: p.return_requested,
        _RETURNED,
    ),
    "RECEIVE_DAMAGED_RETURN_ITEM": _Move(
        "return of",
        (("return_dismissed", 1), ("written_off", 1), ("return_requested", -1)),
        lambda p: p.return_requested,
        _RETURNED,
    ),
    # What came back damaged counts as written off too: a claim looks only at what was ordered.
    "WRITE_OFF_ITEM": _Move(
        "write-off",
        (("written_off", 1),),
        lambda p: p.quantity,
        "Cannot claim more items than what was ordered.",
    ),
    "REINSTATE_ITEM": _Move(
        "reinstate",
        (("written_off", -1),),
        lambda p: p.written_off,
        "Cannot unclaim more items than what was ordered.",
    ),
}


def moved(pieces: Pieces, action: str, number: int | None, *, line: str) -> Pieces:
    """A line's pieces after an action of a change (orders 16), or its refusal (orders 17). `line` is the line's id.

    Raises:
        Invalid: no number, or more pieces than the action may move.
    """
    move = _MOVES[action]
    if number is None or number < 1:
        raise Invalid(f"Quantity to {move.verb} item {line} is required.")
    if number > move.most(pieces):
        raise Invalid(move.refusal.format(line=line))
    return replace(pieces, **{name: getattr(pieces, name) + sign * number for name, sign in move.changes})


def _parcel_state(parcel: Wire) -> str:
    return next((state for stamp, state in _STAMPS if parcel.get(stamp)), "not_fulfilled")


def _point(collection: Wire, amount: str) -> Decimal:
    whole, part = Decimal(collection["amount"]), Decimal(collection.get(amount) or 0)
    if part <= 0 and whole > 0:
        return Decimal(0)
    if whole == 0 and amount == "captured_amount" and collection["status"] not in ("completed", "authorized"):
        return Decimal(0)
    return Decimal(1) if whole <= part else Decimal("0.5")
