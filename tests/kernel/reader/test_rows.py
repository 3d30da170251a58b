"""Values on the wire, computed fields, decoded rows."""

import json
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from mercato.kernel.db import Tx
from mercato.kernel.errors import NotFound
from mercato.kernel.reader.compile import Request, statement
from mercato.kernel.reader.parse import parse_listing, parse_selection
from mercato.kernel.reader.run import fetch, list_bytes, rows_of, show_bytes
from mercato.kernel.reader.view import Computed, Edge, Graph
from tests.kernel.reader.conftest import Reader
from tests.kernel.reader.make import orders, people, regions
from tests.kernel.reader.shop import (
    CALLS,
    CUSTOMER,
    GRAPH,
    ORDER,
    RATE,
    REGION,
    THING,
    Customer,
    Group,
    Order,
    Status,
    Thing,
    fill_item,
)

VALUES: dict[str, Any] = {
    "name": 'quote " backslash \\ line\nÄ 🎉',
    "size": 2**53 + 1,
    "price": Decimal("12345678901234567890.0100"),
    "ready": True,
    "seen_at": datetime(2024, 2, 29, 23, 59, 59, 7000, tzinfo=UTC),
    "data": {"a": [1, 2.5, None, True, {"b": "ł"}], "big": 12345678901234567890},
    "status": Status.PUBLISHED,
    "order": 7,
}


async def test_every_kind_of_value_is_exact_on_the_wire(tx: Tx):
    thing, empty = Thing(**VALUES), Thing(price=Decimal("5.00"))
    tx.add(thing, empty)
    selection = parse_selection(THING, GRAPH, {})
    raw = await show_bytes(tx, selection, thing.id)
    assert b"12345678901234567890.01" in raw
    assert b"12345678901234567890.0100" not in raw
    answer = json.loads(raw, parse_float=Decimal)["thing"]
    assert {name: answer[name] for name in VALUES} == VALUES | {
        "price": Decimal("12345678901234567890.01"),
        "seen_at": "2024-02-29T23:59:59.007Z",
        "data": {"a": [1, Decimal("2.5"), None, True, {"b": "ł"}], "big": 12345678901234567890},
        "status": "published",
    }
    assert len(answer) == 12 + 70
    other = json.loads(await show_bytes(tx, selection, empty.id))["thing"]
    assert other["price"] == 5
    assert all(other[name] is None for name in VALUES if name != "price")
    assert b'"price":5,' in (await show_bytes(tx, selection, empty.id)).replace(b" ", b"")


async def test_decoded_rows_have_decimals(tx: Tx):
    places = await regions(tx)
    rows = await rows_of(tx, REGION, "country_code rates.rate", scope={"country_code": "us"}, order="-id")
    found = {row["id"]: [rate["rate"] for rate in row["rates"]] for row in rows}
    assert found == {
        places["us"].id: [Decimal("2.5")],
        places["ca"].id: [None, Decimal(10), Decimal("7.25")],
        places["ny"].id: [],
    }
    assert isinstance(found[places["ca"].id][1], Decimal)
    assert [row["id"] for row in rows] == sorted(found, reverse=True)
    assert len(await rows_of(tx, RATE, "*", limit=2)) == 2
    assert set((await rows_of(tx, RATE, "*", limit=1))[0]) == {
        "id",
        "region_id",
        "name",
        "rate",
        "created_at",
        "updated_at",
        "deleted_at",
    }


async def test_fetch_keeps_the_order_of_the_ids(tx: Tx):
    made = await people(tx)
    selection = parse_selection(CUSTOMER, GRAPH, {"fields": "email"})
    ids = [made.carla.id, "cus_none", made.zoe.id, made.carla.id]
    assert [row["id"] for row in await fetch(tx, selection, ids)] == [made.carla.id, made.zoe.id]
    assert await fetch(tx, selection, []) == []
    assert await fetch(tx, selection, ids, scope={"first_name": "nobody"}) == []


async def test_scoped_objects(read: Reader, tx: Tx):
    made = await people(tx)
    assert (await read.show(CUSTOMER, made.bob.id, scope={"groups.name": "VIP"}))["id"] == made.bob.id
    with pytest.raises(NotFound):
        await read.show(CUSTOMER, made.carla.id, scope={"groups.name": "VIP"})


async def test_virtual_columns(read: Reader, tx: Tx):
    made = await regions(tx)
    assert await read.show(REGION, made["ca"].id, fields="level") == {"id": made["ca"].id, "level": 1}
    row = await read.show(REGION, made["us"].id, fields="children.level")
    assert [child["level"] for child in row["children"]] == [1, 1]
    tx.add(Thing(name="quiet"))
    assert (await read.rows(THING, fields="loud", order="-loud"))[0]["loud"] == "QUIET"


async def test_computed_fields_are_added_and_their_needs_taken_away(read: Reader, tx: Tx):
    made = await people(tx)
    (order,) = await orders(tx, made.zoe, ["10", "2.55"])
    answer = await read.show(ORDER, order.id, fields="total", context={"x": 1})
    assert answer == {"id": order.id, "total": 25.1}
    assert [call[:3] for call in CALLS] == [("item", 2, frozenset({"total"})), ("order", 1, frozenset({"total"}))]
    assert CALLS[0][3] == {"x": 1}


async def test_computed_fields_are_filled_once_for_all_rows(read: Reader, tx: Tx):
    made = await people(tx)
    await orders(tx, made.zoe, ["1"], ["2", "3"])
    await orders(tx, made.bob, ["4"])
    rows = await read.rows(CUSTOMER, fields="email,spent,orders.total,orders.items.title", order="email")
    assert [call[:2] for call in CALLS] == [("item", 4), ("order", 3), ("customer", 3)]
    assert [row["spent"] for row in rows] == [12, 8, 0]
    assert [[set(order) for order in row["orders"]] for row in rows] == [
        [{"id", "total", "items"}] * 2,
        [{"id", "total", "items"}],
        [],
    ]
    assert set(rows[0]["orders"][0]["items"][0]) == {"id", "title"}


async def test_a_star_brings_the_computed_fields_that_say_so(read: Reader, tx: Tx):
    made = await people(tx)
    (order,) = await orders(tx, made.zoe, ["1.50"])
    answer = await read.show(ORDER, order.id, fields="*items")
    assert answer["total"] == 3
    assert answer["items"][0]["total"] == 3
    starred = await read.show(CUSTOMER, made.zoe.id, fields="*orders")
    assert "total" not in starred["orders"][0]


@pytest.mark.parametrize("fields", ["summary", "*summary", "summary.paid", "summary.*"])
async def test_a_computed_name_may_be_an_object(read: Reader, tx: Tx, fields: str):
    made = await people(tx)
    (order,) = await orders(tx, made.zoe, ["1"])
    answer = await read.show(ORDER, order.id, fields=f"id,{fields}")
    assert answer == {"id": order.id, "summary": {"paid": 0, "due": 2, "raw": [1.5]}}


async def test_computed_lists_keep_their_count(read: Reader, tx: Tx):
    made = await people(tx)
    await orders(tx, made.zoe, ["1"], ["2"], ["3"])
    answer = await read.list(ORDER, fields="total", limit="2", order="-id")
    assert ([row["total"] for row in answer["orders"]], answer["count"], answer["limit"]) == ([6, 4], 3, 2)
    assert (await read.list(ORDER, limit="0"))["orders"] == []


async def test_plain_requests_never_decode(tx: Tx, monkeypatch: pytest.MonkeyPatch):
    await people(tx)
    monkeypatch.delattr("mercato.kernel.reader.run.decoded")
    listing = parse_listing(CUSTOMER, GRAPH, {"fields": "*groups,*addresses"})
    assert json.loads(await list_bytes(tx, listing))["count"] == 3


async def test_a_reader_sees_what_its_transaction_wrote(read: Reader, tx: Tx):
    tx.add(Customer(email="new@example.com"))
    assert (await read.list(CUSTOMER))["count"] == 1


def test_statements_are_shared_by_all_requests_of_one_shape():
    first = parse_listing(CUSTOMER, GRAPH, {"email": ["a", "b"], "q": "x", "fields": "email"})
    second = parse_listing(CUSTOMER, GRAPH, {"email": ["c"], "q": "y", "fields": "email"})
    assert first.plan is second.plan
    assert first.shape == second.shape
    for dialect in ("sqlite", "postgresql"):
        compiled = [
            statement(one.plan, Request("page", one.shape, one.order, True), dialect) for one in (first, second)
        ]
        assert compiled[0] is compiled[1]


def test_a_graph_says_what_is_wrong_with_it():
    edge = Edge(Customer, "orders", Order, many=True, hops=[("id", Order, "customer_id")])
    with pytest.raises(ValueError, match=r"two relations Customer\.orders"):
        Graph([edge, Edge(Customer, "orders", Order, many=True, hops=[("id", Order, "customer_id")])])
    with pytest.raises(ValueError, match=r"two meanings of Customer\.orders"):
        Graph([edge], [Computed(Customer, names="orders", fill=fill_item)])
    with pytest.raises(ValueError, match="the last hop has to reach Group"):
        Edge(Customer, "groups", Group, many=True, hops=[("id", Order, "customer_id")])
