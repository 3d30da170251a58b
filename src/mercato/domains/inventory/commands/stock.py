"""The counters of stock. They move by SQL expressions with the condition in the statement.

Whoever calls these may run beside others: the condition is checked by the database on the row it has locked, so
nothing is sold twice and no counter falls below zero, whatever was read before.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import case, select, update

from mercato.domains.inventory.models import InventoryLevel, ReservationItem
from mercato.domains.inventory.queries import find_levels, free_at, item_links, not_stocked, parts_of, stocked_places
from mercato.domains.inventory.rules import Placement, Want, place_all
from mercato.kernel.db import Tx
from mercato.kernel.errors import Invalid, NotAllowed


@dataclass(frozen=True, slots=True)
class Demand:
    """A quantity of an item to be set aside at a location."""

    inventory_item_id: str
    location_id: str
    quantity: int
    line_item_id: str | None = None
    allow_backorder: bool = False
    description: str | None = None
    created_by: str | None = None
    metadata: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Pick:
    """A quantity of an item (in items, not in pieces of a kit) taken for a line at a location, or brought back."""

    line_item_id: str
    inventory_item_id: str
    location_id: str
    quantity: int


async def reserve(tx: Tx, demands: Sequence[Demand]) -> list[ReservationItem]:
    """Sets quantities aside.

    Raises:
        NotFound: an item is not stocked at its location.
        NotAllowed: less is free there than asked, and the demand may not be backordered.
    """
    await lock_levels(tx, [(demand.inventory_item_id, demand.location_id) for demand in demands])
    for demand in demands:
        await hold(tx, demand.inventory_item_id, demand.location_id, demand.quantity, backorder=demand.allow_backorder)
    rows = [
        ReservationItem(
            inventory_item_id=demand.inventory_item_id,
            location_id=demand.location_id,
            quantity=demand.quantity,
            line_item_id=demand.line_item_id,
            allow_backorder=demand.allow_backorder,
            description=demand.description,
            created_by=demand.created_by,
            metadata_=demand.metadata,
        )
        for demand in demands
    ]
    tx.add(*rows)
    await tx.flush()
    return rows


async def reserve_lines(tx: Tx, wants: Sequence[Want], *, location_ids: Sequence[str]) -> list[ReservationItem]:
    """Sets aside what lines need, each item whole at the first of the locations that holds it.

    The levels are locked before the choice, so that the choice still holds when it is written. Variants without items
    are passed over: whether they may be sold is the caller's question.

    Raises:
        Shortage: no location holds the quantity of an item, and the line may not be backordered.
    """
    parts = parts_of(await item_links(tx, [want.variant_id for want in wants]))
    items = {item for found in parts.values() for item, _ in found}
    served = set(location_ids)
    levels = await lock_levels(tx, [place for place in await stocked_places(tx, items) if place[1] in served])
    placements = place_all(wants, parts, free_at(levels, location_ids))
    return await reserve(tx, [_demand(placement) for placement in placements])


def _demand(placement: Placement) -> Demand:
    return Demand(
        inventory_item_id=placement.inventory_item_id,
        location_id=placement.location_id,
        quantity=placement.quantity,
        line_item_id=placement.want.line_item_id,
        allow_backorder=placement.want.allow_backorder,
    )


async def release(tx: Tx, line_item_ids: Iterable[str]) -> None:
    """Frees everything that is set aside for lines and forgets the reservations."""
    await release_rows(tx, await lock_reservations(tx, line_item_ids))


async def release_rows(tx: Tx, reservations: Sequence[ReservationItem]) -> None:
    """Frees reservations that the caller has locked."""
    await lock_levels(tx, [(row.inventory_item_id, row.location_id) for row in reservations])
    for row in reservations:
        await unhold(tx, row.inventory_item_id, row.location_id, row.quantity)
    await tx.delete(*reservations)


async def fulfil(tx: Tx, picks: Sequence[Pick]) -> None:
    """Goods leave the shelf: stock and the reservation of the line go down together.

    Raises:
        Invalid: more is picked than is set aside for the line.
        NotAllowed: less is in stock than picked, and the reservation was no backorder.
    """
    rows = await lock_reservations(tx, [pick.line_item_id for pick in picks])
    await lock_levels(tx, [(pick.inventory_item_id, pick.location_id) for pick in picks])
    for pick in picks:
        await _take(tx, pick, [row for row in rows if _covers(row, pick)])
    await tx.flush()


def _covers(row: ReservationItem, pick: Pick) -> bool:
    return row.line_item_id == pick.line_item_id and row.inventory_item_id == pick.inventory_item_id


async def _take(tx: Tx, pick: Pick, reservations: list[ReservationItem]) -> None:
    # What is set aside at the place of picking goes first; the rest may have been set aside elsewhere.
    reservations.sort(key=lambda row: (row.location_id != pick.location_id, row.id))
    left = pick.quantity
    for row in reservations:
        used = min(left, row.quantity)
        if used == 0:
            continue
        await unhold(tx, row.inventory_item_id, row.location_id, used)
        row.quantity -= used
        row.deleted_at = tx.now if row.quantity == 0 else None
        left -= used
    if left:
        raise Invalid(f"Quantity to fulfill exceeds the reserved quantity for the item: {pick.line_item_id}")
    backorder = any(row.allow_backorder for row in reservations)
    await adjust_stock(tx, pick.inventory_item_id, pick.location_id, -pick.quantity, below_zero=backorder)


async def restore(tx: Tx, picks: Sequence[Pick]) -> None:
    """A fulfilment did not happen: goods lie on the shelf again, and are still promised to their line."""
    rows = await lock_reservations(tx, [pick.line_item_id for pick in picks])
    await lock_levels(tx, [(pick.inventory_item_id, pick.location_id) for pick in picks])
    for pick in picks:
        await adjust_stock(tx, pick.inventory_item_id, pick.location_id, pick.quantity)
        await hold(tx, pick.inventory_item_id, pick.location_id, pick.quantity, backorder=True)
        row = next((row for row in rows if _covers(row, pick) and row.location_id == pick.location_id), None)
        if row is not None:
            row.quantity += pick.quantity
            continue
        made = ReservationItem(
            inventory_item_id=pick.inventory_item_id,
            location_id=pick.location_id,
            line_item_id=pick.line_item_id,
            quantity=pick.quantity,
        )
        rows.append(made)
        tx.add(made)
    await tx.flush()


async def adjust_stock(tx: Tx, item: str, location: str, change: int, *, below_zero: bool = False) -> None:
    """Raises or lowers what lies at a location (a return comes in, a parcel goes out).

    Raises:
        NotFound: the item is not stocked there.
        NotAllowed: the stock would fall below zero.
    """
    stocked = InventoryLevel.stocked_quantity
    condition = [] if below_zero or change >= 0 else [stocked >= -change]
    if not await _move(tx, item, location, {"stocked_quantity": stocked + change}, condition):
        raise await _refusal(tx, item, location)


async def hold(tx: Tx, item: str, location: str, quantity: int, *, backorder: bool = False) -> None:
    """Raises the reserved quantity of a level, when so much is free.

    Raises:
        NotFound: the item is not stocked there.
        NotAllowed: less is free.
    """
    level = InventoryLevel
    condition = [] if backorder else [level.stocked_quantity - level.reserved_quantity >= quantity]
    if not await _move(tx, item, location, {"reserved_quantity": level.reserved_quantity + quantity}, condition):
        raise await _refusal(tx, item, location)


async def unhold(tx: Tx, item: str, location: str, quantity: int) -> None:
    """Lowers the reserved quantity of a level, never below zero."""
    reserved = InventoryLevel.reserved_quantity
    lowered = case((reserved > quantity, reserved - quantity), else_=0)
    await _move(tx, item, location, {"reserved_quantity": lowered}, [])


async def lock_levels(tx: Tx, places: Sequence[tuple[str, str]]) -> list[InventoryLevel]:
    """The levels of pairs of item and location, locked in the order of their ids so that two orders never cross."""
    return await tx.lock_rows(find_levels(places)) if places else []


async def lock_reservations(tx: Tx, line_item_ids: Iterable[str]) -> list[ReservationItem]:
    """What is set aside for lines, locked."""
    wanted = sorted(set(line_item_ids))
    query = select(ReservationItem).where(
        ReservationItem.line_item_id.in_(wanted), ReservationItem.deleted_at.is_(None)
    )
    return await tx.lock_rows(query.order_by(ReservationItem.id)) if wanted else []


async def _move(tx: Tx, item: str, location: str, values: dict[str, Any], condition: list[Any]) -> bool:
    level = InventoryLevel
    statement = update(level).where(
        level.inventory_item_id == item, level.location_id == location, level.deleted_at.is_(None), *condition
    )
    # Rows that the session has loaded are not told: whoever needs a counter afterwards reads it again.
    done = await tx.execute(statement.values(**values).execution_options(synchronize_session=False))
    return bool(done.rowcount)


async def _refusal(tx: Tx, item: str, location: str) -> Exception:
    if await tx.scalar(find_levels([(item, location)])) is None:
        return not_stocked(item, location)
    return NotAllowed(f"Not enough stock available for item {item} at location {location}")
