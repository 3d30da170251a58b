"""Questions about parcels."""

from sqlalchemy import select

from mercato.domains.fulfillments.models import Fulfillment, FulfillmentItem, OrderFulfillment
from mercato.kernel.db import Tx


async def parcels_of(tx: Tx, order_id: str) -> list[Fulfillment]:
    """The parcels of an order, locked, oldest first."""
    query = (
        select(Fulfillment)
        .join(OrderFulfillment, OrderFulfillment.fulfillment_id == Fulfillment.id)
        .where(
            OrderFulfillment.order_id == order_id,
            OrderFulfillment.deleted_at.is_(None),
            Fulfillment.deleted_at.is_(None),
        )
    )
    return await tx.lock_rows(query.order_by(Fulfillment.id))


async def contents_of(tx: Tx, fulfillment_id: str) -> list[FulfillmentItem]:
    """What is in a parcel."""
    query = select(FulfillmentItem).where(
        FulfillmentItem.fulfillment_id == fulfillment_id, FulfillmentItem.deleted_at.is_(None)
    )
    return await tx.scalars(query.order_by(FulfillmentItem.id))
