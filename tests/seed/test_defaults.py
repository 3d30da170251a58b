from sqlalchemy import func, select

from mercato.domains.channels.models import SalesChannel
from mercato.domains.regions.models import Country, Currency
from mercato.domains.stores.models import Store, StoreCurrency
from mercato.kernel.db import Db, Tx
from mercato.seed.defaults import ensure_defaults
from mercato.tables import METADATA


async def counts(db: Db) -> dict[str, int]:
    """Table -> number of rows, of those that have any."""
    async with db.read() as tx:
        found = {
            table.name: await tx.scalar(select(func.count()).select_from(table)) for table in METADATA.sorted_tables
        }
    return {name: number for name, number in found.items() if number}


async def test_defaults_are_written_once(db: Db) -> None:
    before = await counts(db)
    async with db.tx() as tx:
        await ensure_defaults(tx)
    assert await counts(db) == before


async def test_the_store_sells_in_its_channel_and_currency(tx: Tx) -> None:
    store = (await tx.scalars(select(Store)))[0]
    channel = await tx.get(SalesChannel, store.default_sales_channel_id or "")
    assert (store.name, channel.name) == ("Medusa Store", "Default Sales Channel")
    currency = (await tx.scalars(select(StoreCurrency)))[0]
    assert (currency.store_id, currency.currency_code, currency.is_default) == (store.id, "eur", True)


async def test_the_world_is_whole(tx: Tx) -> None:
    currencies = {currency.code: currency for currency in await tx.scalars(select(Currency))}
    assert len(currencies) == 123
    digits = {code: currencies[code].decimal_digits for code in ("eur", "jpy", "kwd", "bhd")}
    assert digits == {"eur": 2, "jpy": 0, "kwd": 3, "bhd": 3}
    assert currencies["jpy"].symbol_native == "￥"

    countries = {country.iso_2: country for country in await tx.scalars(select(Country))}
    assert len(countries) == 250
    germany = countries["de"]
    assert (germany.iso_3, germany.num_code, germany.name, germany.display_name) == ("deu", "276", "GERMANY", "Germany")
    assert {country.region_id for country in countries.values()} == {None}
