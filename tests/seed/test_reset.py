import time

from sqlalchemy import select, text

from mercato.domains.shipping.models import ShippingProfile
from mercato.kernel.db import Db
from mercato.seed.reset import reset
from tests.seed.test_defaults import counts


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


async def test_foreign_keys_hold_again_after_a_reset(db: Db) -> None:
    await reset(db)
    async with db.read() as tx:
        if tx.dialect == "sqlite":
            assert await tx.scalar(text("PRAGMA foreign_keys")) == 1  # pyright: ignore[reportArgumentType]
