"""Databases with the tables of the small world."""

import json
from collections.abc import AsyncGenerator
from typing import Any

import pytest

from mercato.kernel.db import Db, Tx
from mercato.kernel.reader.parse import parse_listing, parse_selection
from mercato.kernel.reader.run import list_bytes, show_bytes
from mercato.kernel.reader.view import View
from tests.kernel.reader.shop import CALLS, GRAPH, METADATA
from tests.support.statements import Statements


class Reader:
    """Asks as a client does, and checks that each request is one statement."""

    def __init__(self, tx: Tx, statements: Statements) -> None:
        self.tx = tx
        self.statements = statements

    async def list(self, view: View, *, scope: Any = None, context: Any = None, **query: Any) -> Any:
        listing = parse_listing(view, GRAPH, query)
        await self.tx.flush()
        self.statements.clear()
        answer = json.loads(await list_bytes(self.tx, listing, scope=scope, context=context))
        assert len(self.statements.since()) == 1
        return answer

    async def rows(self, view: View, **query: Any) -> Any:
        return (await self.list(view, **query))[view.many]

    async def show(self, view: View, id: str, *, scope: Any = None, context: Any = None, **query: Any) -> Any:
        selection = parse_selection(view, GRAPH, query)
        await self.tx.flush()
        self.statements.clear()
        answer = json.loads(await show_bytes(self.tx, selection, id, scope=scope, context=context))
        assert len(self.statements.since()) == 1
        return answer[view.one]


@pytest.fixture
async def db(empty_database_url: str) -> AsyncGenerator[Db, None]:
    db = Db(empty_database_url, graph=GRAPH)
    async with db.engine.begin() as connection:
        await connection.run_sync(METADATA.create_all)
    yield db
    await db.close()


@pytest.fixture
def read(tx: Tx, statements: Statements) -> Reader:
    CALLS.clear()
    return Reader(tx, statements)
