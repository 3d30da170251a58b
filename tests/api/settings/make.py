"""What the tests of settings need again and again."""

from typing import Any

import httpx
from sqlalchemy import select

from mercato.kernel.db import Db
from mercato.kernel.events.models import StoredEvent


def ok(response: httpx.Response) -> Any:
    """The body of a success."""
    assert response.status_code == 200, response.text
    return response.json()


def refused(response: httpx.Response, status: int, message: str, kind: str = "invalid_data") -> None:
    """The answer is this refusal."""
    assert (response.status_code, response.json()) == (status, {"type": kind, "message": message})


async def a_region(admin: httpx.AsyncClient, name: str = "Nordics", **body: Any) -> dict[str, Any]:
    body = {"currency_code": "sek", **body}
    return ok(await admin.post("/admin/regions", json={"name": name, **body}))["region"]


async def the_store(admin: httpx.AsyncClient) -> dict[str, Any]:
    return ok(await admin.get("/admin/stores"))["stores"][0]


async def told(db: Db, prefix: str) -> list[tuple[str, dict[str, Any]]]:
    """The events of a kind, in their order."""
    query = select(StoredEvent.name, StoredEvent.data).order_by(StoredEvent.id)
    async with db.read() as tx:
        return [(name, data) for name, data in await tx.rows(query) if name.startswith(prefix)]
