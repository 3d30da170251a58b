"""What the marketplace kept of each line."""

from typing import Any

import pytest

from tests.api.commissions.make import a_rule, a_site_rule
from tests.support.market import Market, Shop, invalid, refusal
from tests.support.people import fine
from tests.support.statements import Statements


async def test_lines_with_their_orders_and_rules(
    market: Market, lamps: Shop, mugs: Shop, statements: Statements
) -> None:
    await a_site_rule(market.admin)
    rule = await a_rule(market.admin, "seller", lamps.id, percentage_rate=20)
    sale = await market.buy(lamps.shelf, mugs.shelf)

    listed = fine(await market.admin.get("/admin/commission/commission-lines"))

    assert (listed["count"], listed["limit"]) == (2, 15)
    by_seller = {line["order"]["seller"]["name"]: line for line in listed["commission_lines"]}
    assert (by_seller["Lamp Land"]["value"], by_seller["Mug House"]["value"]) == (8, 4)
    line = by_seller["Lamp Land"]
    assert (line["order"]["id"], line["rule"]["id"]) == (sale.order_ids[0], rule["id"])
    assert line["rule"]["rate"]["percentage_rate"] == 20
    assert [item["id"] for item in line["order"]["items"]] == [line["item_line_id"]]
    statements.clear()
    fine(await market.admin.get("/admin/commission/commission-lines"))
    assert len(statements) == 1, statements


async def test_a_seller_sees_its_own(market: Market, lamps: Shop, mugs: Shop) -> None:
    await a_site_rule(market.admin)
    sale = await market.buy(lamps.shelf, mugs.shelf)

    listed = fine(await lamps.client.get("/vendor/commission"))

    assert [line["order"]["id"] for line in listed["commission_lines"]] == [sale.order_ids[0]]
    commission = fine(await lamps.client.get(f"/vendor/orders/{sale.order_ids[0]}/commission"))["commission"]
    assert commission["commission_value"] == {"amount": "4", "currency_code": "eur"}
    assert [line["value"] for line in commission["commission_lines"]] == [4]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"start_date": "2020-01-01"}, 1),
        ({"end_date": "2020-01-01"}, 0),
        ({"start_date": "2020-01-01T00:00:00Z", "end_date": "2120-01-01"}, 1),
        ({"start_date": "2120-01-01"}, 0),
    ],
)
async def test_periods(market: Market, lamps: Shop, query: dict[str, str], found: int) -> None:
    await a_site_rule(market.admin)
    await market.buy(lamps.shelf)

    assert fine(await market.admin.get("/admin/commission/commission-lines", params=query))["count"] == found
    assert fine(await lamps.client.get("/vendor/commission", params=query))["count"] == found


async def test_lines_of_a_seller(market: Market, lamps: Shop, mugs: Shop) -> None:
    await a_site_rule(market.admin)
    await market.buy(lamps.shelf)

    for seller, found in ((lamps.id, 1), (mugs.id, 0), ("sel_none", 0)):
        r = await market.admin.get("/admin/commission/commission-lines", params={"seller_id": seller})
        assert fine(r)["count"] == found


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ({"start_date": "yesterday"}, "Invalid request: Invalid date"),
        ({"color": "red"}, "Invalid request: Unrecognized fields: 'color'"),
        ({"fields": "order.order_set.id"}, "Requested fields [order.order_set.id] are not valid"),
    ],
)
async def test_wrong_queries(lamps: Shop, query: dict[str, Any], message: str) -> None:
    assert refusal(await lamps.client.get("/vendor/commission", params=query)) == invalid(message)


async def test_a_seller_cannot_ask_for_anothers(lamps: Shop, mugs: Shop) -> None:
    r = await lamps.client.get("/vendor/commission", params={"seller_id": mugs.id})
    assert refusal(r) == invalid("Invalid request: Unrecognized fields: 'seller_id'")


async def test_a_deleted_rule_is_null(market: Market, lamps: Shop) -> None:
    rule = await a_rule(market.admin, "seller", lamps.id)
    await market.buy(lamps.shelf)
    fine(await market.admin.delete(f"/admin/commission/rules/{rule['id']}"))

    line = fine(await lamps.client.get("/vendor/commission"))["commission_lines"][0]

    assert (line["rule"], line["rule_id"]) == (None, rule["id"])


async def test_no_rule_no_commission(market: Market, lamps: Shop) -> None:
    operators = await market.operators_shelf()
    await a_rule(market.admin, "seller", lamps.id)
    sale = await market.buy(lamps.shelf, operators)

    listed = fine(await market.admin.get("/admin/commission/commission-lines"))

    assert [line["order"]["id"] for line in listed["commission_lines"]] == [sale.order_ids[0]]
