"""From which shelf a line is served. Pure: the same choice is made for a basket and at the till."""

from collections.abc import Iterable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from mercato.kernel.errors import NotAllowed

Free: TypeAlias = MutableMapping[tuple[str, str], int]
"""(inventory item, location) -> what is free there; locations that are asked first stand first."""
Parts: TypeAlias = Mapping[str, Sequence[tuple[str, int]]]
"""Variant -> the items it consists of, with how many of each."""


@dataclass(frozen=True, slots=True)
class Want:
    """Pieces of a variant that a line needs."""

    line_item_id: str
    variant_id: str
    quantity: int
    allow_backorder: bool = False


@dataclass(frozen=True, slots=True)
class Placement:
    """A quantity of an item that a line gets from a location."""

    want: Want
    inventory_item_id: str
    location_id: str
    quantity: int


class Shortage(NotAllowed):
    """No location holds what a line needs of an item. `location_id` is None when the item lies at none of them."""

    def __init__(self, inventory_item_id: str, location_id: str | None) -> None:
        where = "any location of the sales channel" if location_id is None else f"location {location_id}"
        super().__init__(f"Not enough stock available for item {inventory_item_id} at {where}")


def place(want: Want, parts: Parts, free: Free) -> list[Placement]:
    """Serves a line, each item whole from the first location that holds it, and takes it from what is free.

    A variant without items needs nothing: whether it may be sold is the caller's question.

    Raises:
        Shortage: an item is nowhere in that quantity, and the line may not be backordered. Then nothing is taken.
    """
    placements: list[Placement] = []
    for item, required in parts.get(want.variant_id, ()):
        quantity = want.quantity * required
        placements.append(Placement(want, item, _choose(item, quantity, free, want.allow_backorder), quantity))
    for placement in placements:
        free[placement.inventory_item_id, placement.location_id] -= placement.quantity
    return placements


def place_all(wants: Iterable[Want], parts: Parts, free: Free) -> list[Placement]:
    """Serves lines one after the other from the same shelves.

    Raises:
        Shortage: at the first line that cannot be served.
    """
    return [placement for want in wants for placement in place(want, parts, free)]


def place_what_fits(wants: Iterable[Want], parts: Parts, free: Free) -> None:
    """Lets lines take what they can get; a line that gets nothing leaves the shelves as they are."""
    for want in wants:
        try:
            place(want, parts, free)
        except Shortage:
            continue


def sellable(parts: Iterable[tuple[int, int]]) -> int | None:
    """How many pieces of a variant can be sold: the scarcest of its items decides; None for a variant without items.

    For each item: what is free of it at all locations together, and how many of it one piece needs. What is promised
    but not there makes the number negative. Back-orders do not change it.
    """
    return min((free // max(required, 1) for free, required in parts), default=None)


def _choose(item: str, quantity: int, free: Free, allow_backorder: bool) -> str:
    places = [location for stocked, location in free if stocked == item]
    for location in places:
        if free[item, location] >= quantity:
            return location
    if not places or not allow_backorder:
        raise Shortage(item, places[0] if places else None)
    return places[0]
