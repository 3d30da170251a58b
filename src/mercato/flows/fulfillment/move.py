"""A packed parcel is shipped, delivered or unpacked; the order follows."""

from collections.abc import Sequence
from decimal import Decimal

from mercato.domains.fulfillments import commands
from mercato.domains.fulfillments.models import Fulfillment
from mercato.domains.fulfillments.queries import contents_of, parcels_of
from mercato.domains.fulfillments.schemas import Label
from mercato.domains.inventory.commands.stock import restore
from mercato.domains.orders.commands.changes import Step, confirm_change
from mercato.domains.orders.events import DeliveryCreated, OrderCompleted, OrderFulfillmentCanceled, ShipmentCreated
from mercato.domains.orders.models import Order, OrderStatus
from mercato.domains.orders.queries import items_of, latest_summary, lock_live_order, packed_pieces, split_payment_of
from mercato.domains.orders.set_models import SplitStatus
from mercato.flows.fulfillment.pack import pick_of
from mercato.kernel.db import Tx
from mercato.kernel.errors import Invalid, NotFound


async def ship_parcel(tx: Tx, order_id: str, fulfillment_id: str, labels: Sequence[Label], *, by: str | None) -> None:
    """Hands a parcel over. The first shipment of a paid order completes it.

    Raises:
        NotFound: for an unknown order, or a parcel that is not the order's.
        NotAllowed: when the parcel was canceled or shipped already.
    """
    order, parcel = await _parcel(tx, order_id, fulfillment_id)
    commands.ship(tx, parcel, labels, by=by)
    items, pieces = await items_of(tx, order.id), await packed_pieces(tx, order.id, parcel.id)
    for item, line in items:
        item.shipped_quantity += pieces.get(line.id, 0)
    await confirm_change(tx, order, items, _steps("SHIP_ITEM", pieces, parcel))
    tx.emit(ShipmentCreated(id=parcel.id, no_notification=order.no_notification))
    await _complete_when_paid(tx, order)


async def deliver_parcel(tx: Tx, order_id: str, fulfillment_id: str) -> None:
    """A parcel arrived.

    Raises:
        NotFound: for an unknown order, or a parcel that is not the order's.
        NotAllowed: when the parcel was canceled or delivered already.
    """
    order, parcel = await _parcel(tx, order_id, fulfillment_id)
    commands.deliver(tx, parcel)
    items, pieces = await items_of(tx, order.id), await packed_pieces(tx, order.id, parcel.id)
    for item, line in items:
        item.delivered_quantity += pieces.get(line.id, 0)
    await confirm_change(tx, order, items, _steps("DELIVER_ITEM", pieces, parcel))
    tx.emit(DeliveryCreated(id=parcel.id))


async def unpack_parcel(tx: Tx, order_id: str, fulfillment_id: str) -> None:
    """Unpacks a parcel that has not left: its goods are in stock again and still promised to the order.

    Raises:
        NotFound: for an unknown order.
        Invalid: for a parcel that is not the order's.
        NotAllowed: when the parcel was canceled or has left already.
    """
    order = await lock_live_order(tx, order_id)
    parcel = next((one for one in await parcels_of(tx, order.id) if one.id == fulfillment_id), None)
    if parcel is None:
        raise Invalid(f"Fulfillment with id {fulfillment_id} not found in the order")
    commands.cancel(tx, parcel)
    items, contents = await items_of(tx, order.id), await contents_of(tx, parcel.id)
    pieces = await packed_pieces(tx, order.id, parcel.id)
    for item, line in items:
        item.fulfilled_quantity -= pieces.get(line.id, 0)
    await restore(tx, [pick_of(one, parcel.location_id) for one in contents if one.inventory_item_id])
    await confirm_change(tx, order, items, _steps("CANCEL_ITEM_FULFILLMENT", pieces, parcel))
    tx.emit(
        OrderFulfillmentCanceled(order_id=order.id, fulfillment_id=parcel.id, no_notification=order.no_notification)
    )


async def _parcel(tx: Tx, order_id: str, fulfillment_id: str) -> tuple[Order, Fulfillment]:
    order = await lock_live_order(tx, order_id)
    parcel = next((one for one in await parcels_of(tx, order.id) if one.id == fulfillment_id), None)
    if parcel is None:
        raise NotFound(f"Fulfillment id not found: {fulfillment_id}")
    return order, parcel


def _steps(action: str, pieces: dict[str, int], parcel: Fulfillment) -> list[Step]:
    return [
        Step(action, {"reference_id": line_id, "quantity": quantity}, "fulfillment", parcel.id)
        for line_id, quantity in pieces.items()
    ]


async def _complete_when_paid(tx: Tx, order: Order) -> None:
    if order.status is OrderStatus.PENDING and await _paid(tx, order):
        order.status = OrderStatus.COMPLETED
        await tx.flush()
        tx.emit(OrderCompleted(id=order.id))


async def _paid(tx: Tx, order: Order) -> bool:
    split = await split_payment_of(tx, order.id)
    if split is not None:
        return split.authorized_amount == 0 or split.status is SplitStatus.CAPTURED
    # An order that never cost anything has no payment.
    summary = await latest_summary(tx, order.id)
    return summary is not None and Decimal(str(summary.totals.get("current_order_total", 1))) == 0
