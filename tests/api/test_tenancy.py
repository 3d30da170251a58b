"""Another seller's things are as good as absent, on every vendor route there is.

Generated from the mounted routes: two sellers have everything; one of them walks all routes with the ids of the
other. Whatever it gets must be word for word what it gets for an id that nobody has, and nothing of the other may show
or change.
"""

from collections.abc import AsyncGenerator, Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace
from itertools import product
from pathlib import Path
from typing import Any, Final

import httpx
import pytest

from mercato.graph.audiences import SELLERS_GRAPH
from mercato.kernel.db import Db
from mercato.kernel.ids import new_ulid
from mercato.kernel.reader.parse import parse_selection
from mercato.kernel.reader.run import fetch
from mercato.kernel.reader.view import View, key_name
from tests.api.kinds import BODIES, NAMES, NEW, SHARED, TOLD, kind_of_field, kind_of_parameter
from tests.conftest import settings_for
from tests.support import people
from tests.support.bodies import Place, Schema, merged
from tests.support.marketplace import PROVIDER, SECRET_WORD, Marketplace, Shop, a_marketplace, a_shop, buy
from tests.support.mounted import Route, mounted
from tests.support.reach import ID, paths
from tests.support.rows import Rows, about, differences, everything, new_ids

pytestmark = pytest.mark.usefixtures("world")
SETTINGS: Final = settings_for("sqlite+aiosqlite:///nowhere", Path("nowhere"))
ROUTES: Final = list(mounted(SETTINGS, "vendor"))
PARAMETER_VALUES: Final = {"rule_type": "rules", "rule_attribute_id": "currency"}
UNLISTED: Final = frozenset({"event", "job", "step"})


@dataclass
class World:
    """The marketplace, what is the first seller's alone, and what the second one has."""

    db: Db
    market: Marketplace
    victim: Shop
    intruder: Shop
    theirs: dict[str, list[str]]
    own: dict[str, list[str]]
    hidden: frozenset[str]
    problems: list[str] = field(default_factory=list[str])

    def victims(self, table: str) -> str | None:
        """An id of the first seller's."""
        return self.victim.ids.get(table) or next(iter(self.theirs.get(table, [])), None)

    def owned(self, table: str) -> str:
        """An id of the second seller's; one that nobody has where it has nothing of the kind."""
        return self.intruder.ids.get(table) or next(iter(self.own.get(table, [])), f"none_{new_ulid()}")

    def shown(self, told: str, sent: str) -> list[str]:
        """What an answer tells about the first seller."""
        found = sorted(self.hidden.intersection(ID.findall(told)) - set(ID.findall(sent)))
        return [*found[:3], *([SECRET_WORD] if SECRET_WORD in told else [])]


@pytest.fixture(scope="module")
async def world(lasting: tuple[Any, Db]) -> AsyncGenerator[World, None]:
    """Built once for all tests of this file."""
    app, db = lasting
    async with AsyncExitStack() as stack:
        admin = await stack.enter_async_context(people.admin(app))
        market = await stack.enter_async_context(a_marketplace(app, admin))
        start = await everything(db)
        victim = await stack.enter_async_context(a_shop(market, db, f"{SECRET_WORD} One"))
        await app.app.state.runner.run_once()
        between = await everything(db)
        intruder = await stack.enter_async_context(a_shop(market, db, "Second"))
        end = await everything(db)
        await buy(market, victim, intruder)
        await app.app.state.runner.run_once()
        theirs = {table: ids for table, ids in new_ids(start, between).items() if table not in UNLISTED}
        hidden = frozenset(id for ids in theirs.values() for id in ids)
        yield World(db, market, victim, intruder, theirs, new_ids(between, end), hidden)


async def test_ids_in_paths_and_bodies(world: World) -> None:
    before = await _about_victim(world)
    problems: list[str] = []
    for route in ROUTES:
        for told, foreign, unknown in _attempts(route, world, problems):
            found = await _compare(world, route, foreign, unknown, may_succeed=told in NEW)
            problems += [f"{told}: {problem}" for problem in found]

    assert not problems, "\n".join(problems)
    assert differences(before, await _about_victim(world)) == []


async def test_filters(world: World) -> None:
    problems: list[str] = []
    for route, view in ((route, route.view) for route in ROUTES if route.lists):
        values = _path_values(route, world, problems)
        for name in _filter_names(view):
            table = view.model.__tablename__ if view is not None and name == "id" else NAMES.get(name, SHARED)
            victims = world.victims(table) if table != SHARED else None
            if victims is not None:
                foreign = Attempt(route.to(**values), query={name: victims})
                unknown = Attempt(route.to(**values), query={name: _nobodys(victims)})
                found = await _compare(world, route, foreign, unknown, may_succeed=True)
                problems += [f"{route}?{name}=: {problem}" for problem in found]
    assert not problems, "\n".join(problems)


async def test_relations_show_nothing_of_others(world: World) -> None:
    """Every relation that a vendor's view can walk to, asked for one by one on rows the second seller may see."""
    problems: list[str] = []
    views = {route.view: route for route in ROUTES if route.view is not None}
    walked: set[Any] = set()
    for view, route in views.items():
        ids = await _visible(world, view)
        if not ids:
            problems.append(f"{route}: let the shops in tests/support/marketplace.py have a {view.model.__tablename__}")
            continue
        for path in paths(view, SELLERS_GRAPH, walked):
            asked = parse_selection(view, SELLERS_GRAPH, {"fields": f"id,*{path}"})
            async with world.db.read() as tx:
                rows = await fetch(tx, replace(asked, owner=world.intruder.ids["seller"]), ids)
            if shown := world.shown(repr(rows), ""):
                problems.append(f"{route} fields=*{path} shows {', '.join(shown)}: see mercato/graph/tenancy.py")
    assert not problems, "\n".join(problems)


async def test_no_vendor_route_reads_more_than_the_seller_s(world: World) -> None:
    """The same through the front door, for the relations next to what a route shows."""
    problems: list[str] = []
    for route, view in ((route, route.view) for route in ROUTES if route.method == "GET"):
        if view is None:
            continue
        path = route.to(**_path_values(route, world, problems))
        for relation in (name for name in paths(view, SELLERS_GRAPH, set()) if "." not in name):
            r = await world.intruder.client.get(path, params={"fields": f"id,*{relation}"})
            if (shown := world.shown(r.text, "")) or r.status_code != 200:
                problems.append(f"{route} fields=*{relation}: {r.status_code} {shown} {r.text[:100]}")
    assert not problems, "\n".join(problems)


async def test_who_is_no_seller_gets_nothing(world: World) -> None:
    """Users, customers, secret and publishable keys on the vendor's routes."""
    made = await world.market.admin.post("/admin/api-keys", json={"title": "Robot", "type": "secret"})
    secret = people.fine(made)["api_key"]["token"]
    customer = world.market.customer.headers
    strangers = {
        "nobody": {},
        "a user": {"authorization": world.market.admin.headers["authorization"]},
        "a customer": {"authorization": customer["authorization"]},
        "a secret key": {"authorization": f"Basic {secret}"},
        "a secret key as bearer": {"authorization": f"Bearer {secret}"},
        "a publishable key": {"x-publishable-api-key": customer["x-publishable-api-key"]},
    }
    problems = [
        f"{route} for {who}: {r.status_code} {r.text}"
        for route, (who, headers) in product(ROUTES, strangers.items())
        if (r := await _send(world, route, headers)).status_code != 401 or r.json() != {"message": "Unauthorized"}
    ]
    assert not problems, "\n".join(problems)


async def test_a_seller_is_nobody_elsewhere(world: World) -> None:
    """A seller's token on the routes of operators and customers."""
    shop = {"x-publishable-api-key": world.market.customer.headers["x-publishable-api-key"]}
    token = {"authorization": world.intruder.client.headers["authorization"]}
    closed = [route for route in mounted(SETTINGS, "admin") if route.path != "/admin/feature-flags"]
    closed += [route for route in mounted(SETTINGS, "store") if route.path.startswith("/store/customers")]
    problems = [
        f"{route}: {r.status_code} {r.text}"
        for route in closed
        if (r := await _send(world, route, shop | token)).status_code != 401
    ]
    assert not problems, "\n".join(problems)


@dataclass
class Attempt:
    """One request."""

    path: str
    query: dict[str, str] = field(default_factory=dict[str, str])
    body: Any = None

    def __str__(self) -> str:
        return f"{self.path} {self.query} {self.body}"


def _attempts(route: Route, world: World, problems: list[str]) -> Iterator[tuple[str, Attempt, Attempt]]:
    """What is tried, once with a foreign id and once with an unknown one."""
    values = _path_values(route, world, problems)
    owned = [name for name in route.parameters if kind_of_parameter(name, route.before(name)) != SHARED]
    schema = Schema(route.body) if route.body is not None else None
    body = _body(route, schema, world) if schema is not None else None
    for chosen in [[name] for name in owned] + ([owned] if len(owned) > 1 else []):
        foreign = {name: world.victims(kind_of_parameter(name, route.before(name)) or "") for name in chosen}
        if missing := [name for name, id in foreign.items() if id is None]:
            kind = kind_of_parameter(missing[0], route.before(missing[0]))
            problems.append(f"{route}: let the shops in tests/support/marketplace.py have a {kind}")
            continue
        unknown = {name: _nobodys(str(id)) for name, id in foreign.items()}
        yield (
            f"{route} with another's {', '.join(chosen)}",
            Attempt(route.to(**values | {name: str(id) for name, id in foreign.items()}), body=body),
            Attempt(route.to(**values | unknown), body=body),
        )
    if schema is None:
        return
    for place in _id_places(route, schema, problems):
        victims = world.victims(kind_of_field(str(route), place) or "")
        if victims is None:
            kind = kind_of_field(str(route), place)
            problems.append(f"{route}: let the shops in tests/support/marketplace.py have a {kind}")
            continue
        yield (
            f"{route} {'.'.join(place)}",
            Attempt(route.to(**values), body=_body(route, schema, world, place, victims)),
            Attempt(route.to(**values), body=_body(route, schema, world, place, _nobodys(victims))),
        )


def _path_values(route: Route, world: World, problems: list[str]) -> dict[str, str]:
    values: dict[str, str] = {}
    for name in route.parameters:
        segment = route.before(name)
        kind = kind_of_parameter(name, segment)
        if kind is None:
            problems.append(f"{route}: tell in tests/api/kinds.py (SEGMENTS) of which table {{{name}}} is the id")
        shared = {"regions": "region", "stores": "store", "fulfillment-providers": "fulfillment_provider"}
        if kind:
            values[name] = world.owned(kind)
        else:
            values[name] = world.market.ids.get(shared.get(segment, ""), PARAMETER_VALUES.get(name, "nothing"))
    return values


def _id_places(route: Route, schema: Schema, problems: list[str]) -> list[Place]:
    places: list[Place] = []
    for place in schema.texts():
        kind = kind_of_field(str(route), place)
        if kind is None:
            problems.append(
                f'tell in tests/api/kinds.py (NAMES or PLACES) what "{route} {".".join(place)}" is the id of'
            )
        elif kind != SHARED:
            places.append(place)
    return places


def _body(route: Route, schema: Schema, world: World, place: Place | None = None, value: str | None = None) -> Any:
    def give(here: Place) -> str | None:
        if here == place:
            return value
        kind = kind_of_field(str(route), here)
        if kind:
            return world.owned(kind)
        return {"provider_id": PROVIDER, "region_id": world.market.ids["region"]}.get(here[-1])

    return merged(BODIES.get(str(route), {}), schema.sample(give, place))


async def _compare(
    world: World, route: Route, foreign: Attempt, unknown: Attempt, *, may_succeed: bool = False
) -> list[str]:
    client = world.intruder.client
    answers = [
        await client.request(route.method, attempt.path, params=attempt.query, json=attempt.body)
        for attempt in (foreign, unknown)
    ]
    got, expected = (_without_ids(r, attempt) for r, attempt in zip(answers, (foreign, unknown), strict=True))
    problems: list[str] = []
    if shown := world.shown(answers[0].text, str(foreign)):
        problems.append(f"{foreign} shows {', '.join(shown)}")
    if may_succeed and answers[0].is_success and route.method != "GET":
        # What is new has ids and times of its own.
        got, expected = (got[0], ""), (expected[0], "")
    if got != expected and (str(route) not in TOLD or answers[0].status_code < 400):
        problems.append(f"{foreign} got {got}, an unknown id {expected}")
    if answers[0].is_success and not may_succeed:
        problems.append(f"{foreign} succeeded: {answers[0].text[:200]}")
    if answers[0].text.startswith('{"type":"invalid_data","message":"Invalid request: '):
        problems.append(f"{foreign}: complete the body in tests/api/kinds.py (BODIES): {answers[0].text}")
    return problems


def _without_ids(response: httpx.Response, attempt: Attempt) -> tuple[int, str]:
    told = response.text
    for id in sorted(set(ID.findall(str(attempt)))):
        told = told.replace(id, "<id>")
    return response.status_code, told


def _nobodys(id: str) -> str:
    """An id of the same form that nobody has."""
    return f"{id.rpartition('_')[0]}_{new_ulid()}"


def _filter_names(view: View | None) -> list[str]:
    assert view is not None
    filters = view.filters
    return [*f"{filters.plain} {filters.operator} {filters.text}".split(), *filters.paths, *filters.relation]


async def _visible(world: World, view: View) -> list[str]:
    """Keys of rows that the second seller may see in this view."""
    table = view.model.__tablename__
    ids = [*world.own.get(table, [])]
    if ids or any(table == word for word in world.theirs if world.theirs[word]):
        return ids
    rows = (await everything(world.db))[table]
    return [str(row[key_name(view.model)]) for row in rows.values()][:50]


async def _send(world: World, route: Route, headers: dict[str, str]) -> httpx.Response:
    path = route.to(**dict.fromkeys(route.parameters, "x"))
    async with people.client(world.market.app) as client:
        return await client.request(route.method, path, headers=headers, json={} if route.body is not None else None)


async def _about_victim(world: World) -> Rows:
    rows = about(await everything(world.db), world.hidden)
    return {table: content for table, content in rows.items() if table not in UNLISTED}
