"""Sales channels with what is tied to them."""

from collections.abc import Sequence

from sqlalchemy import select, update

from mercato.domains.catalog.models import Product, ProductSalesChannel
from mercato.domains.channels.commands import delete_channel, lock_channel
from mercato.domains.channels.schemas import ChannelProducts
from mercato.domains.identity.commands.api_keys import unlink_channel
from mercato.domains.inventory.models import SalesChannelStockLocation
from mercato.domains.stores.queries import default_store
from mercato.kernel.db import Tx
from mercato.kernel.errors import NotAllowed, NotFound


async def close_channel(tx: Tx, id: str) -> None:
    """Closes a channel: its products, stock locations and keys are tied to it no more.

    Raises:
        NotAllowed: for the channel where the store sells by default.
    """
    if (await default_store(tx)).default_sales_channel_id == id:
        raise NotAllowed("The default sales channel of the store cannot be deleted")
    if not await delete_channel(tx, id):
        return
    await unlink_channel(tx, id)
    for link in (ProductSalesChannel, SalesChannelStockLocation):
        tied = update(link).where(link.sales_channel_id == id, link.deleted_at.is_(None))
        await tx.execute(tied.values(deleted_at=tx.now))


async def change_channel_products(tx: Tx, id: str, data: ChannelProducts) -> None:
    """Offers products in a channel and takes others out. What is so already stays so.

    Raises:
        NotFound: for an unknown channel, or a product to offer that is unknown.
    """
    add, remove = data.add or [], data.remove or []
    await lock_channel(tx, id)
    await _require_products(tx, add)
    link = ProductSalesChannel
    here = (link.sales_channel_id == id, link.deleted_at.is_(None))
    if remove:
        taken_out = update(link).where(link.product_id.in_(remove), *here)
        await tx.execute(taken_out.values(deleted_at=tx.now))
    linked = (
        set(await tx.scalars(select(link.product_id).where(link.product_id.in_(add), *here))) if add else set[str]()
    )
    new = [product for product in dict.fromkeys(add) if product not in linked]
    tx.add(*(link(product_id=product, sales_channel_id=id) for product in new))
    await tx.flush()


async def _require_products(tx: Tx, ids: Sequence[str]) -> None:
    query = select(Product.id).where(Product.id.in_(ids), Product.deleted_at.is_(None))
    known = set(await tx.scalars(query)) if ids else set[str]()
    missing = [id for id in dict.fromkeys(ids) if id not in known]
    if missing:
        raise NotFound(f"Product with id: {', '.join(missing)} was not found")
