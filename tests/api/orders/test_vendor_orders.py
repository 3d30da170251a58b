"""Orders as their sellers see them."""

from decimal import Decimal
from typing import Any

import httpx
import pytest

from tests.support.market import FORBIDDEN, Market, Shop, invalid, line_of, packed, refusal, shipped
from tests.support.people import fine
from tests.support.statements import Statements

# What the shipped panel asks for on the page of an order.
PANEL = (
    "id,status,created_at,canceled_at,email,display_id,currency_code,metadata,total,item_total,shipping_subtotal,subtotal,"
    "discount_total,discount_subtotal,shipping_total,shipping_tax_total,tax_total,refundable_total,order_change,"
    "commission_value,*customer,*items,*items.variant,*items.variant.product,*items.variant.options,"
    "+items.variant.manage_inventory,*items.variant.inventory_items.inventory,"
    "+items.variant.inventory_items.required_quantity,*items.variant.prices,+summary,*shipping_address,*billing_address,"
    "*sales_channel,*promotion,*shipping_methods,*fulfillments,"
    "+fulfillments.shipping_option.service_zone.fulfillment_set.type,*fulfillments.items,*fulfillments.labels,"
    "region.automatic_taxes,*split_order_payment,payment_status,*returns"
)


async def test_a_seller_sees_its_own_orders_only(market: Market, lamps: Shop, mugs: Shop) -> None:
    sale = await market.buy(lamps.shelf, mugs.shelf)

    listed = fine(await lamps.client.get("/vendor/orders"))

    assert [order["id"] for order in listed["orders"]] == [sale.order_ids[0]]
    order = listed["orders"][0]
    assert (order["total"], order["payment_status"], order["fulfillment_status"]) == (
        44.98,
        "captured",
        "not_fulfilled",
    )
    assert order["split_order_payment"]["captured_amount"] == 44.98


async def test_one_statement_for_a_list(market: Market, lamps: Shop, statements: Statements) -> None:
    await market.buy(lamps.shelf)
    fine(await lamps.client.get("/vendor/orders"))
    statements.clear()

    fine(await lamps.client.get("/vendor/orders", params={"fields": "id,total,*items"}))

    assert len(statements) == 1, statements


async def test_before_the_money_is_taken_the_share_is_pending(market: Market, lamps: Shop) -> None:
    sale = await market.buy(lamps.shelf, capture=False)

    order = fine(await lamps.client.get(f"/vendor/orders/{sale.order_id}"))["order"]

    assert (order["payment_status"], order["status"]) == ("pending", "pending")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"payment_status": "captured"}, 1),
        ({"payment_status": "refunded"}, 0),
        ({"fulfillment_status": "not_fulfilled"}, 1),
        ({"fulfillment_status[]": "shipped"}, 0),
        ({"status": "pending"}, 1),
        ({"status": "canceled"}, 0),
        ({"q": "jan@"}, 1),
        ({"q": "nobody"}, 0),
        ({"created_at[$gt]": "2020-01-01"}, 1),
        ({"created_at[$lt]": "2020-01-01"}, 0),
        ({"region_id": "reg_none"}, 0),
    ],
)
async def test_filters(market: Market, lamps: Shop, query: dict[str, str], found: int) -> None:
    await market.buy(lamps.shelf)
    assert fine(await lamps.client.get("/vendor/orders", params=query))["count"] == found


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ({"color": "red"}, "Invalid request: Unrecognized fields: 'color'"),
        ({"order": "nothing"}, "Order field nothing is not valid"),
        ({"fields": "*order_set"}, "Requested fields [order_set] are not valid"),
        ({"fields": "cart.email"}, "Requested fields [cart.email] are not valid"),
        ({"fields": "*nonsense"}, "Requested fields [nonsense] are not valid"),
    ],
)
async def test_wrong_queries(lamps: Shop, query: dict[str, str], message: str) -> None:
    assert refusal(await lamps.client.get("/vendor/orders", params=query)) == invalid(message)


async def test_the_panel_gets_what_it_asks_for(market: Market, lamps: Shop) -> None:
    sale = await market.buy(lamps.shelf)

    order = fine(await lamps.client.get(f"/vendor/orders/{sale.order_id}", params={"fields": PANEL}))["order"]

    assert order["items"][0]["variant"]["inventory_items"][0]["required_quantity"] == 1
    assert (order["total"], order["summary"]["paid_total"]) == (44.98, 44.98)
    assert "promotion" not in order


async def test_the_payment_as_a_whole_is_not_shown(market: Market, lamps: Shop, mugs: Shop) -> None:
    sale = await market.buy(lamps.shelf, mugs.shelf)

    fields = {"fields": "id,*payment_collections,*payment_collections.payments"}
    order = fine(await lamps.client.get(f"/vendor/orders/{sale.order_id}", params=fields))["order"]

    assert order["payment_collections"] == []
    assert order["payment_status"] == "captured"


@pytest.mark.parametrize("fields", ["total", "total,items.title", "total,shipping_methods.name", "id,total,*items"])
async def test_totals_do_not_depend_on_the_fields(market: Market, lamps: Shop, fields: str) -> None:
    sale = await market.buy(lamps.shelf)
    query = {"fields": fields}

    order = fine(await lamps.client.get(f"/vendor/orders/{sale.order_id}", params=query))["order"]
    listed = fine(await lamps.client.get("/vendor/orders", params=query))["orders"][0]

    assert order["total"] == listed["total"] == 44.98


async def test_another_sellers_order_is_as_good_as_none(market: Market, lamps: Shop, mugs: Shop) -> None:
    sale = await market.buy(lamps.shelf)
    parcel = await packed(lamps, sale.order_id, 1)
    pack = {"items": [{"id": "ordli_x", "quantity": 1}], "requires_shipping": True}
    body: dict[str, Any] = pack | {"location_id": mugs.shelf.location_id}

    for order_id in (sale.order_id, "order_none"):
        at = f"/vendor/orders/{order_id}"
        answers = [
            await mugs.client.get(at),
            await mugs.client.get(f"{at}/changes"),
            await mugs.client.get(f"{at}/commission"),
            await mugs.client.post(f"{at}/complete"),
            await mugs.client.post(f"{at}/cancel"),
            await mugs.client.post(f"{at}/fulfillments", json=body),
            await mugs.client.post(f"{at}/fulfillments/{parcel}/shipments", json={"items": []}),
            await mugs.client.post(f"{at}/fulfillments/{parcel}/mark-as-delivered"),
            await mugs.client.post(f"{at}/fulfillments/{parcel}/cancel"),
        ]
        assert [refusal(answer) for answer in answers] == [FORBIDDEN] * len(answers)
    order = fine(await lamps.client.get(f"/vendor/orders/{sale.order_id}"))["order"]
    assert (order["status"], order["fulfillment_status"]) == ("pending", "partially_fulfilled")


async def test_a_parcel_of_another_order_is_not_found(market: Market, lamps: Shop, mugs: Shop) -> None:
    sale = await market.buy(lamps.shelf, mugs.shelf)
    parcel = await packed(mugs, sale.order_ids[1])
    at = f"/vendor/orders/{sale.order_ids[0]}/fulfillments/{parcel}"

    missing = (404, {"type": "not_found", "message": f"Fulfillment id not found: {parcel}"})
    assert refusal(await lamps.client.post(f"{at}/shipments", json={"items": []})) == missing
    assert refusal(await lamps.client.post(f"{at}/mark-as-delivered")) == missing
    assert refusal(await lamps.client.post(f"{at}/cancel")) == invalid(
        f"Fulfillment with id {parcel} not found in the order"
    )


async def test_every_step_is_a_change(market: Market, lamps: Shop) -> None:
    sale = await market.buy(lamps.shelf)
    parcel = await packed(lamps, sale.order_id)
    await shipped(lamps, sale.order_id, parcel)

    changes = fine(await lamps.client.get(f"/vendor/orders/{sale.order_id}/changes"))["order_changes"]

    assert [(c["version"], c["status"], c["actions"][0]["action"]) for c in changes] == [
        (2, "confirmed", "FULFILL_ITEM"),
        (3, "confirmed", "SHIP_ITEM"),
    ]
    assert changes[0]["created_by"] == lamps.member_id
    assert changes[1]["actions"][0]["details"] == {
        "quantity": 2,
        "reference_id": await line_of(lamps, sale.order_id),
    }


async def test_completing(market: Market, lamps: Shop) -> None:
    sale = await market.buy(lamps.shelf)
    at = f"/vendor/orders/{sale.order_id}"

    assert fine(await lamps.client.post(f"{at}/complete"))["order"]["status"] == "completed"
    assert fine(await lamps.client.post(f"{at}/complete"))["order"]["status"] == "completed"
    fine(await lamps.client.post(f"{at}/cancel"))
    assert refusal(await lamps.client.post(f"{at}/complete")) == invalid(
        f"Orders {sale.order_id} are canceled and cannot be completed"
    )


async def test_orders_of_a_set_sum_up_to_the_payment(market: Market, lamps: Shop, mugs: Shop) -> None:
    sale = await market.buy(lamps.shelf, mugs.shelf)

    order_set = fine(await market.admin.get(f"/admin/order-sets/{sale.set_id}"))["order_set"]

    total = sum(Decimal(str(order["total"])) for order in order_set["orders"])
    assert total == Decimal(str(order_set["payment_collection"]["captured_amount"])) == Decimal("89.96")


async def test_who_is_no_seller(anonymous: httpx.AsyncClient, admin: httpx.AsyncClient) -> None:
    unauthorized = (401, {"message": "Unauthorized"})
    assert refusal(await anonymous.get("/vendor/orders")) == unauthorized
    assert refusal(await admin.get("/vendor/orders")) == unauthorized
