"""A packed parcel is shipped, delivered or unpacked; the order follows."""

from collections.abc import Sequence

from mercato.domains.fulfillments import commands
from mercato.domains.fulfillments.models import Fulfillment, FulfillmentItem
from mercato.domains.fulfillments.queries import contents_of, parcels_of
from mercato.domains.fulfillments.schemas import Label
from mercato.domains.inventory.commands.stock import restore
from mercato.domains.inventory.queries import item_links
from mercato.domains.orders.commands.changes import Step, confirm_change
from mercato.domains.orders.events import DeliveryCreated, OrderCompleted, OrderFulfillmentCanceled, ShipmentCreated
from mercato.domains.orders.models import Order, OrderItem, OrderLineItem, OrderStatus
from mercato.domains.orders.queries import items_of, lock_live_order, split_payment_of
from mercato.domains.orders.set_models import SplitStatus
from mercato.flows.fulfillment.pack import pick_of
from mercato.kernel.db import Tx
from mercato.kernel.errors import Invalid, NotFound

_Items = list[tuple[OrderItem, OrderLineItem]]


async def ship_parcel(tx: Tx, order_id: str, fulfillment_id: str, labels: Sequence[Label], *, by: str | None) -> None:
    """Hands a parcel over. The first shipment of a paid order completes it.

    Raises:
        NotFound: for an unknown order, or a parcel that is not the order's.
        NotAllowed: when the parcel was canceled or shipped already.
    """
    order, parcel = await _parcel(tx, order_id, fulfillment_id)
    commands.ship(tx, parcel, labels, by=by)
    items = await items_of(tx, order.id)
    pieces = await _pieces(tx, items, await contents_of(tx, parcel.id))
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
    items = await items_of(tx, order.id)
    pieces = await _pieces(tx, items, await contents_of(tx, parcel.id))
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
    pieces = await _pieces(tx, items, contents)
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


async def _pieces(tx: Tx, items: _Items, contents: Sequence[FulfillmentItem]) -> dict[str, int]:
    """Line id -> pieces of the line in a parcel. For a kit the parcel counts items, the line counts kits."""
    links = await item_links(tx, [line.variant_id for _, line in items if line.variant_id])
    variant = {line.id: line.variant_id or "" for _, line in items}
    pieces: dict[str, int] = {}
    for content in contents:
        line_id = content.line_item_id or ""
        required = next(
            (
                link.required_quantity
                for link in links.get(variant.get(line_id, ""), [])
                if link.inventory_item_id == content.inventory_item_id
            ),
            1,
        )
        pieces[line_id] = content.quantity // required
    return pieces


def _steps(action: str, pieces: dict[str, int], parcel: Fulfillment) -> list[Step]:
    return [
        Step(action, {"reference_id": line_id, "quantity": quantity}, "fulfillment", parcel.id)
        for line_id, quantity in pieces.items()
    ]


async def _complete_when_paid(tx: Tx, order: Order) -> None:
    split = await split_payment_of(tx, order.id)
    # What costs nothing is paid from the start: it has no share of a payment, or an empty one.
    paid = split is None or split.authorized_amount == 0 or split.status is SplitStatus.CAPTURED
    if order.status is OrderStatus.PENDING and paid:
        order.status = OrderStatus.COMPLETED
        await tx.flush()
        tx.emit(OrderCompleted(id=order.id))
