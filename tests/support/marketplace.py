"""A whole marketplace, built through the front door: an operator, a customer, and two sellers who have everything.

For tests that ask of every route at once, such as the walk with another seller's ids.
"""

from collections.abc import AsyncGenerator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final

import httpx

from mercato.domains.payouts.models import OrderPayout, Payout, PayoutAccount
from mercato.domains.sellers.links import SellerPayoutAccount
from mercato.kernel.db import Db
from tests.support import people
from tests.support.people import fine

PROVIDER: Final = "manual_manual"
SECRET_WORD: Final = "zyzzyva"
"""Stands in every text of the first seller: whoever else sees it sees too much."""

Ids = dict[str, str]


@dataclass
class Shop:
    """A seller, its client, and one of each thing it has: name of the table -> id."""

    name: str
    client: httpx.AsyncClient
    ids: Ids = field(default_factory=dict[str, str])
    variants: list[str] = field(default_factory=list[str])


@dataclass
class Marketplace:
    """Everybody, and one of each thing that is everybody's: name of the table -> id."""

    app: Any
    admin: httpx.AsyncClient
    customer: httpx.AsyncClient
    ids: Ids
    shops: list[Shop] = field(default_factory=list[Shop])


@asynccontextmanager
async def a_marketplace(app: Any, admin: httpx.AsyncClient) -> AsyncGenerator[Marketplace, None]:
    """The operator's part: a region, a sales channel, a tax, and a customer."""
    async with AsyncExitStack() as stack:
        channels = fine(await admin.get("/admin/sales-channels"))["sales_channels"]
        region = {
            "name": "Europe",
            "currency_code": "eur",
            "countries": ["de", "fr"],
            "payment_providers": ["pp_system_default"],
        }
        region_id = fine(await admin.post("/admin/regions", json=region))["region"]["id"]
        rate = {"rate": 19, "name": "VAT", "code": "V19"}
        tax = {"country_code": "de", "provider_id": "tp_system", "default_tax_rate": rate}
        tax_region = fine(await admin.post("/admin/tax-regions", json=tax))["tax_region"]
        commission = {"rate": {"type": "percentage", "percentage_rate": 10, "include_tax": True}}
        fine(await admin.post("/admin/commission/default", json=commission))
        key = await people.publishable_key(admin)
        shopper = await stack.enter_async_context(people.shopper(app, key))
        customer = await stack.enter_async_context(people.customer(app, shopper))
        me = fine(await customer.get("/store/customers/me"))["customer"]
        yield Marketplace(
            app,
            admin,
            customer,
            {
                "sales_channel": channels[0]["id"],
                "region": region_id,
                "tax_region": tax_region["id"],
                "customer": me["id"],
                "fulfillment_provider": PROVIDER,
                "store": fine(await admin.get("/admin/stores"))["stores"][0]["id"],
            },
        )


@asynccontextmanager
async def a_shop(market: Marketplace, db: Db, name: str) -> AsyncGenerator[Shop, None]:
    """A seller with goods, stock, deliveries, an order half packed, and a payout."""
    async with people.seller(market.app, market.admin, name) as client:
        shop = Shop(name, client)
        me = fine(await client.get("/vendor/me"))["member"]
        shop.ids |= {"member": me["id"], "seller": me["seller"]["id"]}
        await _place(shop, market)
        await _delivery(shop)
        await _goods(shop, market)
        market.shops.append(shop)
        order = await buy(market, shop)
        await _pack(shop, order)
        await _payout(shop, db)
        shop.ids["request"] = fine(await client.get("/vendor/requests"))["requests"][0]["id"]
        yield shop


async def buy(
    market: Marketplace, *shops: Shop, quantity: int = 3, shopper: httpx.AsyncClient | None = None
) -> dict[str, Any]:
    """The customer, or another shopper, buys from these shops in one basket; the order set."""
    shopper = shopper or market.customer
    cart = await a_cart(market, *shops, quantity=quantity, shopper=shopper)
    return fine(await shopper.post(f"/store/carts/{cart}/complete"))["order_set"]


async def a_cart(market: Marketplace, *shops: Shop, quantity: int = 3, shopper: httpx.AsyncClient | None = None) -> str:
    """A cart that only has to be completed."""
    shopper = shopper or market.customer
    address = {
        "first_name": "Nora",
        "last_name": "Ibsen",
        "address_1": "Ring 9",
        "city": "Ulm",
        "country_code": "de",
        "postal_code": "89073",
    }
    items = [{"variant_id": shop.variants[0], "quantity": quantity} for shop in shops]
    body = {"region_id": market.ids["region"], "email": "nora@mail.example", "shipping_address": address}
    cart = fine(await shopper.post("/store/carts", json={**body, "items": items}))["cart"]
    for shop in shops:
        option = {"option_id": shop.ids["shipping_option"]}
        fine(await shopper.post(f"/store/carts/{cart['id']}/shipping-methods", json=option))
    wanted = await shopper.post("/store/payment-collections", json={"cart_id": cart["id"]})
    collection = fine(wanted)["payment_collection"]["id"]
    session = {"provider_id": "pp_system_default"}
    fine(await shopper.post(f"/store/payment-collections/{collection}/payment-sessions", json=session))
    market.ids |= {"cart": cart["id"], "payment_collection": collection}
    return cart["id"]


async def _place(shop: Shop, market: Marketplace) -> None:
    address = {"address_1": f"{shop.name} street", "city": shop.name, "country_code": "de"}
    body = {"name": f"{shop.name} depot", "address": address}
    location = fine(await shop.client.post("/vendor/stock-locations", json=body))["stock_location"]
    shop.ids["stock_location"] = location["id"]
    path = f"/vendor/stock-locations/{location['id']}"
    fine(await shop.client.post(f"{path}/sales-channels", json={"add": [market.ids["sales_channel"]]}))
    fine(await shop.client.post(f"{path}/fulfillment-providers", json={"add": [PROVIDER]}))


async def _delivery(shop: Shop) -> None:
    client, name = shop.client, shop.name
    path = f"/vendor/stock-locations/{shop.ids['stock_location']}/fulfillment-sets"
    made = await client.post(path, json={"name": f"{name} set", "type": "shipping"})
    sets = fine(made)["stock_location"]["fulfillment_sets"]
    zone = {"name": f"{name} zone", "geo_zones": [{"type": "country", "country_code": "de"}]}
    made = await client.post(f"/vendor/fulfillment-sets/{sets[0]['id']}/service-zones", json=zone)
    zone_id = fine(made)["fulfillment_set"]["service_zones"][0]["id"]
    made = await client.post("/vendor/shipping-profiles", json={"name": f"{name} goods", "type": "default"})
    profile = fine(made)["shipping_profile"]["id"]
    option = {
        "name": f"{name} post",
        "service_zone_id": zone_id,
        "shipping_profile_id": profile,
        "provider_id": PROVIDER,
        "type": {"label": name, "description": name, "code": "standard"},
        "prices": [{"currency_code": "eur", "amount": 5, "rules": []}],
        "rules": [
            {"attribute": "enabled_in_store", "operator": "eq", "value": "true"},
            {"attribute": "is_return", "operator": "eq", "value": "false"},
        ],
    }
    made = fine(await client.post("/vendor/shipping-options", json=option))["shipping_option"]
    shop.ids |= {
        "fulfillment_set": sets[0]["id"],
        "service_zone": zone_id,
        "shipping_profile": profile,
        "shipping_option": made["id"],
    }


async def _goods(shop: Shop, market: Marketplace) -> None:
    client, name = shop.client, shop.name
    variants = [
        {
            "title": f"{name} {size}",
            "sku": f"{name}-{size}",
            "options": {"Size": size},
            "prices": [{"currency_code": "eur", "amount": 12.3}],
        }
        for size in ("S", "L")
    ]
    body = {
        "title": f"{name} lamp",
        "status": "proposed",
        "options": [{"title": "Size", "values": ["S", "M", "L"]}],
        "variants": variants,
        "sales_channels": [{"id": market.ids["sales_channel"]}],
        "images": [{"url": f"https://images.example/{name}.png"}],
    }
    product = fine(await client.post("/vendor/products", json=body))["product"]
    await _publish(market, product["id"])
    items = fine(await client.get("/vendor/inventory-items"))["inventory_items"]
    shop.variants = [variant["id"] for variant in product["variants"]]
    item = next(item["id"] for item in items if item["sku"] == f"{name}-S")
    for each in items:
        level = {"location_id": shop.ids["stock_location"], "stocked_quantity": 5000}
        made = fine(await client.post(f"/vendor/inventory-items/{each['id']}/location-levels", json=level))
        if each["id"] == item:
            shop.ids["inventory_level"] = made["location_level"]["id"]
    reservation = {"inventory_item_id": item, "location_id": shop.ids["stock_location"], "quantity": 2}
    made = await client.post("/vendor/reservations", json={**reservation, "description": name})
    shop.ids |= {
        "product": product["id"],
        "product_variant": product["variants"][0]["id"],
        "product_option": product["options"][0]["id"],
        "inventory_item": item,
        "reservation_item": fine(made)["reservation"]["id"],
    }


async def _publish(market: Marketplace, product_id: str) -> None:
    """A seller's product waits for the operator's consent; whichever way there is."""
    query = {"status": "pending", "limit": 100}
    for request in fine(await market.admin.get("/admin/requests", params=query))["requests"]:
        if request["data"].get("product_id") == product_id:
            body = {"status": "accepted", "reviewer_note": ""}
            fine(await market.admin.post(f"/admin/requests/{request['id']}", json=body))


async def _pack(shop: Shop, order_set: Mapping[str, Any]) -> None:
    """Two parcels, one of them on its way."""
    [order] = order_set["orders"]
    fields = {"fields": "*items,*fulfillments,*fulfillments.items"}
    path = f"/vendor/orders/{order['id']}"
    line = fine(await shop.client.get(path, params=fields))["order"]["items"][0]["id"]
    for _ in range(2):
        parcel = {
            "items": [{"id": line, "quantity": 1}],
            "requires_shipping": True,
            "location_id": shop.ids["stock_location"],
        }
        fine(await shop.client.post(f"{path}/fulfillments", json=parcel))
    packed = fine(await shop.client.get(path, params=fields))["order"]["fulfillments"]
    label = {"tracking_number": shop.name, "tracking_url": "http://t.example", "label_url": "http://l.example"}
    shipped = {"items": [{"id": line, "quantity": 1}], "labels": [label]}
    fine(await shop.client.post(f"{path}/fulfillments/{packed[1]['id']}/shipments", json=shipped))
    shop.ids |= {"order": order["id"], "order_line_item": line, "fulfillment": packed[0]["id"]}


async def _payout(shop: Shop, db: Db) -> None:
    """Payouts come from a provider by the clock, so these are rows."""
    account = PayoutAccount(reference_id=f"{shop.name} account", data={}, context=None)
    payout = Payout(currency_code="eur", amount=Decimal(7), data={"for": shop.name}, payout_account_id=account.id)
    async with db.tx() as tx:
        tx.add(
            account,
            payout,
            SellerPayoutAccount(seller_id=shop.ids["seller"], payout_account_id=account.id),
            OrderPayout(order_id=shop.ids["order"], payout_id=payout.id),
        )
    shop.ids |= {"payout_account": account.id, "payout": payout.id}
