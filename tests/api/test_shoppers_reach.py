"""What a shopper can read through relations: never another customer's purchases, nor the books of a seller.

Generated from the mounted routes: one customer has bought from a shop; another one, who has bought there too, follows
every relation of every view of the storefront.
"""

from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import httpx
import pytest

from mercato.graph.audiences import SHOPPERS_GRAPH
from mercato.kernel.db import Db
from mercato.kernel.errors import Invalid
from mercato.kernel.reader.parse import parse_selection
from mercato.kernel.reader.run import fetch
from mercato.kernel.reader.view import View, key_name
from tests.conftest import settings_for
from tests.support import people
from tests.support.marketplace import Marketplace, a_marketplace, a_shop, buy
from tests.support.mounted import mounted
from tests.support.reach import ID, paths
from tests.support.rows import everything, new_ids

SETTINGS: Final = settings_for("sqlite+aiosqlite:///nowhere", Path("nowhere"))
VIEWS: Final = {route.view: route for route in mounted(SETTINGS, "store") if route.view is not None}
BOOKS: Final = frozenset(
    {
        "api_key",
        "auth_identity",
        "commission_line",
        "member",
        "member_invite",
        "payout",
        "payout_account",
        "request",
        "reservation_item",
        "seller_onboarding",
        "user",
    }
)
"""Tables of which a shopper sees no row at all."""
BOUGHT: Final = ("cart", "order", "payment", "fulfillment", "customer", "credit", "capture", "refund")
"""How the tables of purchases begin: a shopper sees its own rows."""
SHELVES: Final = frozenset({"fulfillment_provider", "fulfillment_set", "payment_provider"})
"""Tables that begin so and tell of no purchase."""


@dataclass
class World:
    """The rows the second customer may see, and those it may not."""

    db: Db
    market: Marketplace
    shopper: httpx.AsyncClient
    own: dict[str, list[str]]
    hidden: frozenset[str]


@pytest.fixture(scope="module")
async def world(lasting: tuple[Any, Db]) -> AsyncGenerator[World, None]:
    """Built once for all tests of this file."""
    app, db = lasting
    async with AsyncExitStack() as stack:
        admin = await stack.enter_async_context(people.admin(app))
        market = await stack.enter_async_context(a_marketplace(app, admin))
        shop = await stack.enter_async_context(a_shop(market, db, "Anna"))
        await app.app.state.runner.run_once()
        before = await everything(db)
        shopper = await stack.enter_async_context(people.customer(app, market.customer, "otto@customer.example"))
        await buy(market, shop, shopper=shopper)
        await app.app.state.runner.run_once()
        own = new_ids(before, await everything(db))
        hidden = {
            row["id"]
            for table, rows in before.items()
            for row in rows.values()
            if "id" in row and (table in BOOKS or (table.startswith(BOUGHT) and table not in SHELVES))
        }
        yield World(db, market, shopper, own, frozenset(hidden))


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: str(VIEWS[view]))
async def test_relations_lead_to_nothing_of_others(world: World, view: View) -> None:
    ids = world.own.get(view.model.__tablename__) or await _public(world, view)
    problems: list[str] = []
    walked: set[Any] = set()
    for path in paths(view, SHOPPERS_GRAPH, walked):
        asked = parse_selection(view, SHOPPERS_GRAPH, {"fields": f"id,*{path}"})
        async with world.db.read() as tx:
            found = sorted(world.hidden.intersection(ID.findall(repr(await fetch(tx, asked, ids)))))
        if found:
            problems.append(f"fields=*{path} shows {', '.join(found[:3])}: see mercato/graph/audiences.py")
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize(
    "fields", ["*seller.orders", "*seller.members", "*sales_channel.publishable_api_keys", "*customer.orders"]
)
async def test_through_the_front_door(world: World, fields: str) -> None:
    [order, *_] = world.own["order"]
    r = await world.shopper.get(f"/store/orders/{order}", params={"fields": fields})
    assert (r.status_code, r.json()["type"]) == (400, "invalid_data")


async def test_the_program_s_own_fields_are_no_client_s(world: World) -> None:
    """What a computed field needs may be loaded; asked for by a client it is refused."""
    view = next(view for view in VIEWS if view.one == "order")
    with pytest.raises(Invalid):
        parse_selection(view, SHOPPERS_GRAPH, {"fields": "*payouts"})


async def _public(world: World, view: View) -> list[str]:
    rows = (await everything(world.db))[view.model.__tablename__]
    return [str(row[key_name(view.model)]) for row in rows.values()][:50]
