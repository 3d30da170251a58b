"""Paging, order, counting, keys of a list."""

import pytest

from mercato.kernel.db import Tx
from mercato.kernel.errors import Invalid
from mercato.kernel.reader.parse import parse_listing
from mercato.kernel.reader.view import View
from tests.kernel.reader.conftest import Reader
from tests.kernel.reader.make import people, regions
from tests.kernel.reader.shop import (
    ALLOWED_CUSTOMER,
    CURRENCY,
    CUSTOMER,
    GRAPH,
    GROUP,
    LENIENT,
    RATE,
    REGION,
    STORE_CUSTOMER,
    Currency,
    Thing,
)


def refused(view: View, **query: object) -> str:
    with pytest.raises(Invalid) as error:
        parse_listing(view, GRAPH, query)
    return error.value.message


async def test_an_empty_list(read: Reader):
    assert await read.list(CUSTOMER) == {"customers": [], "count": 0, "offset": 0, "limit": 50}
    assert await read.list(REGION) == {"tax_regions": [], "count": 0, "offset": 0, "limit": 20}


async def test_pages_and_count(read: Reader, tx: Tx):
    tx.add(*[Currency(code=f"c{n:02}", name="x") for n in range(12)])
    deleted = Currency(code="c99", name="x")
    tx.add(deleted)
    await tx.delete(deleted)

    async def page(**query: str) -> tuple[list[str], int, int, int]:
        answer = await read.list(CURRENCY, fields="code", **query)
        return [row["code"] for row in answer["currencies"]], answer["count"], answer["offset"], answer["limit"]

    assert await page(limit="3") == (["c00", "c01", "c02"], 12, 0, 3)
    assert await page(limit="3", offset="3") == (["c03", "c04", "c05"], 12, 3, 3)
    assert await page(limit="3", offset="11") == (["c11"], 12, 11, 3)
    assert await page(limit="5", offset="500") == ([], 12, 500, 5)
    assert await page(limit="0") == ([], 12, 0, 0)
    assert (await page(offset="10"))[1:] == (12, 10, 200)
    assert await page(limit="99999999999999999999999", offset="99999999999999999999999") == (
        [],
        12,
        99999999999999999999999,
        99999999999999999999999,
    )


@pytest.mark.parametrize(
    ("text", "number"),
    [("2abc", 2), ("1.9", 1), ("1e1", 1), ("0x10", 16), ("0x10zz", 16), (" 7", 7), ("+3", 3), ("007", 7), ("-0", 0)],
)
def test_leading_digits_count(text: str, number: int):
    assert parse_listing(CUSTOMER, GRAPH, {"limit": text}).limit == number
    assert parse_listing(CUSTOMER, GRAPH, {"offset": text}).offset == number


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        ("abc", "Expected type: 'number' for field 'limit', got: 'nan'"),
        (" ", "Expected type: 'number' for field 'limit', got: 'nan'"),
        ("٣", "Expected type: 'number' for field 'limit', got: 'nan'"),
        ("", "Expected type: 'number' for field 'limit', got: 'string'"),
        (["1", "2"], "Expected type: 'number' for field 'limit', got: 'array'"),
        ({"$gt": "1"}, "Expected type: 'number' for field 'limit', got: 'object'"),
        ("-1", "Value for field 'limit' too small, expected at least: '0'"),
    ],
)
def test_wrong_numbers(value: object, problem: str):
    assert refused(CUSTOMER, limit=value) == f"Invalid request: {problem}"


def test_unknown_keys_and_the_first_three_problems():
    assert refused(CUSTOMER, foo="1", bar="2") == "Invalid request: Unrecognized fields: 'foo, bar'"
    assert refused(CUSTOMER, **{"$not": {"email": "x"}}) == "Invalid request: Unrecognized fields: '$not'"
    assert refused(CUSTOMER, foo="1", limit="x", offset="y", order=["a"]) == (
        "Invalid request: Expected type: 'number' for field 'offset', got: 'nan'; "
        "Expected type: 'number' for field 'limit', got: 'nan'; "
        "Expected type: 'string' for field 'order', got: 'array'"
    )
    assert refused(RATE, q="x") == "Invalid request: Unrecognized fields: 'q'"
    parse_listing(LENIENT, GRAPH, {"foo": "1", "limit": "2"})


def test_with_deleted_is_true_or_false():
    assert refused(CUSTOMER, with_deleted="yes") == (
        "Invalid request: Expected type: 'boolean' for field 'with_deleted', got: 'string'"
    )


async def test_with_deleted_is_obeyed_only_where_the_view_says_so(read: Reader, tx: Tx):
    made = await people(tx)
    await tx.delete(made.zoe)
    assert len(await read.rows(CUSTOMER, with_deleted="true")) == 2
    view = View(Thing, one="thing", many="things", default="id", with_deleted=True)
    thing = Thing(name="x")
    tx.add(thing)
    await tx.delete(thing)
    assert await read.rows(view) == []
    assert await read.rows(view, with_deleted="false") == []
    assert await read.rows(view, with_deleted="true") == [{"id": thing.id}]


async def test_text_sorts_by_code_point(read: Reader, tx: Tx):
    await people(tx)
    emails = ["Zoe@example.com", "bob@example.com", "carla@shop.example"]
    assert [row["email"] for row in await read.rows(CUSTOMER, order="email")] == emails
    assert [row["email"] for row in await read.rows(CUSTOMER, order="-email")] == emails[::-1]


async def test_nulls_are_last_ascending_and_first_descending(read: Reader, tx: Tx):
    await regions(tx)

    async def codes(order: str) -> list[str | None]:
        return [row["province_code"] for row in await read.rows(REGION, country_code="us", order=order)]

    assert await codes("province_code") == ["us-ca", "us-ny", None]
    assert await codes("-province_code") == [None, "us-ny", "us-ca"]


async def test_decimals_sort_as_numbers_and_the_key_closes(read: Reader, tx: Tx):
    await regions(tx)
    assert [row["rate"] for row in await read.rows(RATE, order="rate")] == [2.5, 7.25, 10, None]
    assert [row["rate"] for row in await read.rows(RATE, order="-rate")] == [None, 10, 7.25, 2.5]
    rows = await read.rows(REGION, order="-country_code")
    assert [row["id"] for row in rows] == [
        row["id"] for row in sorted(rows, key=lambda r: (-ord(r["country_code"][0]), r["id"]))
    ]


async def test_order_by_relations(read: Reader, tx: Tx):
    made = await regions(tx)

    async def ids(order: str) -> list[str]:
        return [row["id"] for row in await read.rows(REGION, order=order, fields="id")]

    de, fr, us, ca, ny = (made[code].id for code in ("de", "fr", "us", "ca", "ny"))
    assert await ids("parent.country_code") == [ca, ny, de, fr, us]
    assert await ids("-parent.country_code") == [de, fr, us, ca, ny]
    # Each row once, by its smallest or greatest value.
    assert await ids("rates.rate") == [us, ca, de, fr, ny]
    assert await ids("-rates.rate") == [de, fr, ny, ca, us]
    assert await ids("-children.province_code") == [de, fr, ca, ny, us]
    assert await ids("provider.is_enabled") == [de, fr, us, ca, ny]
    assert await ids("level") == [de, fr, us, ca, ny]
    assert await ids("-level") == [ca, ny, de, fr, us]


@pytest.mark.parametrize(
    "order",
    [
        "nickname",
        "-nickname",
        "",
        "-",
        "a,-b",
        "+email",
        "groups",
        "email.x",
        "metadata",
        "metadata.nick",
        "password_hash",
        "orders.total",
        "spent",
        'email" desc; drop table customer; --',
        ".".join(["groups.customers"] * 11) + ".id",
    ],
)
def test_unknown_orders(order: str):
    assert refused(CUSTOMER, order=order) == f"Order field {order.removeprefix('-')} is not valid"


def test_order_keeps_to_the_views_lists():
    assert refused(ALLOWED_CUSTOMER, order="groups.name") == "Order field groups.name is not valid"
    assert refused(STORE_CUSTOMER, order="orders.id") == "Order field orders.id is not valid"
    parse_listing(ALLOWED_CUSTOMER, GRAPH, {"order": "-email"})


async def test_a_view_has_an_order_of_its_own(read: Reader, tx: Tx):
    await people(tx)
    assert [row["name"] for row in await read.rows(LENIENT)] == ["Wholesale", "VIP"]
    assert [row["name"] for row in await read.rows(GROUP)] == ["VIP", "Wholesale"]
