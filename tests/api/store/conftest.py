"""A storefront with something to sell."""

from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

import httpx
import pytest

from mercato.kernel.db import Db
from tests.support.people import fine
from tests.support.shops import Shop, a_shop

Open = Callable[[], AbstractAsyncContextManager[Shop]]
Take = Callable[..., Awaitable[dict[str, Any]]]


@pytest.fixture
def shop(db: Db, store: httpx.AsyncClient) -> Open:
    """`async with shop() as s:` makes what is sold; committed at the end of the block."""

    @asynccontextmanager
    async def opened() -> AsyncGenerator[Shop, None]:
        async with db.tx() as tx:
            yield await a_shop(tx)

    return opened


@pytest.fixture
def take(store: httpx.AsyncClient) -> Take:
    """`await take(region_id, {variant: quantity}, country="de")`: a new cart."""

    async def taken(region_id: str, wanted: dict[str, int] | None = None, **body: Any) -> dict[str, Any]:
        country = body.pop("country", None)
        items = [{"variant_id": id, "quantity": quantity} for id, quantity in (wanted or {}).items()]
        address = {} if country is None else {"shipping_address": {"country_code": country}}
        r = await store.post("/store/carts", json={"region_id": region_id, "items": items, **address, **body})
        return fine(r)["cart"]

    return taken
