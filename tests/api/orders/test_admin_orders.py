"""Orders and purchases as the operator sees them."""

from typing import Any

import httpx
import pytest

from tests.support.market import Market, Shop, invalid, packed, refusal, shipped
from tests.support.people import fine
from tests.support.statements import Statements

# What the shipped panels ask for on the page of an order.
PANEL = (
    "id,status,created_at,canceled_at,email,display_id,currency_code,metadata,total,credit_line_total,item_subtotal,"
    "item_total,item_tax_total,original_item_tax_total,item_discount_total,shipping_subtotal,original_total,"
    "original_tax_total,subtotal,discount_total,discount_subtotal,shipping_total,shipping_tax_total,"
    "original_shipping_tax_total,shipping_discount_total,tax_total,refundable_total,order_change,*customer,*items,"
    "*items.variant,*items.variant.product,*items.variant.options,+items.variant.manage_inventory,"
    "*items.variant.inventory_items.inventory,+items.variant.inventory_items.required_quantity,+summary,"
    "*shipping_address,*billing_address,*sales_channel,*promotions,*shipping_methods,*credit_lines,*fulfillments,"
    "+fulfillments.shipping_option.service_zone.fulfillment_set.type,*fulfillments.items,*fulfillments.labels,"
    "*payment_collections,*payment_collections.payments,*payment_collections.payments.refunds,"
    "*payment_collections.payments.refunds.refund_reason,region.automatic_taxes"
)


async def test_orders_of_sellers_and_of_the_operator(market: Market, lamps: Shop, statements: Statements) -> None:
    sale = await market.buy(lamps.shelf, await market.operators_shelf())
    fine(await market.admin.get("/admin/orders"))
    statements.clear()

    listed = fine(await market.admin.get("/admin/orders", params={"fields": "id,total,seller.name"}))

    assert len(statements) == 1, statements
    assert (listed["count"], listed["limit"]) == (2, 15)
    by_id = {order["id"]: order for order in listed["orders"]}
    assert by_id[sale.order_ids[0]]["seller"]["name"] == "Lamp Land"
    assert "seller" not in by_id[sale.order_ids[1]]
    assert {order["total"] for order in listed["orders"]} == {44.98}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"q": "jan@"}, 1),
        ({"q": "1"}, 1),
        ({"q": "nobody"}, 0),
        ({"status[]": "pending"}, 1),
        ({"status[$ne]": "pending"}, 0),
        ({"created_at[$gte]": "2020-01-01"}, 1),
        ({"sales_channel_id[]": "sc_none"}, 0),
        ({"customer_id": "cus_none"}, 0),
    ],
)
async def test_filters_of_orders(market: Market, lamps: Shop, query: dict[str, str], found: int) -> None:
    await market.buy(lamps.shelf)
    assert fine(await market.admin.get("/admin/orders", params=query))["count"] == found


async def test_one_order(market: Market, lamps: Shop) -> None:
    sale = await market.buy(lamps.shelf)
    at = f"/admin/orders/{sale.order_id}"

    order = fine(await market.admin.get(at))["order"]
    assert (order["payment_status"], order["summary"]["pending_difference"]) == ("captured", 0)
    assert order["payment_collections"][0]["payments"][0]["captures"][0]["amount"] == 44.98
    shown = fine(await market.admin.get(at, params={"fields": PANEL}))["order"]
    assert (shown["total"], shown["email"]) == (44.98, "jan@mail.example")


@pytest.mark.parametrize("fields", ["total", "total,items.title", "*shipping_methods,total"])
async def test_totals_do_not_depend_on_the_fields(market: Market, lamps: Shop, fields: str) -> None:
    sale = await market.buy(lamps.shelf)
    query = {"fields": fields}

    orders = [
        fine(await market.admin.get(f"/admin/orders/{sale.order_id}", params=query))["order"],
        fine(await market.admin.get("/admin/orders", params=query))["orders"][0],
        fine(await market.admin.get("/admin/order-sets", params={"fields": "orders.total"}))["order_sets"][0],
        fine(await market.admin.get(f"/admin/order-sets/{sale.set_id}", params=query | {"fields": "total"}))[
            "order_set"
        ],
    ]

    assert [order["total"] for order in orders] == [44.98] * 4


async def test_unknown_orders(market: Market) -> None:
    assert refusal(await market.admin.get("/admin/orders/order_none")) == (
        404,
        {"type": "not_found", "message": "Order id not found: order_none"},
    )
    assert refusal(await market.admin.get("/admin/order-sets/ordset_none"))[0] == 404


@pytest.mark.parametrize("path", ["orders", "order-sets"])
async def test_wrong_queries(admin: httpx.AsyncClient, anonymous: httpx.AsyncClient, path: str) -> None:
    for query, message in (
        ({"color": "red"}, "Invalid request: Unrecognized fields: 'color'"),
        ({"fields": "*nonsense"}, "Requested fields [nonsense] are not valid"),
        ({"limit": "-1"}, "Invalid request: Value for field 'limit' too small, expected at least: '0'"),
        ({"created_at[$gt]": "never"}, "Invalid request: Expected type: 'date' for field 'created_at', got: 'string'"),
    ):
        assert refusal(await admin.get(f"/admin/{path}", params=query)) == invalid(message)
    assert refusal(await anonymous.get(f"/admin/{path}")) == (401, {"message": "Unauthorized"})


async def sets_for(market: Market, **query: Any) -> list[str]:
    """The purchases that a filter finds, in their order."""
    params = {"order": "display_id", **query}
    return [row["id"] for row in fine(await market.admin.get("/admin/order-sets", params=params))["order_sets"]]


async def test_filters_of_purchases(market: Market, lamps: Shop, mugs: Shop) -> None:
    customer_id, _ = await market.customer("eva@customer.example")
    both = await market.buy(lamps.shelf, mugs.shelf, customer_id=customer_id)
    one = await market.buy(mugs.shelf, capture=False)
    await shipped(lamps, both.order_ids[0], await packed(lamps, both.order_ids[0]))
    everything = [both.set_id, one.set_id]

    expected: list[tuple[dict[str, Any], list[str]]] = [
        ({}, everything),
        ({"seller_id": lamps.id}, [both.set_id]),
        ({"seller_id[]": [lamps.id, mugs.id]}, everything),
        ({"order_id": one.order_id}, [one.set_id]),
        ({"payment_status": "completed"}, [both.set_id]),
        ({"payment_status[]": ["completed", "authorized"]}, everything),
        ({"fulfillment_status": "partially_shipped"}, [both.set_id]),
        ({"fulfillment_status": "not_fulfilled"}, [one.set_id]),
        ({"fulfillment_status[]": ["shipped", "delivered"]}, []),
        ({"q": "eva@"}, [both.set_id]),
        ({"q": "Berg"}, [both.set_id]),
        ({"q": "lamp"}, [both.set_id]),
        ({"q": "mug house"}, everything),
        ({"q": one.order_id}, [one.set_id]),
        ({"q": "nothing of it"}, []),
        ({"created_at[$gte]": "2020-01-01"}, everything),
        ({"updated_at[$lt]": "2020-01-01"}, []),
        ({"sales_channel_id": "sc_none"}, []),
    ]
    for query, found in expected:
        assert await sets_for(market, **query) == found, query


async def test_states_of_a_purchase(market: Market, lamps: Shop, mugs: Shop, statements: Statements) -> None:
    sale = await market.buy(lamps.shelf, mugs.shelf)
    fine(await mugs.client.post(f"/vendor/orders/{sale.order_ids[1]}/cancel"))
    await shipped(lamps, sale.order_ids[0], await packed(lamps, sale.order_ids[0]))
    fine(await market.admin.get("/admin/order-sets"))
    statements.clear()

    shown = fine(await market.admin.get("/admin/order-sets"))["order_sets"][0]

    # One for the page; the summaries of the orders are kept beside them.
    assert len(statements) == 2, statements
    assert (shown["status"], shown["payment_status"], shown["fulfillment_status"]) == (
        "pending",
        "completed",
        "partially_shipped",
    )
    assert (shown["total"], shown["shipping_total"], shown["subtotal"]) == (89.96, 10, 89.96)
    assert {order["payment_status"] for order in shown["orders"]} == {"completed"}


async def test_orders_of_a_seller(market: Market, lamps: Shop, mugs: Shop) -> None:
    sale = await market.buy(lamps.shelf, mugs.shelf)

    listed = fine(await market.admin.get(f"/admin/sellers/{lamps.id}/orders"))

    assert [order["id"] for order in listed["orders"]] == [sale.order_ids[0]]
    assert fine(await market.admin.get("/admin/sellers/sel_none/orders"))["count"] == 0
