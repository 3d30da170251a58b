"""Questions about orders."""

from sqlalchemy import select

from mercato.domains.orders.change_models import OrderChangeAction
from mercato.domains.orders.models import (
    Order,
    OrderAddress,
    OrderItem,
    OrderLineItem,
    OrderShipping,
    OrderShippingMethod,
    OrderStatus,
    OrderSummary,
)
from mercato.domains.orders.set_models import (
    CancellationState,
    OrderCancellation,
    OrderSet,
    OrderSplitPayment,
    SplitOrderPayment,
)
from mercato.kernel.db import Tx
from mercato.kernel.errors import Conflict, Invalid, NotFound


async def lock_order(tx: Tx, id: str) -> Order:
    """The order, locked.

    Raises:
        NotFound: in the words of every route of orders.
    """
    if await tx.find(Order, id) is None:
        raise NotFound(f"Order id not found: {id}")
    return await tx.lock(Order, id)


async def lock_live_order(tx: Tx, id: str) -> Order:
    """The order, locked, that was not called off and is not being called off.

    Raises:
        NotFound: for an unknown order.
        Invalid: for a canceled one.
        Conflict: for one whose money is being given back at this moment.
    """
    order = await lock_standing_order(tx, id)
    if await open_cancellation(tx, id) is not None:
        raise Conflict(f"Order with id {id} is being canceled.")
    return order


async def lock_standing_order(tx: Tx, id: str) -> Order:
    """The order, locked, that was not called off.

    Raises:
        NotFound: for an unknown order.
        Invalid: for a canceled one.
    """
    order = await lock_order(tx, id)
    if order.status is OrderStatus.CANCELED:
        raise Invalid(f"Order with id {id} has been canceled.")
    return order


async def open_cancellation(tx: Tx, order_id: str) -> OrderCancellation | None:
    """The calling off of an order that waits for a provider."""
    query = select(OrderCancellation).where(
        OrderCancellation.order_id == order_id,
        OrderCancellation.state == CancellationState.OPEN,
        OrderCancellation.deleted_at.is_(None),
    )
    return await tx.scalar(query)


async def items_of(tx: Tx, order_id: str) -> list[tuple[OrderItem, OrderLineItem]]:
    """The quantities and the lines of an order, in the order in which the lines were put into the cart."""
    query = (
        select(OrderItem, OrderLineItem)
        .join(OrderLineItem, OrderLineItem.id == OrderItem.item_id)
        .where(OrderItem.order_id == order_id, OrderItem.deleted_at.is_(None), OrderLineItem.deleted_at.is_(None))
    )
    return [(row[0], row[1]) for row in await tx.rows(query.order_by(OrderLineItem.id))]


async def first_method_of(tx: Tx, order_id: str) -> OrderShippingMethod | None:
    """How the order was to be delivered: its first shipping method that is not a return's, exchange's or claim's."""
    query = (
        select(OrderShippingMethod)
        .join(OrderShipping, OrderShipping.shipping_method_id == OrderShippingMethod.id)
        .where(
            OrderShipping.order_id == order_id,
            OrderShipping.deleted_at.is_(None),
            OrderShipping.return_id.is_(None),
            OrderShipping.exchange_id.is_(None),
            OrderShipping.claim_id.is_(None),
        )
    )
    return await tx.scalar(query.order_by(OrderShippingMethod.id))


async def address_of(tx: Tx, order: Order) -> OrderAddress | None:
    """Where the order goes."""
    return await tx.find(OrderAddress, order.shipping_address_id) if order.shipping_address_id else None


async def latest_summary(tx: Tx, order_id: str) -> OrderSummary | None:
    """The totals at the order's last version."""
    query = select(OrderSummary).where(OrderSummary.order_id == order_id, OrderSummary.deleted_at.is_(None))
    return await tx.scalar(query.order_by(OrderSummary.version.desc()))


async def split_payment_of(tx: Tx, order_id: str) -> SplitOrderPayment | None:
    """The order's share of its set's payment."""
    query = (
        select(SplitOrderPayment)
        .join(OrderSplitPayment, OrderSplitPayment.split_order_payment_id == SplitOrderPayment.id)
        .where(OrderSplitPayment.order_id == order_id, OrderSplitPayment.deleted_at.is_(None))
    )
    return await tx.scalar(query)


async def splits_of(tx: Tx, collection_id: str) -> list[tuple[str, SplitOrderPayment]]:
    """The shares of a payment collection: (order id, share), in the order of the orders."""
    query = (
        select(OrderSplitPayment.order_id, SplitOrderPayment)
        .join(SplitOrderPayment, OrderSplitPayment.split_order_payment_id == SplitOrderPayment.id)
        .where(
            SplitOrderPayment.payment_collection_id == collection_id,
            SplitOrderPayment.deleted_at.is_(None),
            OrderSplitPayment.deleted_at.is_(None),
        )
    )
    return [(row[0], row[1]) for row in await tx.rows(query.order_by(OrderSplitPayment.order_id))]


async def set_of_cart(tx: Tx, cart_id: str) -> str | None:
    """The order set that a cart has become."""
    query = select(OrderSet.id).where(OrderSet.cart_id == cart_id, OrderSet.deleted_at.is_(None))
    return await tx.scalar(query)


async def packed_pieces(tx: Tx, order_id: str, fulfillment_id: str) -> dict[str, int]:
    """Line id -> how many pieces of it were packed into a parcel, as the order's change says that did it."""
    query = select(OrderChangeAction.details).where(
        OrderChangeAction.order_id == order_id,
        OrderChangeAction.reference_id == fulfillment_id,
        OrderChangeAction.action == "FULFILL_ITEM",
        OrderChangeAction.deleted_at.is_(None),
    )
    found = await tx.scalars(query.order_by(OrderChangeAction.ordering))
    return {details["reference_id"]: int(details["quantity"]) for details in found if details}
