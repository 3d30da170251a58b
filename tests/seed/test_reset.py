import time

from sqlalchemy import func, select, text

from mercato.domains.payments.models import PaymentProvider
from mercato.domains.shipping.models import ShippingProfile
from mercato.kernel.db import Db
from mercato.seed.defaults import ensure_defaults
from mercato.seed.reset import reset
from mercato.tables import METADATA


async def counts(db: Db) -> dict[str, int]:
    """Table -> number of rows, of those that have any."""
    async with db.read() as tx:
        found = {
            table.name: await tx.scalar(select(func.count()).select_from(table)) for table in METADATA.sorted_tables
        }
    return {name: number for name, number in found.items() if number}


async def test_reset_gives_the_state_of_a_fresh_installation(db: Db) -> None:
    fresh = await counts(db)
    async with db.tx() as tx:
        tx.add(ShippingProfile(name="Fragile", type="glass"))

    started = time.perf_counter()
    await reset(db)
    took = time.perf_counter() - started

    assert await counts(db) == fresh
    assert took < 0.5


async def test_reset_is_seen_whole_by_a_reader_beside_it(db: Db) -> None:
    async with db.read() as reader:
        before = await reader.scalars(select(ShippingProfile.id))
        await reset(db)
        async with db.read() as later:
            assert await later.scalars(select(ShippingProfile.id)) != before


async def test_defaults_are_written_once(db: Db) -> None:
    for _ in range(2):
        async with db.tx() as tx:
            await ensure_defaults(tx)
    async with db.read() as tx:
        assert len(await tx.scalars(select(PaymentProvider))) == 1


async def test_foreign_keys_hold_again_after_a_reset(db: Db) -> None:
    await reset(db)
    async with db.read() as tx:
        if tx.dialect == "sqlite":
            assert await tx.scalar(text("PRAGMA foreign_keys")) == 1  # pyright: ignore[reportArgumentType]
