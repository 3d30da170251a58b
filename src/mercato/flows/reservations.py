"""Reservations that may belong to a line of an order."""

from sqlalchemy import select

from mercato.domains.inventory.commands.reservations import delete_reservation, lock_reservation
from mercato.domains.inventory.models import ReservationItem
from mercato.domains.inventory.schemas import UpdateSellerReservation
from mercato.domains.orders.models import Order, OrderItem, OrderStatus
from mercato.domains.sellers.links import SellerInventoryItem, SellerOrder, SellerStockLocation
from mercato.domains.sellers.queries import require_owned
from mercato.kernel.db import Tx
from mercato.kernel.errors import Forbidden, NotFound, Unauthorized


async def release_by_hand(tx: Tx, id: str) -> None:
    """Frees a reservation that no living order counts on.

    Raises:
        Forbidden: it belongs to an order that is not canceled.
    """
    reservation = await lock_reservation(tx, id)
    if reservation.line_item_id is not None and await _is_counted_on(tx, reservation.line_item_id):
        raise Forbidden("Cancel order first to delete reservation.")
    await delete_reservation(tx, id)


async def require_own_reservation(tx: Tx, seller_id: str, id: str) -> None:
    """Refuses a reservation of goods that are not the seller's.

    Raises:
        NotFound: there is no such reservation.
        Forbidden: the goods are somebody else's.
    """
    reservation = await tx.find(ReservationItem, id)
    if reservation is None:
        raise NotFound("Entity not found")
    await require_owned(tx, SellerInventoryItem, seller_id, reservation.inventory_item_id)


async def require_own_line(tx: Tx, seller_id: str, line_item_id: str | None) -> None:
    """Refuses to set goods aside for a line of somebody else's order.

    Raises:
        NotFound: no order of the seller has the line.
    """
    if line_item_id is None:
        return
    query = (
        select(OrderItem.id)
        .join(SellerOrder, SellerOrder.order_id == OrderItem.order_id)
        .where(OrderItem.item_id == line_item_id, SellerOrder.seller_id == seller_id)
        .where(OrderItem.deleted_at.is_(None), SellerOrder.deleted_at.is_(None))
    )
    if await tx.scalar(query) is None:
        raise NotFound(f"You tried to set relationship line_item_id: {line_item_id}, but such entity does not exist")


async def require_own_destination(tx: Tx, seller_id: str, data: UpdateSellerReservation) -> None:
    """Refuses to move a reservation to somebody else's location.

    Raises:
        Unauthorized: in the contract's words.
    """
    if data.location_id is None:
        return
    try:
        await require_owned(tx, SellerStockLocation, seller_id, data.location_id)
    except Forbidden:
        raise Unauthorized("You can modify stock only in your own locations.") from None


async def _is_counted_on(tx: Tx, line_item_id: str) -> bool:
    query = (
        select(Order.id)
        .join(OrderItem, OrderItem.order_id == Order.id)
        .where(OrderItem.item_id == line_item_id, Order.status != OrderStatus.CANCELED)
        .where(OrderItem.deleted_at.is_(None), Order.deleted_at.is_(None))
    )
    return await tx.scalar(query) is not None
