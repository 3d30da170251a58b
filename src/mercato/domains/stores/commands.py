"""Writing the store."""

from collections.abc import Sequence
from typing import Final

from mercato.domains.stores.models import Store, StoreCurrency
from mercato.domains.stores.queries import currencies_of
from mercato.domains.stores.schemas import SupportedCurrency, UpdateStore
from mercato.kernel.db import Tx
from mercato.kernel.errors import Invalid, NotFound
from mercato.kernel.text import merge_metadata

_PLAIN: Final = ("name", "default_sales_channel_id", "default_region_id", "default_location_id")


async def update_store(tx: Tx, id: str, data: UpdateStore) -> Store:
    """Changes what was sent. What it names must exist: the flow has looked.

    Raises:
        NotFound: for an unknown store.
        Invalid: for currencies that repeat, or without exactly one default.
    """
    store = await lock_store(tx, id)
    values = data.given()
    for field in _PLAIN:
        if field in values:
            setattr(store, field, values[field])
    if "metadata" in values:
        store.metadata_ = merge_metadata(store.metadata_, values["metadata"])
    if data.supported_currencies is not None:
        await _set_currencies(tx, store, data.supported_currencies)
    await tx.flush()
    return store


async def lock_store(tx: Tx, id: str) -> Store:
    """The store that is about to change.

    Raises:
        NotFound: in the words of the contract.
    """
    try:
        return await tx.lock(Store, id)
    except NotFound:
        raise NotFound(f'Store with id "{id}" not found') from None


def check_currencies(currencies: Sequence[SupportedCurrency]) -> None:
    """Refuses a list of currencies that repeats one or has not exactly one default.

    Raises:
        Invalid: in the words of the contract.
    """
    codes = [one.currency_code.lower() for one in currencies]
    twice = [code for code in dict.fromkeys(codes) if codes.count(code) > 1]
    if twice:
        raise Invalid(f"Duplicate currency codes: {', '.join(twice)}")
    defaults = sum(one.is_default or False for one in currencies)
    if defaults == 0:
        raise Invalid("There should be a default currency set for the store")
    if defaults > 1:
        raise Invalid("Only one default currency is allowed")


async def _set_currencies(tx: Tx, store: Store, currencies: Sequence[SupportedCurrency]) -> None:
    check_currencies(currencies)
    await tx.delete(*await currencies_of(tx, store.id))
    for one in currencies:
        code, is_default = one.currency_code.lower(), one.is_default or False
        tx.add(StoreCurrency(store_id=store.id, currency_code=code, is_default=is_default))
    store.updated_at = tx.now
