"""Filters, search, scopes."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from mercato.kernel.db import Tx
from mercato.kernel.errors import Invalid
from mercato.kernel.reader.parse import parse_listing
from mercato.kernel.reader.run import rows_of
from mercato.kernel.reader.view import View
from tests.kernel.reader.conftest import Reader
from tests.kernel.reader.make import people, regions
from tests.kernel.reader.shop import (
    CURRENCY,
    CUSTOMER,
    GRAPH,
    RATE,
    REGION,
    STORE_CUSTOMER,
    THING,
    Currency,
    Group,
    Status,
    Thing,
)


def refused(view: View, **query: object) -> str:
    with pytest.raises(Invalid) as error:
        parse_listing(view, GRAPH, query)
    return error.value.message.removeprefix("Invalid request: ")


async def emails(read: Reader, **query: Any) -> list[str]:
    return [row["email"].split("@")[0] for row in await read.rows(CUSTOMER, order="email", **query)]


async def codes(read: Reader, **query: Any) -> list[str]:
    rows = await read.rows(REGION, order="id", **query)
    return [row["province_code"] or row["country_code"] for row in rows]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"email": "bob@example.com"}, ["bob"]),
        ({"email": "BOB@example.com"}, []),
        ({"email": ["bob@example.com", "Zoe@example.com", "x"]}, ["Zoe", "bob"]),
        ({"email": []}, []),
        ({"email": ""}, []),
        ({"company_name": "null"}, ["Zoe", "carla"]),
        ({"company_name": ["null"]}, []),
        ({"first_name": "Zoë Łukasz"}, ["Zoe"]),
        ({"has_account": "true"}, ["bob"]),
        ({"has_account": "FALSE"}, ["Zoe", "carla"]),
        ({"email": "bob@example.com", "has_account": "false"}, []),
        ({"group_name": "VIP"}, ["Zoe", "bob"]),
        ({"group_name": ["Wholesale", "none"]}, []),
        ({"group_name": "null"}, ["carla"]),
        ({"city": "Łódź"}, ["Zoe"]),
        ({"groups": {"name": "VIP"}}, ["Zoe", "bob"]),
        ({"groups": {"name": ["Wholesale"]}}, []),
        ({"groups": {"name": {"$like": "V%"}, "created_at": {"$gt": "2020-01-01"}}}, ["Zoe", "bob"]),
        ({"groups": {"name": {"$like": "V%"}, "created_at": {"$lt": "2020-01-01"}}}, []),
        ({"groups": {"nope": "x"}}, ["Zoe", "bob", "carla"]),
        ({"groups": "cusgroup_none"}, []),
        ({"addresses": {"customer": {"email": "Zoe@example.com"}}}, ["Zoe"]),
        ({"$or": [{"email": "bob@example.com"}, {"first_name": "Carla"}]}, ["bob", "carla"]),
        ({"$and": [{"email": "bob@example.com"}, {"first_name": "Carla"}]}, []),
        ({"$and": [{"company_name": "ACME GmbH"}, {"has_account": "true"}]}, ["bob"]),
        ({"$or": [{"email": "bob@example.com"}], "first_name": "Carla"}, []),
        ({"$or": []}, []),
        ({"$and": []}, ["Zoe", "bob", "carla"]),
        ({"$or": [{"nope": "1"}]}, ["Zoe", "bob", "carla"]),
        ({"$or": [{"$or": [{"email": "x"}]}]}, ["Zoe", "bob", "carla"]),
        ({"$or": [{"q": "acme"}, {"groups": {"name": "VIP"}}]}, ["Zoe", "bob"]),
        ({"created_at": {"$gte": "2020-01-01", "$lt": "2099-01-01T00:00:00Z"}}, ["Zoe", "bob", "carla"]),
        ({"created_at": {"$gt": "2099-12-31"}}, []),
        ({"created_at": "2020-01-01"}, []),
        ({"created_at": "null"}, []),
        ({"created_at": {"$ne": "null"}}, ["Zoe", "bob", "carla"]),
        ({"created_at": {"$gt": "null"}}, []),
        ({"metadata": {"$contains": "x"}}, []),
    ],
)
async def test_filters(read: Reader, tx: Tx, query: dict[str, Any], found: list[str]):
    await people(tx)
    assert await emails(read, **query) == found


async def test_relation_filters_by_id(read: Reader, tx: Tx):
    made = await people(tx)
    assert await emails(read, groups=made.vip.id) == ["Zoe", "bob"]
    assert await emails(read, groups=[made.vip.id, made.wholesale.id]) == ["Zoe", "bob"]
    assert await emails(read, groups={"id": made.vip.id}) == ["Zoe", "bob"]
    assert await emails(read, id={"$nin": [made.carla.id]}) == ["Zoe", "bob"]
    await tx.delete(made.vip)
    assert await emails(read, groups=made.vip.id) == []


async def test_an_objects_own_instant_finds_it(read: Reader, tx: Tx):
    made = await people(tx)
    shown = (await read.show(CUSTOMER, made.bob.id))["created_at"]
    assert "bob" in await emails(read, created_at=shown)
    assert "bob" in await emails(read, created_at={"$lte": shown, "$gte": shown})
    assert "bob" not in await emails(read, created_at={"$gt": shown})
    assert "bob" in await emails(read, created_at=shown.replace("Z", "+00:00"))


@pytest.mark.parametrize(
    ("operators", "found"),
    [
        ("de", ["de"]),
        (["de", "fr"], ["de", "fr"]),
        ({"$eq": "fr"}, ["fr"]),
        ({"$eq": ["fr", "de"]}, ["de", "fr"]),
        ({"$ne": "us"}, ["de", "fr"]),
        ({"$ne": ["us", "de"]}, ["fr"]),
        ({"$in": ["us", "fr"]}, ["fr", "us", "us-ca", "us-ny"]),
        ({"$in": ["us", "null"]}, ["us", "us-ca", "us-ny"]),
        ({"$nin": ["us", "fr"]}, ["de"]),
        ({"$nin": ["null"]}, ["de", "fr", "us", "us-ca", "us-ny"]),
        ({"$like": "u%"}, ["us", "us-ca", "us-ny"]),
        ({"$like": "U%"}, []),
        ({"$like": "_e"}, ["de"]),
        ({"$like": "d*"}, []),
        ({"$like": "[d]e"}, []),
        ({"$like": "d\\e"}, ["de"]),
        ({"$like": "\\"}, []),
        ({"$ilike": "D%"}, ["de"]),
        ({"$re": "^[df]"}, ["de", "fr"]),
        ({"$gt": "fr"}, ["us", "us-ca", "us-ny"]),
        ({"$gte": "fr", "$lt": "us"}, ["fr"]),
        ({"$lte": "fr"}, ["de", "fr"]),
        ({"$foo": "x"}, ["de", "fr", "us", "us-ca", "us-ny"]),
        ({"$not": {"$eq": "de"}}, ["de", "fr", "us", "us-ca", "us-ny"]),
        ({"x": {"y": "z"}, "$eq": "de"}, ["de"]),
    ],
)
async def test_operators(read: Reader, tx: Tx, operators: Any, found: list[str]):
    await regions(tx)
    assert await codes(read, country_code=operators) == found


async def test_null_among_operators(read: Reader, tx: Tx):
    await regions(tx)
    assert await codes(read, parent_id="null") == ["de", "fr", "us"]
    assert await codes(read, parent_id={"$ne": "null"}) == ["us-ca", "us-ny"]
    assert await codes(read, **{"$or": [{"country_code": {"$ilike": "D%"}}, {"province_code": "us-ca"}]}) == [
        "de",
        "us-ca",
    ]


async def test_numbers(read: Reader, tx: Tx):
    await regions(tx)
    assert await codes(read, rate="10.00") == ["us-ca"]
    assert await codes(read, rate=["2.50", "3"]) == ["us"]
    assert await codes(read, rate="1e1") == ["us-ca"]
    assert await codes(read, level="1") == ["us-ca", "us-ny"]
    for n, price in enumerate(("9", "10", "-3", "-3.25", "0", "123456789012345678.001", "123456789012345678.002")):
        tx.add(Thing(name=f"t{n}", price=Decimal(price), size=n))
    await tx.flush()

    async def names(**query: Any) -> list[str]:
        return [row["name"] for row in await read.rows(THING, order="price", **query)]

    assert await names() == ["t3", "t2", "t4", "t0", "t1", "t5", "t6"]
    assert await names(price={"$gt": "9"}) == ["t1", "t5", "t6"]
    assert await names(price={"$lte": "-3.0"}) == ["t3", "t2"]
    assert await names(price={"$lt": "123456789012345678.0015", "$gt": "100"}) == ["t5"]
    assert await names(price={"$nin": ["9", "10"], "$lt": "100"}) == ["t3", "t2", "t4"]
    assert await names(price={"$like": "1%"}) == ["t1", "t5", "t6"]
    assert await names(size=["1", "3"]) == ["t3", "t1"]
    assert await names(loud="T1") == ["t1"]
    assert await names(loud=["T1", "t2"]) == ["t1"]


@pytest.mark.parametrize(
    ("view", "query", "problem"),
    [
        (CUSTOMER, {"email": {"$in": ["x"]}}, "Expected type: 'string, array' for field 'email', got: 'object'"),
        (CUSTOMER, {"email": [{"x": "y"}]}, "Expected type: 'string, array' for field 'email', got: 'array'"),
        (CUSTOMER, {"tags": ["x"]}, "Expected type: 'string' for field 'tags', got: 'array'"),
        (CUSTOMER, {"q": ["a", "b"]}, "Expected type: 'string' for field 'q', got: 'array'"),
        (CUSTOMER, {"q": "\x00"}, "Invalid input"),
        (CUSTOMER, {"email": "\x00"}, "Invalid input"),
        (CUSTOMER, {"email": "\ud800"}, "Invalid input"),
        (CUSTOMER, {"has_account": "yes"}, "Invalid input"),
        (CUSTOMER, {"has_account": ["true"]}, "Invalid input"),
        (CUSTOMER, {"$or": {"email": "x"}}, "Expected type: 'array' for field '$or', got: 'object'"),
        (CUSTOMER, {"$or": "x"}, "Expected type: 'array' for field '$or', got: 'string'"),
        (CUSTOMER, {"$or": ["x"]}, "Expected type: 'object' for field '$or, 0', got: 'string'"),
        (
            CUSTOMER,
            {"$or": [{"email": {"$ilike": "B%"}}]},
            "Expected type: 'string, array' for field '$or, 0, email', got: 'object'",
        ),
        (
            REGION,
            {"country_code": {"$in": "de"}},
            "Expected type: 'string, array' for field 'country_code', got: 'object'",
        ),
        (
            REGION,
            {"country_code": {"$ilike": ["x"]}},
            "Expected type: 'string, array' for field 'country_code', got: 'object'",
        ),
        (
            REGION,
            {"country_code": {"$contains": "x"}},
            "Expected type: 'string, array' for field 'country_code', got: 'object'",
        ),
        (REGION, {"country_code": {"$re": "("}}, "Invalid regular expression for field 'country_code'"),
        (
            REGION,
            {"country_code": {"$like": "x" * 501}},
            "Value for field 'country_code' too big, expected at most: '500'",
        ),
        (REGION, {"created_at": "garbage"}, "Expected type: 'date' for field 'created_at', got: 'string'"),
        (REGION, {"created_at": ""}, "Expected type: 'date' for field 'created_at', got: 'string'"),
        (REGION, {"created_at": "2020"}, "Expected type: 'date' for field 'created_at', got: 'string'"),
        (REGION, {"created_at": {"$gt": "2020-02-30"}}, "Expected type: 'date' for field 'created_at', got: 'string'"),
        (
            REGION,
            {"created_at": "0001-01-01T00:00+01:00"},
            "Expected type: 'date' for field 'created_at', got: 'string'",
        ),
        (
            REGION,
            {"created_at": {"$like": "2020%"}},
            "Expected type: 'string, array' for field 'created_at', got: 'object'",
        ),
        (REGION, {"rate": "x"}, "Expected type: 'number' for field 'rate', got: 'nan'"),
        (REGION, {"rate": "NaN"}, "Expected type: 'number' for field 'rate', got: 'nan'"),
        (REGION, {"rate": "1e999"}, "Expected type: 'number' for field 'rate', got: 'nan'"),
        (THING, {"size": "1.5"}, "Expected type: 'number' for field 'size', got: 'nan'"),
        (THING, {"size": str(2**63)}, f"Value for field 'size' too big, expected at most: '{2**63 - 1}'"),
        (THING, {"status": "live"}, "Expected: 'draft, published' for field 'status', but got: 'live'"),
        (THING, {"status": "draft,live"}, "Expected: 'draft, published' for field 'status', but got: 'draft,live'"),
        (THING, {"status": ["draft", "live"]}, "Expected: 'draft, published' for field 'status, 1', but got: 'live'"),
        (THING, {"status": {"$ne": "draft"}}, "Expected type: 'string, array' for field 'status', got: 'object'"),
    ],
)
def test_what_is_refused(view: View, query: dict[str, Any], problem: str):
    assert refused(view, **query) == problem


async def test_enumerations_json_and_dates_of_any_writing(read: Reader, tx: Tx):
    tx.add(
        Thing(name="a", status=Status.DRAFT, data={"note": "Zażółć"}, seen_at=_instant("2024-05-05T10:00:00.250")),
        Thing(name="b", status=Status.PUBLISHED, ready=True),
    )
    await tx.flush()

    async def names(**query: Any) -> list[str]:
        return [row["name"] for row in await read.rows(THING, order="status", fields="name", **query)]

    assert await names() == ["a", "b"]
    assert await names(status="draft") == ["a"]
    assert await names(status=["published", "draft"]) == ["a", "b"]
    assert await names(status="published,draft") == ["a", "b"]
    assert await names(ready="true") == ["b"]
    assert await names(q="ŻÓŁĆ") == ["a"]
    for text in ("2024-05-05T10:00:00.250Z", "2024-05-05 12:00:00.25+02:00", "2024-05-05T10:00:00.2509Z"):
        assert await names(seen_at=text) == ["a"]
    assert await names(seen_at={"$gt": "2024-05-05"}) == ["a"]
    assert await names(seen_at={"$gt": "2024-05-05T10:00"}) == ["a"]
    assert await names(seen_at={"$lte": "2024-05-05T10:00"}) == []


async def test_lists_in_columns(read: Reader, tx: Tx):
    made = await people(tx)
    view = View(type(made.bob), one="c", many="cs", default="email", filters=CUSTOMER.filters)
    operator = View(view.model, one="c", many="cs", default="email", filters=type(view.filters)(operator="tags"))
    assert [row["email"] for row in await read.rows(operator, tags={"$contains": "a"})] == ["bob@example.com"]
    assert len(await read.rows(operator, tags={"$contains": ["a", "b"]})) == 1
    assert await read.rows(operator, tags={"$contains": ["a", "c"]}) == []


@pytest.mark.parametrize(
    ("q", "found"),
    [
        ("zoe", ["Zoe"]),
        ("ŁUK", ["Zoe"]),
        ("zoë", ["Zoe"]),
        ("acme", ["bob"]),
        ("example.com", ["Zoe", "bob"]),
        ("", ["Zoe", "bob", "carla"]),
        ("nobody", []),
        ("VIP", []),
        ("carla shop", []),
        ("%", []),
        ("_", []),
        ("\\", []),
        ("'", []),
        ("x" * 300, []),
    ],
)
async def test_search(read: Reader, tx: Tx, q: str, found: list[str]):
    await people(tx)
    assert await emails(read, q=q) == found


async def test_search_takes_signs_literally_and_walks_relations(read: Reader, tx: Tx):
    tx.add(Currency(code="aaa", name="100%_\\x"), Currency(code="bbb", name="100 X", decimal_digits=7))
    await tx.flush()
    assert [row["code"] for row in await read.rows(CURRENCY, q="0%_\\X")] == ["aaa"]
    assert [row["code"] for row in await read.rows(CURRENCY, q="x")] == ["aaa", "bbb"]
    assert [row["code"] for row in await read.rows(CURRENCY, q="7")] == ["bbb"]
    await people(tx)
    for q, expected in (("vi", 2), ("łÓDŹ", 1), ("ZZ", 1), ("whole", 0)):
        assert len(await read.rows(STORE_CUSTOMER, q=q)) == expected


async def test_a_slow_pattern_is_refused(read: Reader, tx: Tx):
    tx.add(Group(name="a"), Thing(name="a" * 40 + "!"))
    await tx.flush()
    if tx.dialect == "sqlite":
        with pytest.raises(Invalid, match="Invalid regular expression"):
            await read.rows(THING, name={"$re": "(a|a)*$"})
    else:
        assert await read.rows(THING, name={"$re": "(a|a)*$"}) is not None


async def test_a_pattern_that_only_one_database_knows_is_refused(read: Reader, tx: Tx):
    if tx.dialect == "postgresql":
        tx.add(Thing(name="a"))
        with pytest.raises(Invalid, match="Invalid regular expression"):
            await read.rows(THING, name={"$re": "(?<word>a)"})


async def test_scopes(read: Reader, tx: Tx):
    made = await people(tx)
    places = await regions(tx)

    async def found(scope: dict[str, Any], **query: Any) -> list[str]:
        answer = await read.list(CUSTOMER, scope=scope, order="email", **query)
        assert answer["count"] == len(answer["customers"])
        return [row["email"].split("@")[0] for row in answer["customers"]]

    assert await found({"groups.id": made.vip.id}) == ["Zoe", "bob"]
    assert await found({"groups.id": made.vip.id}, email="bob@example.com") == ["bob"]
    assert await found({"groups.id": {"$in": [made.vip.id]}, "has_account": True}) == ["bob"]
    assert await found({"groups.id": None}) == ["carla"]
    assert await found({"id": [made.bob.id, made.carla.id]}, q="e") == ["bob", "carla"]
    assert await found({"id": {"$nin": [made.bob.id]}, "first_name": {"$ne": None}}) == ["Zoe", "carla"]
    assert await found({"$or": [{"email": "bob@example.com"}, {"addresses.city": "Łódź"}]}) == ["Zoe", "bob"]
    assert await found({"$not": {"groups.name": "VIP"}}) == ["carla"]
    assert await found({"created_at": {"$lte": made.carla.created_at}}) == ["Zoe", "bob", "carla"]
    assert await found({"created_at": {"$lt": made.zoe.created_at}}) == []
    assert await found({"id": []}) == []
    rates = await rows_of(tx, RATE, "name", scope={"rate": {"$gt": Decimal(7)}, "region.id": places["ca"].id})
    assert [row["name"] for row in rates] == ["California", "Los Angeles"]
    drafts = await rows_of(tx, THING, "name", scope={"status": Status.DRAFT})
    assert drafts == []


@pytest.mark.parametrize("name", ['"; drop table customer; --', "email' or '1'='1", "email\x00", "a.b.c", "é", ""])
async def test_nothing_a_client_writes_becomes_sql(read: Reader, tx: Tx, name: str):
    await people(tx)
    with pytest.raises(Invalid):
        parse_listing(CUSTOMER, GRAPH, {"order": name})
    with pytest.raises(Invalid):
        parse_listing(CUSTOMER, GRAPH, {name: "x"})
    with pytest.raises(Invalid):
        parse_listing(CUSTOMER, GRAPH, {"fields": f"email,*{name}"})
    assert await emails(read, email=name.replace("\x00", "")) == []


def _instant(text: str) -> Any:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)
