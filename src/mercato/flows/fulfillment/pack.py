"""Packing goods of an order: stock leaves the shelf, the order takes a step."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from mercato.domains.fulfillments.models import (
    Fulfillment,
    FulfillmentAddress,
    FulfillmentItem,
    OrderFulfillment,
)
from mercato.domains.fulfillments.schemas import PackedItem
from mercato.domains.inventory.commands.stock import Pick, fulfil, lock_reservations
from mercato.domains.inventory.models import InventoryItem, ReservationItem
from mercato.domains.inventory.queries import item_links
from mercato.domains.orders.commands.changes import Step, confirm_change
from mercato.domains.orders.commands.placing import copied
from mercato.domains.orders.events import OrderFulfillmentCreated
from mercato.domains.orders.models import Order, OrderItem, OrderLineItem
from mercato.domains.orders.queries import address_of, first_method_of, items_of, lock_live_order
from mercato.domains.shipping.models import ShippingOption
from mercato.kernel.db import Tx
from mercato.kernel.errors import Invalid


@dataclass(frozen=True)
class Parcel:
    """What is to be packed: pieces of lines, at a location."""

    items: Sequence[PackedItem]
    location_id: str
    created_by: str | None


@dataclass(frozen=True)
class _Packed:
    """Pieces of one line."""

    item: OrderItem
    line: OrderLineItem
    quantity: int


async def pack(tx: Tx, order_id: str, parcel: Parcel) -> Fulfillment:
    """Packs a parcel of an order.

    Raises:
        NotFound: for an unknown order.
        Invalid: when the order was canceled, or a line has not so many pieces open or set aside.
    """
    order = await lock_live_order(tx, order_id)
    items = await items_of(tx, order.id)
    packed = _chosen(order, items, parcel.items)
    contents = await _contents(tx, packed)
    fulfillment = await _fulfillment(tx, order, parcel, packed)
    for content in contents:
        content.fulfillment_id = fulfillment.id
    tx.add(*contents, OrderFulfillment(order_id=order.id, fulfillment_id=fulfillment.id))
    await fulfil(tx, [pick_of(content, parcel.location_id) for content in contents if content.inventory_item_id])
    for one in packed:
        one.item.fulfilled_quantity += one.quantity
    steps = [
        Step("FULFILL_ITEM", {"reference_id": one.line.id, "quantity": one.quantity}, "fulfillment", fulfillment.id)
        for one in packed
    ]
    await confirm_change(tx, order, items, steps, created_by=parcel.created_by)
    tx.emit(OrderFulfillmentCreated(order_id=order.id, fulfillment_id=fulfillment.id, no_notification=None))
    return fulfillment


def pick_of(content: FulfillmentItem, location_id: str) -> Pick:
    """What a row of a parcel means for the stock."""
    return Pick(
        line_item_id=content.line_item_id or "",
        inventory_item_id=content.inventory_item_id or "",
        location_id=location_id,
        quantity=content.quantity,
    )


def _chosen(
    order: Order, items: Sequence[tuple[OrderItem, OrderLineItem]], wanted: Sequence[PackedItem]
) -> list[_Packed]:
    by_line = {line.id: (item, line) for item, line in items}
    unknown = [one.id for one in wanted if one.id not in by_line]
    if unknown:
        raise Invalid(f"Items with ids {', '.join(unknown)} does not exist in order with id {order.id}.")
    quantities: dict[str, int] = {}
    for one in wanted:
        quantities[one.id] = quantities.get(one.id, 0) + one.quantity
    packed = [_Packed(*by_line[id], quantity) for id, quantity in quantities.items() if quantity > 0]
    if not packed:
        raise Invalid("A fulfillment needs at least one piece of an item")
    if len({one.line.requires_shipping for one in packed}) > 1:
        raise Invalid(
            "Fulfillment can only be created entirely with items with shipping or items without shipping. "
            "Split this request into 2 fulfillments."
        )
    return packed


async def _contents(tx: Tx, packed: Sequence[_Packed]) -> list[FulfillmentItem]:
    reservations = await lock_reservations(tx, [one.line.id for one in packed])
    links = await item_links(tx, [one.line.variant_id for one in packed if one.line.variant_id])
    goods = await _inventory_items(tx, [row.inventory_item_id for row in reservations])
    contents: list[FulfillmentItem] = []
    for one in packed:
        # A line of a managed variant is what is set aside for it; any other line is packed as it is called.
        held = _held(reservations, one.line.id)
        consists = {link.inventory_item_id: link.required_quantity for link in links.get(one.line.variant_id or "", [])}
        required = _required(one, held, consists)
        _check_quantity(one, held, required, managed=bool(consists))
        if not held:
            contents.append(_unmanaged(one))
        contents += [_managed(one, goods[item], one.quantity * required[item]) for item in held]
    return contents


def _held(reservations: Sequence[ReservationItem], line_id: str) -> dict[str, int]:
    held: dict[str, int] = {}
    for row in reservations:
        if row.line_item_id == line_id:
            held[row.inventory_item_id] = held.get(row.inventory_item_id, 0) + row.quantity
    return held


def _required(one: _Packed, held: Mapping[str, int], consists: Mapping[str, int]) -> dict[str, int]:
    """How many of each item go into a piece: as was set aside at the purchase, whatever kits are made of now."""
    left = one.item.quantity - one.item.fulfilled_quantity
    return {
        item: quantity // left if left > 0 and quantity % left == 0 else consists.get(item, 1)
        for item, quantity in held.items()
    }


def _check_quantity(one: _Packed, held: Mapping[str, int], required: Mapping[str, int], *, managed: bool) -> None:
    if any(one.quantity * required[item] > quantity for item, quantity in held.items()):
        raise Invalid(f"Quantity to fulfill exceeds the reserved quantity for the item: {one.line.id}")
    if one.quantity > one.item.quantity - one.item.fulfilled_quantity:
        if managed and not held:
            raise Invalid(f"Quantity to fulfill exceeds the reserved quantity for the item: {one.line.id}")
        raise Invalid(f"Cannot fulfill more items than what was ordered for item {one.line.id}.")


async def _inventory_items(tx: Tx, ids: Sequence[str]) -> dict[str, InventoryItem]:
    wanted = sorted(set(ids))
    found = await tx.scalars(select(InventoryItem).where(InventoryItem.id.in_(wanted))) if wanted else []
    return {item.id: item for item in found}


def _managed(one: _Packed, goods: InventoryItem, quantity: int) -> FulfillmentItem:
    return FulfillmentItem(
        title=goods.title or one.line.title,
        sku=goods.sku or "",
        barcode=one.line.variant_barcode or "",
        quantity=quantity,
        line_item_id=one.line.id,
        inventory_item_id=goods.id,
    )


def _unmanaged(one: _Packed) -> FulfillmentItem:
    return FulfillmentItem(
        title=one.line.variant_title or one.line.title,
        sku=one.line.variant_sku or "",
        barcode=one.line.variant_barcode or "",
        quantity=one.quantity,
        line_item_id=one.line.id,
        inventory_item_id=None,
    )


async def _fulfillment(tx: Tx, order: Order, parcel: Parcel, packed: Sequence[_Packed]) -> Fulfillment:
    method = await first_method_of(tx, order.id)
    option = await tx.find(ShippingOption, method.shipping_option_id) if method and method.shipping_option_id else None
    address = await address_of(tx, order)
    delivery = None if address is None else copied(address, FulfillmentAddress)
    fulfillment = Fulfillment(
        location_id=parcel.location_id,
        packed_at=tx.now,
        data={},
        requires_shipping=packed[0].line.requires_shipping,
        provider_id=option.provider_id if option is not None else None,
        shipping_option_id=option.id if option is not None else None,
        delivery_address_id=delivery.id if delivery is not None else None,
    )
    tx.add(fulfillment, *([delivery] if delivery is not None else []))
    await tx.flush()
    return fulfillment
