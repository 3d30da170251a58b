"""`fields`: what is answered."""

import pytest

from mercato.kernel.db import Tx
from mercato.kernel.errors import Invalid, NotFound
from mercato.kernel.reader.parse import parse_listing, parse_selection
from mercato.kernel.reader.run import fetch
from mercato.kernel.reader.view import Edge, Graph, View
from tests.kernel.reader.conftest import Reader
from tests.kernel.reader.make import people, regions
from tests.kernel.reader.shop import (
    ALLOWED_CUSTOMER,
    CURRENCY,
    CUSTOMER,
    CUSTOMER_FIELDS,
    GRAPH,
    GROUP,
    LENIENT,
    RATE,
    REGION,
    STORE_CUSTOMER,
    Customer,
    Order,
)

DEFAULTS = set(CUSTOMER_FIELDS.split())


def refused(view: View, fields: str) -> str:
    with pytest.raises(Invalid) as error:
        parse_selection(view, GRAPH, {"fields": fields})
    return error.value.message


@pytest.mark.parametrize(
    ("fields", "keys"),
    [
        (None, DEFAULTS),
        ("email", {"id", "email"}),
        ("email,", {"id", "email"}),
        ("email, first_name", {"id", "email", "first_name"}),
        ("-id,email", {"id", "email"}),
        ("email,-email", {"id", "email"}),
        ("", {"id"}),
        (",", {"id"}),
        ("-metadata,-first_name", DEFAULTS - {"metadata", "first_name"}),
        ("-metadata, -first_name", DEFAULTS - {"metadata", "first_name"}),
        ("-id", DEFAULTS),
        ("+tags", DEFAULTS | {"tags"}),
        (" tags", DEFAULTS | {"tags"}),
        ("+email", DEFAULTS),
        ("+tags,-tags", DEFAULTS),
        ("title,salt", {"id"}),
        ("email.x", {"id"}),
        ("*email,email.*", DEFAULTS),
        ("nope", {"id"}),
        ("groups", {"id"}),
        ("*groups", DEFAULTS | {"groups"}),
        ("groups.*", DEFAULTS | {"groups"}),
        ("+groups.name", DEFAULTS | {"groups"}),
        ("email,groups.name", {"id", "email", "groups"}),
        ("+groups.name,-groups", DEFAULTS),
        ("password_hash", {"id"}),
        ("+password_hash", DEFAULTS),
        ("metadata.nick", {"id", "metadata"}),
    ],
)
async def test_which_keys_come(read: Reader, tx: Tx, fields: str | None, keys: set[str]):
    made = await people(tx)
    query = {} if fields is None else {"fields": fields}
    assert set(await read.show(CUSTOMER, made.zoe.id, **query)) == keys


async def test_a_starred_relation_has_every_column_but_private_ones(read: Reader, tx: Tx):
    made = await people(tx)
    group = await read.show(GROUP, made.vip.id, fields="*customers")
    assert [set(customer) for customer in group["customers"]] == [DEFAULTS | {"tags"}] * 2
    assert [customer["id"] for customer in group["customers"]] == [made.bob.id, made.zoe.id]  # the link's -rank


async def test_a_star_wins_over_taking_away_a_part(read: Reader, tx: Tx):
    made = await people(tx)
    answer = await read.show(CUSTOMER, made.zoe.id, fields="*groups,-groups.name")
    assert answer["groups"][0]["name"] == "VIP"


async def test_partial_relations_carry_their_key(read: Reader, tx: Tx):
    made = await people(tx)
    answer = await read.show(CUSTOMER, made.zoe.id, fields="groups.name,addresses.city")
    assert answer["groups"] == [{"id": made.vip.id, "name": "VIP"}]
    assert [set(address) for address in answer["addresses"]] == [{"id", "city"}]
    unknown = await read.show(CUSTOMER, made.zoe.id, fields="groups.nope")
    assert unknown == {"id": made.zoe.id, "groups": [{"id": made.vip.id}]}


async def test_a_nested_star_leaves_what_is_between_partial(read: Reader, tx: Tx):
    made = await people(tx)
    answer = await read.show(GROUP, made.vip.id, fields="*customers.addresses")
    assert answer["customers"][0] == {"id": made.bob.id, "addresses": []}
    assert answer["customers"][1]["addresses"][0]["city"] == "Łódź"
    assert answer["customers"][1]["addresses"][0]["customer_id"] == made.zoe.id
    assert "customer" not in answer["customers"][1]["addresses"][0]


async def test_to_many_without_rows_is_empty(read: Reader, tx: Tx):
    made = await people(tx)
    assert await read.show(CUSTOMER, made.carla.id, fields="groups.name") == {"id": made.carla.id, "groups": []}


async def test_deleted_targets_and_links_are_left_out(read: Reader, tx: Tx):
    made = await people(tx)
    await tx.delete(made.vip)
    assert (await read.show(CUSTOMER, made.zoe.id, fields="*groups"))["groups"] == []


async def test_to_one_relations(read: Reader, tx: Tx):
    made = await regions(tx)
    ca = await read.show(REGION, made["ca"].id, fields="id,parent.country_code")
    assert ca == {"id": made["ca"].id, "parent": {"id": made["us"].id, "country_code": "us"}}
    de = await read.show(REGION, made["de"].id, fields="id,*parent,*provider")
    assert de["parent"] is None
    assert set(de["provider"]) == {"id", "is_enabled", "created_at", "updated_at", "deleted_at"}
    assert (await read.show(REGION, made["ca"].id, fields="provider"))["provider"] is None
    assert (await read.show(REGION, made["de"].id, fields="provider"))["provider"] == {"id": "tp_system"}


async def test_a_star_shows_stubs_of_to_one_relations_but_not_the_way_back(read: Reader, tx: Tx):
    made = await regions(tx)
    parent = (await read.show(REGION, made["ca"].id, fields="id,*parent"))["parent"]
    assert parent["provider"] == {"id": "tp_system"}
    assert "parent" not in parent
    assert parent["parent_id"] is None
    assert "currency" not in parent  # a link, not a reference inside the module
    children = (await read.show(REGION, made["us"].id, fields="*children"))["children"]
    assert [child["provider"] for child in children] == [None, None]
    rate = await read.list(RATE, fields="*region", order="name", limit="1")
    assert rate["tax_rates"][0]["region"]["parent"] == {"id": made["us"].id}
    assert rate["tax_rates"][0]["region"]["provider"] is None


async def test_links_without_a_target_are_absent(read: Reader, tx: Tx):
    made = await regions(tx)
    found = await read.rows(REGION, fields="country_code,*currency")
    by_code = {row["id"]: row for row in found}
    assert by_code[made["de"].id]["currency"]["name"] == "Euro"
    assert "currency" not in by_code[made["us"].id]
    assert "currency" not in by_code[made["ca"].id]
    nested = await read.show(REGION, made["us"].id, fields="children.currency.name,children.province_code")
    assert nested["children"][0] == {"id": made["ca"].id, "province_code": "us-ca"}


async def test_an_edge_may_have_conditions(read: Reader, tx: Tx):
    made = await people(tx)
    assert "home" not in await read.show(CUSTOMER, made.zoe.id, fields="home.city")
    address = (await read.show(CUSTOMER, made.zoe.id, fields="*addresses"))["addresses"][0]
    assert address["is_default"] is False


NARROW = Graph(
    [
        Edge(Order, "buyer", Customer, many=False, hops=[("customer_id", Customer, "id")], shows="id first_name"),
        Edge(Customer, "orders", Order, many=True, hops=[("id", Order, "customer_id")]),
    ]
)
BOUGHT = View(Order, one="order", many="orders", default="id")


async def test_an_edge_may_show_few_columns(tx: Tx):
    made = await people(tx)
    order = Order(customer_id=made.zoe.id, currency_code="eur")
    tx.add(order)
    await tx.flush()
    expected = {"id": made.zoe.id, "first_name": made.zoe.first_name}
    for fields in ("*buyer", "buyer.first_name,buyer.email"):
        [row] = await fetch(tx, parse_selection(BOUGHT, NARROW, {"fields": fields}), [order.id])
        assert row["buyer"] == expected
    for fields in ("*buyer.orders", "buyer.orders.id"):
        with pytest.raises(Invalid):
            parse_selection(BOUGHT, NARROW, {"fields": fields})
    with pytest.raises(Invalid):
        parse_listing(BOUGHT, NARROW, {"order": "buyer.email"})
    parse_listing(BOUGHT, NARROW, {"order": "buyer.first_name"})


@pytest.mark.parametrize("depth", [1, 2, 3, 4, 7, 12, 19])
async def test_relations_lead_back_and_forth_to_any_depth(read: Reader, tx: Tx, depth: int):
    made = await regions(tx)
    path = ".".join(["children" if n % 2 == 0 else "parent" for n in range(depth)])
    row = await read.show(REGION, made["us"].id, fields=f"{path}.country_code,country_code")
    for n in range(depth):
        row = row["parent"] if n % 2 else row["children"][0]
    assert row["country_code"] == "us"


async def test_wide_and_deep_at_once(read: Reader, tx: Tx):
    made = await regions(tx)
    fields = (
        "*children.parent.children.parent.rates.region.children,*children.parent.children.rates,*children.parent.parent"
    )
    row = await read.show(REGION, made["us"].id, fields=fields)
    inner = row["children"][0]["parent"]["children"][0]
    assert [rate["rate"] for rate in inner["rates"]] == [None, 10, 7.25]
    assert inner["parent"]["rates"][0]["region"]["children"][1]["province_code"] == "us-ny"


def test_unknown_relations_are_refused():
    assert refused(CUSTOMER, "*foo") == "Requested fields [foo] are not valid"
    assert refused(CUSTOMER, "foo.*") == "Requested fields [foo] are not valid"
    assert refused(CUSTOMER, "email,foo.bar,*baz") == "Requested fields [foo.bar, baz] are not valid"
    assert refused(CUSTOMER, "*") == "Requested fields [*] are not valid"
    deep = ".".join(["groups", "customers"] * 11)
    assert refused(CUSTOMER, deep) == f"Requested fields [{deep}] are not valid"


def test_one_request_cannot_ask_for_everything():
    paths = ["children", "parent"]
    for _ in range(8):
        paths += [f"{path}.{step}" for path in paths for step in ("children", "parent")]
        paths = list(dict.fromkeys(paths))
        if len(paths) > 500:
            break
    with pytest.raises(Invalid):
        parse_selection(REGION, GRAPH, {"fields": ",".join(f"{path}.id" for path in paths)})


def test_allowed_lists():
    parse_selection(ALLOWED_CUSTOMER, GRAPH, {"fields": "groups.customers.email,*addresses,addresses"})
    assert refused(ALLOWED_CUSTOMER, "*orders") == "Requested fields [orders] are not valid"
    assert refused(ALLOWED_CUSTOMER, "id,*holders,*orders") == "Requested fields [holders, orders] are not valid"
    assert refused(ALLOWED_CUSTOMER, "orders.total,nick") == "Requested fields [orders.total, nick] are not valid"
    assert refused(ALLOWED_CUSTOMER, "+nickname,+email") == "Requested fields [nickname] are not valid"
    assert refused(ALLOWED_CUSTOMER, "emailx") == "Requested fields [emailx] are not valid"


async def test_restricted_names(read: Reader, tx: Tx):
    made = await people(tx)
    assert refused(STORE_CUSTOMER, "*orders") == "Requested fields [orders] are not valid"
    assert refused(STORE_CUSTOMER, "groups.customers.orders.id") == (
        "Requested fields [groups.customers.orders.id] are not valid"
    )
    row = await read.show(STORE_CUSTOMER, made.zoe.id, fields="*groups.customers")
    assert "email" in row["groups"][0]["customers"][0]
    assert "has_account" not in row["groups"][0]["customers"][0]


async def test_always(read: Reader, tx: Tx):
    made = await people(tx)
    assert set(await read.show(STORE_CUSTOMER, made.zoe.id, fields="email")) == {"id", "email", "first_name"}
    assert set(await read.show(STORE_CUSTOMER, made.zoe.id)) == {"id", "email", "first_name", "addresses"}


async def test_currencies_have_a_key_of_their_own(read: Reader, tx: Tx):
    await regions(tx)
    assert await read.show(CURRENCY, "eur", fields="name") == {"code": "eur", "name": "Euro"}
    assert await read.rows(CURRENCY, fields="nope") == [{"code": "eur"}]


def test_single_objects_know_only_fields():
    with pytest.raises(Invalid, match=r"^Invalid request: Unrecognized fields: 'limit, q'$"):
        parse_selection(CUSTOMER, GRAPH, {"fields": "email", "limit": "3", "q": "x"})
    with pytest.raises(Invalid, match=r"^Invalid request: Expected type: 'string' for field 'fields', got: 'array'$"):
        parse_selection(CUSTOMER, GRAPH, {"fields": ["code", "name"]})
    parse_selection(LENIENT, GRAPH, {"fields": "name", "limit": "3"})


async def test_missing_objects(read: Reader, tx: Tx):
    made = await people(tx)
    for id in ("cus_none", "{id}", "\x00", "\u00fc", "'", made.zoe.id.lower()):
        with pytest.raises(NotFound) as error:
            await read.show(CUSTOMER, id)
        assert error.value.message == f"Customer with id: {id} was not found"
    await tx.delete(made.zoe)
    with pytest.raises(NotFound):
        await read.show(CUSTOMER, made.zoe.id)
    with pytest.raises(NotFound, match=r"^Customer group with id: x was not found$"):
        await read.show(GROUP, "x")


def test_the_programs_own_mistakes_are_loud():
    view = View(Customer, one="c", many="cs", default="*nothing")
    with pytest.raises(LookupError, match=r"Customer: the graph has no relations for \*nothing"):
        parse_listing(view, Graph(), {})
