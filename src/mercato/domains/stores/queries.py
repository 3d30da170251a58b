"""Questions about the store."""

from sqlalchemy import select

from mercato.domains.stores.models import Store, StoreCurrency
from mercato.kernel.db import Tx
from mercato.kernel.errors import NotFound


async def default_store(tx: Tx) -> Store:
    """The store. There is exactly one.

    Raises:
        NotFound: when the installation was never filled.
    """
    store = await tx.scalar(select(Store).where(Store.deleted_at.is_(None)).order_by(Store.id).limit(1))
    if store is None:
        raise NotFound("The store was not found")
    return store


async def currencies_of(tx: Tx, store_id: str) -> list[StoreCurrency]:
    """What the store sells in, the default first."""
    query = select(StoreCurrency).where(StoreCurrency.store_id == store_id, StoreCurrency.deleted_at.is_(None))
    return await tx.scalars(query.order_by(StoreCurrency.is_default.desc(), StoreCurrency.currency_code))
