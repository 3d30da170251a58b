"""Reservations by hand."""

from sqlalchemy import select

from mercato.domains.inventory.commands.stock import Demand, hold, lock_levels, release_rows, reserve, unhold
from mercato.domains.inventory.models import ReservationItem
from mercato.domains.inventory.queries import get_level
from mercato.domains.inventory.schemas import (
    CreateReservation,
    CreateSellerReservation,
    UpdateReservation,
    UpdateSellerReservation,
)
from mercato.kernel.db import Tx
from mercato.kernel.errors import NotFound
from mercato.kernel.text import merge_metadata


async def create_reservation(
    tx: Tx, data: CreateReservation | CreateSellerReservation, *, created_by: str | None = None
) -> ReservationItem:
    """Sets a quantity aside.

    Raises:
        NotFound: the item is not stocked at the location.
        NotAllowed: less is free there.
    """
    demand = Demand(
        inventory_item_id=data.inventory_item_id,
        location_id=data.location_id,
        quantity=data.quantity,
        line_item_id=data.line_item_id,
        description=data.description,
        created_by=created_by,
        metadata=data.given().get("metadata"),
    )
    return (await reserve(tx, [demand]))[0]


async def update_reservation(tx: Tx, id: str, data: UpdateReservation | UpdateSellerReservation) -> ReservationItem:
    """Changes a reservation. One that moves is freed where it was and set aside anew, whole, where it goes.

    Raises:
        NotFound: there is no such reservation, or the item is not stocked at the new location.
        NotAllowed: less is free than is asked for.
    """
    reservation = await lock_reservation(tx, id)
    values = data.given()
    location = values.get("location_id", reservation.location_id)
    await _move(tx, reservation, location, values.get("quantity", reservation.quantity))
    if "description" in values:
        reservation.description = values["description"]
    if "metadata" in values:
        reservation.metadata_ = merge_metadata(reservation.metadata_, values["metadata"])
    await tx.flush()
    return reservation


async def _move(tx: Tx, reservation: ReservationItem, location: str, quantity: int) -> None:
    item = reservation.inventory_item_id
    await get_level(tx, item, location)
    await lock_levels(tx, [(item, reservation.location_id), (item, location)])
    if location != reservation.location_id:
        await unhold(tx, item, reservation.location_id, reservation.quantity)
        await hold(tx, item, location, quantity)
    elif quantity > reservation.quantity:
        await hold(tx, item, location, quantity - reservation.quantity)
    elif quantity < reservation.quantity:
        await unhold(tx, item, location, reservation.quantity - quantity)
    reservation.location_id, reservation.quantity = location, quantity


async def delete_reservation(tx: Tx, id: str) -> None:
    """Frees what is set aside.

    Raises:
        NotFound: there is no such reservation.
    """
    await release_rows(tx, [await lock_reservation(tx, id)])


async def lock_reservation(tx: Tx, id: str) -> ReservationItem:
    """The reservation, locked.

    Raises:
        NotFound: when there is none.
    """
    query = select(ReservationItem).where(ReservationItem.id == id, ReservationItem.deleted_at.is_(None))
    found = await tx.lock_rows(query)
    if not found:
        raise NotFound(f"Reservation item with id {id} not found")
    return found[0]
