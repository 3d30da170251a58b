"""Graphs of audiences that may see less: only what is the caller's, and some relations not at all."""

import json
from dataclasses import replace
from typing import Any

import pytest

from mercato.kernel.db import Tx
from mercato.kernel.errors import Invalid
from mercato.kernel.reader.parse import parse_listing, parse_selection
from mercato.kernel.reader.run import fetch, list_bytes, show_bytes
from mercato.kernel.reader.view import Edge, Graph, Ownership, View
from tests.kernel.reader.make import people
from tests.kernel.reader.shop import GRAPH, GROUP, Address, Customer, Membership

# Here a group is the caller, and customers are its own when they are its members.
OWNERSHIPS: dict[Any, Ownership] = {Customer: Ownership("group_id", (("id", Membership, "customer_id"),))}
FREE: dict[Any, Ownership] = {Customer: replace(OWNERSHIPS[Customer], free=True)}
ADDRESS = View(Address, one="address", many="addresses", default="id customer.email")


def owned(ownerships: dict[Any, Ownership]) -> Graph:
    def change(edge: Edge) -> Edge:
        return replace(edge, ownership=ownerships.get(edge.target))

    return GRAPH.changed(change)


async def members(tx: Tx, group: str, owner: str, ownerships: dict[Any, Ownership]) -> list[str]:
    """First names of a group's members, as another group may see them."""
    asked = parse_selection(GROUP, owned(ownerships), {"fields": "customers.email"})
    shown = json.loads(await show_bytes(tx, replace(asked, owner=owner), group))
    return [customer["email"] for customer in shown["customer_group"]["customers"]]


async def test_relations_show_what_is_the_caller_s(tx: Tx) -> None:
    p = await people(tx)
    bob, zoe = p.bob.email, p.zoe.email

    assert sorted(await members(tx, p.vip.id, p.vip.id, OWNERSHIPS)) == sorted([bob, zoe])
    assert await members(tx, p.vip.id, "cusgroup_none", OWNERSHIPS) == []


async def test_what_is_nobody_s_is_shown_where_that_is_said(tx: Tx) -> None:
    p = await people(tx)
    address = Address(customer_id=p.carla.id, city="Rome")
    tx.add(address)
    await tx.flush()

    shown: list[Any] = []
    for ownerships in (OWNERSHIPS, FREE):
        asked = parse_selection(ADDRESS, owned(ownerships), {})
        shown += await fetch(tx, replace(asked, owner=p.vip.id), [address.id])

    assert [row["customer"] and row["customer"]["email"] for row in shown] == [None, p.carla.email]


async def test_order_walks_no_further(tx: Tx) -> None:
    p = await people(tx)
    graph = owned(OWNERSHIPS)
    # Turned round, groups without members come first; where nobody is to be seen, all groups are alike.
    for owner, expected in ((p.vip.id, [p.wholesale.id, p.vip.id]), ("cusgroup_none", [p.vip.id, p.wholesale.id])):
        listing = parse_listing(GROUP, graph, {"order": "-customers.email", "fields": "id"})
        page = json.loads(await list_bytes(tx, replace(listing, owner=owner)))
        assert [group["id"] for group in page["customer_groups"]] == expected


async def test_without_a_caller_nothing_is_asked(tx: Tx) -> None:
    p = await people(tx)
    asked = parse_selection(GROUP, owned(OWNERSHIPS), {"fields": "customers.email"})
    with pytest.raises(LookupError, match="needs to know the caller"):
        await show_bytes(tx, asked, p.vip.id)


class TestClosed:
    graph = GRAPH.changed(lambda edge: edge, closed=["Group.customers"])

    @pytest.mark.parametrize("fields", ["*customers", "+customers.email", "customers.addresses.city", "customers"])
    def test_a_client_may_not_walk_it(self, fields: str) -> None:
        with pytest.raises(Invalid, match=r"Requested fields \[customers"):
            parse_selection(GROUP, self.graph, {"fields": fields})

    def test_nor_sort_by_it(self) -> None:
        with pytest.raises(Invalid, match="Order field"):
            parse_listing(GROUP, self.graph, {"order": "customers.email"})

    def test_the_program_and_listed_paths_may(self) -> None:
        parse_selection(replace(GROUP, default="*customers"), self.graph, {})
        parse_selection(replace(GROUP, allowed="id customers"), self.graph, {"fields": "*customers"})

    def test_a_name_that_closes_nothing_is_a_mistake(self) -> None:
        with pytest.raises(ValueError, match=r"Group\.nothing"):
            GRAPH.changed(lambda edge: edge, closed=["Group.nothing"])
