"""A marketplace under fire: built, shot at, and looked at."""

from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from random import Random
from typing import Any

import httpx

from mercato.domains.identity.commands.users import create_user
from mercato.kernel.db import Db
from tests.fuzzing.judge import complaints
from tests.fuzzing.shots import Gun, Shot
from tests.fuzzing.wire import send
from tests.support import people
from tests.support.marketplace import Marketplace, a_marketplace, a_shop
from tests.support.mounted import Route
from tests.support.rows import everything


@dataclass
class Siege:
    """Who shoots, and with what credentials."""

    app: Any
    db: Db
    clients: Mapping[str, httpx.AsyncClient]
    spared: frozenset[str] = frozenset()
    found: list[str] = field(default_factory=list[str])
    statuses: dict[int, int] = field(default_factory=dict[int, int])

    async def ids(self) -> dict[str, list[str]]:
        """Table -> ids of rows that live, the newest of many."""
        rows = await everything(self.db)
        return {
            table: [
                str(next(iter(key)))
                for key, row in list(content.items())[-30:]
                # Who shoots must not shoot itself.
                if len(key) == 1 and row.get("deleted_at") is None and key[0] not in self.spared
            ]
            for table, content in rows.items()
        }

    async def shoot(self, routes: Sequence[Route], *, seed: int, rounds: int) -> None:
        """Shoots at every route that many times, in a mixed order."""
        rng = Random(seed)
        gun = Gun(seed, await self.ids())
        order = [route for route in routes for _ in range(rounds)]
        rng.shuffle(order)
        for number, route in enumerate(order):
            if number % 400 == 399:
                gun.ids = await self.ids()
            await self._fire(gun.shot(route), rng)

    async def _fire(self, shot: Shot, rng: Random) -> None:
        audience = shot.route.audience if rng.random() < 0.97 else rng.choice(list(self.clients))
        client = self.clients.get(audience) or self.clients["store"]
        wanted = ("authorization", "x-publishable-api-key")
        credentials = {name: client.headers[name] for name in wanted if name in client.headers}
        headers = {**shot.headers, **credentials, "content-length": str(len(shot.content))}
        response = await send(self.app, shot.method, shot.target, headers, shot.content)
        self.statuses[response.status_code] = self.statuses.get(response.status_code, 0) + 1
        for complaint in complaints(response, str(shot)):
            self.found.append(f"{complaint}\n    {shot}")


@asynccontextmanager
async def besieged(app: Any, db: Db) -> AsyncGenerator[Siege, None]:
    """A marketplace in which everything is there once."""
    async with AsyncExitStack() as stack:
        await create_user(db, people.ADMIN_EMAIL, people.ADMIN_PASSWORD)
        admin = await stack.enter_async_context(people.admin(app))
        market: Marketplace = await stack.enter_async_context(a_marketplace(app, admin))
        shop = await stack.enter_async_context(a_shop(market, db, "Besieged"))
        await app.app.state.runner.run_once()
        nobody = await stack.enter_async_context(people.anonymous(app))
        me = people.fine(await admin.get("/admin/users/me"))["user"]["id"]
        keys = people.fine(await admin.get("/admin/api-keys"))["api_keys"]
        spared = {me, shop.ids["member"], shop.ids["seller"], market.ids["customer"], *(key["id"] for key in keys)}
        clients = {"admin": admin, "vendor": shop.client, "store": market.customer, "auth": nobody, "hooks": nobody}
        yield Siege(app, db, clients, frozenset(spared))
