"""The counters: what is set aside, taken, brought back; nothing is sold twice."""

import asyncio

import pytest
from sqlalchemy import select

from mercato.domains.inventory.commands.items import delete_inventory_item
from mercato.domains.inventory.commands.levels import Count, delete_level, delete_levels, update_levels
from mercato.domains.inventory.commands.reservations import (
    create_reservation,
    delete_reservation,
    update_reservation,
)
from mercato.domains.inventory.commands.stock import (
    Demand,
    Pick,
    adjust_stock,
    fulfil,
    release,
    reserve,
    reserve_lines,
    restore,
)
from mercato.domains.inventory.models import InventoryLevel, ReservationItem
from mercato.domains.inventory.queries import find_availability, require_stock, variant_quantities
from mercato.domains.inventory.rules import Want
from mercato.domains.inventory.schemas import CreateReservation, UpdateReservation
from mercato.kernel.db import Db, Tx
from mercato.kernel.errors import ApiError, Invalid, NotAllowed, NotFound
from tests.domains.inventory.make import a_kit, a_location, an_item


async def counters(tx: Tx, item: str, location: str) -> tuple[int, int]:
    level = InventoryLevel
    query = select(level.stocked_quantity, level.reserved_quantity).where(
        level.inventory_item_id == item, level.location_id == location, level.deleted_at.is_(None)
    )
    ((stocked, reserved),) = await tx.rows(query)
    return stocked, reserved


async def held(tx: Tx, line: str) -> list[tuple[str, int]]:
    query = select(ReservationItem.location_id, ReservationItem.quantity).where(
        ReservationItem.line_item_id == line, ReservationItem.deleted_at.is_(None)
    )
    return [(location, quantity) for location, quantity in await tx.rows(query)]


async def test_what_is_set_aside_is_no_longer_free(tx: Tx) -> None:
    berlin = await a_location(tx)
    mug = await an_item(tx, **{berlin.id: 9})

    await reserve(tx, [Demand(mug.id, berlin.id, 6, line_item_id="l1")])
    with pytest.raises(NotAllowed, match=f"Not enough stock available for item {mug.id} at location {berlin.id}"):
        await reserve(tx, [Demand(mug.id, berlin.id, 4)])

    assert await counters(tx, mug.id, berlin.id) == (9, 6)


async def test_a_backorder_goes_beyond_the_stock(tx: Tx) -> None:
    berlin = await a_location(tx)
    mug = await an_item(tx, **{berlin.id: 1})

    await reserve(tx, [Demand(mug.id, berlin.id, 3, allow_backorder=True)])

    assert await counters(tx, mug.id, berlin.id) == (1, 3)


async def test_an_item_that_is_not_stocked_there_cannot_be_set_aside(tx: Tx) -> None:
    berlin = await a_location(tx)
    mug = await an_item(tx)

    with pytest.raises(NotFound, match=f"Item {mug.id} is not stocked at location {berlin.id}"):
        await reserve(tx, [Demand(mug.id, berlin.id, 1)])


async def test_the_last_piece_is_sold_once(db: Db) -> None:
    async with db.tx() as tx:
        berlin = await a_location(tx)
        mug = await an_item(tx, **{berlin.id: 5})

    async def buy(number: int) -> bool:
        try:
            async with db.tx() as tx:
                await reserve(tx, [Demand(mug.id, berlin.id, 1, line_item_id=f"l{number}")])
        except NotAllowed:
            return False
        return True

    sold = await asyncio.gather(*(buy(number) for number in range(12)))

    async with db.read() as tx:
        assert sum(sold) == 5
        assert await counters(tx, mug.id, berlin.id) == (5, 5)


async def test_carts_that_cross_do_not_stop_each_other(db: Db) -> None:
    async with db.tx() as tx:
        berlin = await a_location(tx)
        mugs = [await an_item(tx, f"MUG-{number}", **{berlin.id: 50}) for number in range(4)]

    async def buy(number: int) -> None:
        order = mugs if number % 2 else mugs[::-1]
        async with db.tx() as tx:
            await reserve(tx, [Demand(mug.id, berlin.id, 1, line_item_id=f"l{number}") for mug in order])

    await asyncio.gather(*(buy(number) for number in range(10)))

    async with db.read() as tx:
        assert [await counters(tx, mug.id, berlin.id) for mug in mugs] == [(50, 10)] * 4


async def test_a_line_is_set_aside_whole_at_the_first_location_that_holds_it(tx: Tx) -> None:
    berlin, hamburg = await a_location(tx), await a_location(tx, "Hamburg")
    mug = await an_item(tx, **{berlin.id: 2, hamburg.id: 7})
    await a_kit(tx, "v1", **{mug.id: 1})

    await reserve_lines(tx, [Want("l1", "v1", 3)], location_ids=[berlin.id, hamburg.id])

    assert await held(tx, "l1") == [(hamburg.id, 3)]


async def test_a_kit_sets_aside_its_parts(tx: Tx) -> None:
    berlin = await a_location(tx)
    lamp, screw = await an_item(tx, "LAMP", **{berlin.id: 5}), await an_item(tx, "SCREW", **{berlin.id: 20})
    await a_kit(tx, "v1", **{lamp.id: 1, screw.id: 4})

    await reserve_lines(tx, [Want("l1", "v1", 3)], location_ids=[berlin.id])

    assert await counters(tx, lamp.id, berlin.id) == (5, 3)
    assert await counters(tx, screw.id, berlin.id) == (20, 12)


async def test_a_kit_and_its_part_share_the_stock(tx: Tx) -> None:
    berlin = await a_location(tx)
    screw = await an_item(tx, "SCREW", **{berlin.id: 10})
    await a_kit(tx, "kit", **{screw.id: 4})
    await a_kit(tx, "single", **{screw.id: 1})

    with pytest.raises(NotAllowed, match=f"Not enough stock available for item {screw.id} at location {berlin.id}"):
        await reserve_lines(tx, [Want("l1", "kit", 2), Want("l2", "single", 3)], location_ids=[berlin.id])


async def test_what_a_basket_may_hold(tx: Tx) -> None:
    berlin, hidden = await a_location(tx, channel="shop"), await a_location(tx, "Hidden")
    cup = await an_item(tx, "CUP", **{berlin.id: 10})
    plate = await an_item(tx, "PLATE", **{hidden.id: 10})
    await a_kit(tx, "one", **{cup.id: 1})
    await a_kit(tx, "three", **{cup.id: 3})
    await a_kit(tx, "plate", **{plate.id: 1})

    async def refusal(changed: Want, *others: Want) -> dict[str, str] | None:
        try:
            await require_stock(tx, [changed], others=others, sales_channel_id="shop")
        except ApiError as error:
            return error.body()
        return None

    short = {
        "code": "insufficient_inventory",
        "type": "not_allowed",
        "message": "Some variant does not have the required inventory",
    }
    assert await refusal(Want("l1", "one", 10)) is None
    assert await refusal(Want("l1", "one", 11)) == short
    assert await refusal(Want("l1", "one", 500, allow_backorder=True)) is None
    assert await refusal(Want("l1", "three", 4)) == short
    assert await refusal(Want("l2", "one", 2), Want("l1", "three", 3)) == short
    assert await refusal(Want("l1", "plate", 1)) == {
        "type": "invalid_data",
        "message": "Sales channel shop is not associated with any stock location for variant plate.",
    }
    assert await refusal(Want("l1", "nothing", 1)) == {
        "type": "invalid_data",
        "message": "Variant nothing does not have any inventory items associated with it.",
    }
    await reserve(tx, [Demand(cup.id, berlin.id, 9)])
    assert await refusal(Want("l2", "one", 1), Want("l1", "three", 3)) is None


async def test_packing_takes_stock_and_reservation_and_cancelling_brings_both_back(tx: Tx) -> None:
    berlin = await a_location(tx)
    lamp, screw = await an_item(tx, "LAMP", **{berlin.id: 5}), await an_item(tx, "SCREW", **{berlin.id: 20})
    await a_kit(tx, "v1", **{lamp.id: 1, screw.id: 4})
    await reserve_lines(tx, [Want("l1", "v1", 3)], location_ids=[berlin.id])
    parcel = [Pick("l1", lamp.id, berlin.id, 2), Pick("l1", screw.id, berlin.id, 8)]

    await fulfil(tx, parcel)
    assert await counters(tx, lamp.id, berlin.id) == (3, 1)
    assert await counters(tx, screw.id, berlin.id) == (12, 4)
    assert await held(tx, "l1") == [(berlin.id, 1), (berlin.id, 4)]

    await restore(tx, parcel)
    assert await counters(tx, lamp.id, berlin.id) == (5, 3)
    assert await counters(tx, screw.id, berlin.id) == (20, 12)


async def test_a_packed_reservation_is_gone_and_comes_back_when_the_parcel_is_cancelled(tx: Tx) -> None:
    berlin = await a_location(tx)
    mug = await an_item(tx, **{berlin.id: 8})
    await reserve(tx, [Demand(mug.id, berlin.id, 2, line_item_id="l1")])

    await fulfil(tx, [Pick("l1", mug.id, berlin.id, 2)])
    assert (await counters(tx, mug.id, berlin.id), await held(tx, "l1")) == ((6, 0), [])

    await restore(tx, [Pick("l1", mug.id, berlin.id, 2)])
    assert (await counters(tx, mug.id, berlin.id), await held(tx, "l1")) == ((8, 2), [(berlin.id, 2)])

    await release(tx, ["l1"])
    assert (await counters(tx, mug.id, berlin.id), await held(tx, "l1")) == ((8, 0), [])


async def test_no_more_is_packed_than_was_set_aside(tx: Tx) -> None:
    berlin = await a_location(tx)
    mug = await an_item(tx, **{berlin.id: 8})
    await reserve(tx, [Demand(mug.id, berlin.id, 2, line_item_id="l1")])

    with pytest.raises(Invalid, match="Quantity to fulfill exceeds the reserved quantity for the item: l1"):
        await fulfil(tx, [Pick("l1", mug.id, berlin.id, 3)])


async def test_stock_never_falls_below_zero(tx: Tx) -> None:
    berlin = await a_location(tx)
    mug = await an_item(tx, **{berlin.id: 2})

    with pytest.raises(NotAllowed, match="Not enough stock"):
        await adjust_stock(tx, mug.id, berlin.id, -3)
    await adjust_stock(tx, mug.id, berlin.id, 4)

    assert await counters(tx, mug.id, berlin.id) == (6, 0)


async def test_releasing_twice_frees_once(tx: Tx) -> None:
    berlin = await a_location(tx)
    mug = await an_item(tx, **{berlin.id: 8})
    await reserve(tx, [Demand(mug.id, berlin.id, 2, line_item_id="l1"), Demand(mug.id, berlin.id, 3)])

    await release(tx, ["l1"])
    await release(tx, ["l1"])

    assert await counters(tx, mug.id, berlin.id) == (8, 3)


async def test_a_reservation_that_moves_is_freed_here_and_held_there(tx: Tx) -> None:
    berlin, hamburg = await a_location(tx), await a_location(tx, "Hamburg")
    mug = await an_item(tx, **{berlin.id: 9, hamburg.id: 4})
    body = {"inventory_item_id": mug.id, "location_id": berlin.id, "quantity": 5}
    made = await create_reservation(tx, CreateReservation.model_validate(body))

    with pytest.raises(NotAllowed):
        await update_reservation(tx, made.id, UpdateReservation(location_id=hamburg.id))
    await update_reservation(tx, made.id, UpdateReservation(location_id=hamburg.id, quantity=4))
    assert await counters(tx, mug.id, berlin.id) == (9, 0)
    assert await counters(tx, mug.id, hamburg.id) == (4, 4)

    await update_reservation(tx, made.id, UpdateReservation(quantity=1))
    assert await counters(tx, mug.id, hamburg.id) == (4, 1)

    await delete_reservation(tx, made.id)
    assert await counters(tx, mug.id, hamburg.id) == (4, 0)
    with pytest.raises(NotFound):
        await delete_reservation(tx, made.id)


async def test_levels_with_reservations_or_stock_resist(tx: Tx) -> None:
    berlin = await a_location(tx)
    mug = await an_item(tx, **{berlin.id: 9})
    await reserve(tx, [Demand(mug.id, berlin.id, 1, line_item_id="l1")])

    for refused, call in (
        ("because there are reservations at location", delete_level(tx, mug.id, berlin.id, force=True)),
        ("since they have reservations", delete_inventory_item(tx, mug.id)),
    ):
        with pytest.raises(ApiError, match=refused):
            await call
    await release(tx, ["l1"])
    with pytest.raises(NotAllowed, match=f"Cannot remove Inventory Levels for {berlin.id} because"):
        await delete_levels(tx, [berlin.id], inventory_item_id=mug.id)
    await update_levels(tx, [Count(mug.id, berlin.id, stocked_quantity=0)])

    assert len(await delete_levels(tx, [berlin.id], inventory_item_id=mug.id)) == 1
    with pytest.raises(NotFound):
        await update_levels(tx, [Count(mug.id, berlin.id, stocked_quantity=1)])


async def test_the_scarcest_part_decides_how_many_kits_there_are(tx: Tx) -> None:
    berlin, torun = await a_location(tx, channel="both"), await a_location(tx, "Toruń", channel="both")
    await a_location(tx, "Elsewhere", channel="other")
    wheel, axle = await an_item(tx, "WHEEL", **{berlin.id: 9, torun.id: 6}), await an_item(tx, "AXLE", **{torun.id: 3})
    await a_kit(tx, "kit", **{wheel.id: 2, axle.id: 1})
    await reserve(tx, [Demand(wheel.id, torun.id, 5)])

    assert await variant_quantities(tx, ["kit", "none"]) == {"kit": 3, "none": None}
    assert await variant_quantities(tx, ["kit"], sales_channel_id="both") == {"kit": 3}
    assert await variant_quantities(tx, ["kit"], sales_channel_id="other") == {"kit": 0}
    rows = await find_availability(tx, ["kit"], sales_channel_id="both")
    assert [(row.inventory_item_id, row.location_id, row.available) for row in rows] == [
        (wheel.id, berlin.id, 9),
        (wheel.id, torun.id, 1),
        (axle.id, torun.id, 3),
    ]
