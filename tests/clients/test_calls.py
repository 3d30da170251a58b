"""What the existing clients ask for, as they ask for it: every call of theirs that is mounted has to work.

`*.tsv` are the calls of each client: method, path, who calls, the `fields` it asks for, what else stands in the query,
and the key of the answer that it reads. Calls that lead nowhere yet are passed over: a route that is added is tried by
itself.
"""

import csv
from collections.abc import AsyncGenerator, Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

import httpx
import pytest
from asgi_lifespan import LifespanManager

from mercato.app import open_db
from mercato.domains.identity.commands.users import create_user
from tests.conftest import settings_for
from tests.support import people
from tests.support.application import SharedApplication
from tests.support.marketplace import Shop, a_cart, a_marketplace, a_shop, buy
from tests.support.mounted import mounted
from tests.support.people import fine

FOLDER: Final = Path(__file__).parent
CLIENTS: Final = ("admin_panel", "medusa_admin", "storefront", "vendor_panel")
# These put `fields` into the address as they are, so that each plus sign arrives as a space.
UNESCAPED: Final = {"storefront", "vendor_panel"}
WORDS: Final = {"{rule_type}": "rules", "{rule_attribute_id}": "currency_code"}
NOBODYS: Final = "nobodys_01ARZ3NDEKTSV4RRFFQ69G5FAV"
# What a call needs beside its fields.
NEEDED: Final = {
    "/store/payment-providers": {"region_id": "region"},
    "/store/products": {"region_id": "region"},
    "/store/shipping-options": {"cart_id": "cart"},
}
# Clients ask for these; the contract has no such thing, or leaves it out where there is nothing to show.
NOT_SHOWN: Final = {
    "GET /admin/orders": {"order_change", "refundable_total"},
    "GET /admin/orders/{id}": {"order_change", "refundable_total"},
    "GET /admin/sellers/{id}/orders": {"email", "name"},
    "GET /admin/sellers/{id}/products": {"email", "name", "sales_channel_id", "tag_id"},
    "GET /vendor/orders/{id}": {"commission_value", "order_change", "promotion", "refundable_total"},
    "GET /vendor/products/{id}": {"inventory", "inventory_items", "prices"},
    "GET /vendor/requests": {"review"},
    "GET /vendor/sellers/me": {"media", "metadata", "region"},
}


@dataclass(frozen=True)
class Call:
    """One line of a table."""

    method: str
    path: str
    who: str
    fields: str
    query: str
    key: str

    def __str__(self) -> str:
        return f"{self.method} {self.path}"

    @property
    def shape(self) -> tuple[str, str]:
        """The method, and the path without the names of its parameters."""
        return self.method, _shape(self.path)


@dataclass
class World:
    """The callers, and an id of each thing that cannot be found by listing what stands in front of it."""

    callers: dict[str, httpx.AsyncClient]
    shop: Shop
    ids: dict[str, str]
    found: dict[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])

    async def path(self, call: Call) -> str:
        """The path with the ids of things that the caller may see; an id that nobody has where there are none."""
        segments = call.path.split("/")
        for position, segment in enumerate(segments):
            if segment in WORDS:
                segments[position] = WORDS[segment]
            elif segment.startswith("{"):
                segments[position] = await self._id(call.who, "/".join(segments[:position]))
        return "/".join(segments)

    async def _id(self, who: str, collection: str) -> str:
        name = collection.rsplit("/", 1)[1]
        if name in self.ids:
            return self.ids[name]
        if (who, collection) not in self.found:
            self.found[who, collection] = await self._first(who, collection)
        return self.found[who, collection]

    async def _first(self, who: str, collection: str) -> str:
        answer = await self.callers[who].get(collection, params={"limit": 1})
        if not answer.is_success:
            return NOBODYS
        lists = [value for value in answer.json().values() if isinstance(value, list) and value]
        return lists[0][0].get("id", NOBODYS) if lists else NOBODYS


@pytest.fixture(scope="module")
async def world(lasting_url: str, shared_application: SharedApplication, uploads: Path) -> AsyncGenerator[World, None]:
    """A purchase from two sellers, a cart, and something of the operator's own."""
    async with AsyncExitStack() as stack:
        db = open_db(settings_for(lasting_url, uploads))
        stack.push_async_callback(db.close)
        app: Any = shared_application.on(db)
        await stack.enter_async_context(LifespanManager(app))
        await create_user(db, people.ADMIN_EMAIL, people.ADMIN_PASSWORD)
        admin = await stack.enter_async_context(people.admin(app))
        market = await stack.enter_async_context(a_marketplace(app, admin))
        first = await stack.enter_async_context(a_shop(market, db, "First"))
        second = await stack.enter_async_context(a_shop(market, db, "Second"))
        order_set = await buy(market, first, second)
        fine(await admin.post("/admin/stock-locations", json={"name": "Depot"}))
        await app.app.state.runner.run_once()
        callers = {"operator": admin, "seller": first.client, "customer": market.customer}
        cart = await a_cart(market, first, second)
        collection = market.ids["payment_collection"]
        handle = fine(await first.client.get("/vendor/sellers/me"))["seller"]["handle"]
        order = next(o["id"] for o in order_set["orders"] if o["seller"]["id"] == first.ids["seller"])
        ids = {"carts": cart, "orders": order, "payment-collections": collection, "seller": handle}
        yield World(callers, first, {**ids, "cart": cart, "order": order, "region": market.ids["region"]})


@pytest.mark.parametrize("client", CLIENTS)
async def test_reads(world: World, client: str) -> None:
    problems = [
        problem
        for call in _calls(client)
        if call.method == "GET" and call.shape in MOUNTED
        for problem in await _read(world, call, escaped=client not in UNESCAPED)
    ]
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("client", CLIENTS)
async def test_writes_take_what_is_asked_of_their_answers(world: World, client: str) -> None:
    """Sent without a body and to nobody's things, so that nothing changes; what is refused then is not the fields."""
    problems: list[str] = []
    for call in _calls(client):
        if call.method != "GET" and call.shape in MOUNTED:
            path = "/".join(NOBODYS if part.startswith("{") else part for part in call.path.split("/"))
            query = _query(world, call, escaped=client not in UNESCAPED)
            answer = await world.callers[call.who].request(call.method, f"{path}?{query}", json={})
            if answer.status_code >= 500 or "Requested fields" in answer.text:
                problems.append(f"{call} {call.fields}: {answer.status_code} {answer.text[:300]}")
    assert not problems, "\n".join(problems)


async def _read(world: World, call: Call, *, escaped: bool) -> list[str]:
    path = await world.path(call)
    answer = await world.callers[call.who].get(f"{path}?{_query(world, call, escaped=escaped)}")
    if answer.status_code in (403, 404) and NOBODYS in path:
        return []
    if answer.status_code != 200:
        return [f"{call} {call.fields}: {answer.status_code} {answer.text[:300]}"]
    body = answer.json()
    if call.key and call.key not in body:
        return [f"{call}: the client reads {call.key}, the answer has {', '.join(body)}"]
    shown: Any = body.get(call.key)
    row = shown[0] if isinstance(shown, list) and shown else shown
    if not isinstance(row, dict):
        return []
    lacking = {name for name in _names(call.fields) if name not in row} - NOT_SHOWN.get(str(call), set())
    return [f"{call} {call.fields}: lacks {', '.join(sorted(lacking))}"] if lacking else []


def _query(world: World, call: Call, *, escaped: bool) -> str:
    parts = [call.query.format(**world.ids)] if call.query else []
    parts += [f"{name}={world.ids[key]}" for name, key in NEEDED.get(call.path, {}).items()]
    if call.fields:
        parts.append(f"fields={quote(call.fields) if escaped else call.fields}")
    # The panels of sellers leave an ampersand behind.
    return "&".join(parts) + ("" if escaped else "&")


def _names(fields: str) -> Iterator[str]:
    for token in fields.split(","):
        name = token.strip().lstrip("+*").split(".")[0]
        if name and not name.startswith("-"):
            yield name


def _calls(client: str) -> list[Call]:
    with (FOLDER / f"{client}.tsv").open(newline="") as lines:
        return [Call(**row) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]


def _shape(path: str) -> str:
    return "/".join("{}" if segment.startswith("{") else segment for segment in path.split("/"))


MOUNTED: Final = {
    (route.method, _shape(route.path)) for route in mounted(settings_for("sqlite+aiosqlite:///nowhere", FOLDER))
}
