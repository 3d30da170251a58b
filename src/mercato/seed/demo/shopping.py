"""What the customers of the demo buy, and what becomes of it."""

from typing import Any, Final

from mercato.kernel.http.edge import Edge
from mercato.seed.demo.story import PASSWORD, Market, Shop
from mercato.seed.demo.visitor import Visitor

# State of an order -> what its seller did, in this order. A part is one unit of the first item.
DEEDS: Final[dict[str, tuple[str, ...]]] = {
    "pending": (),
    "canceled": ("cancel",),
    "partially_fulfilled": ("fulfil part",),
    "fulfilled": ("fulfil",),
    "partially_shipped": ("fulfil part", "ship"),
    "shipped": ("fulfil", "ship"),
    "delivered": ("fulfil", "ship", "deliver"),
    "completed": ("fulfil", "ship", "deliver", "complete"),
}


async def register_customer(application: Edge, market: Market, person: dict[str, Any]) -> Visitor:
    """A customer with an account and an address."""
    customer = Visitor(application, key=market.key)
    await customer.register("customer", person["email"], PASSWORD)
    await customer.post("/store/customers", {name: person[name] for name in ("email", "first_name", "last_name")})
    await customer.log_in("customer", person["email"], PASSWORD)
    home = {"address_name": "Home", "is_default_shipping": True, "is_default_billing": True}
    await customer.post("/store/customers/me/addresses", address_of(person) | home)
    return customer


def address_of(person: dict[str, Any]) -> dict[str, Any]:
    """The part of a person that goes on a parcel."""
    names = ("first_name", "last_name", "address_1", "city", "postal_code", "country_code")
    return {name: person[name] for name in names}


async def buy(
    customer: Visitor, person: dict[str, Any], market: Market, shops: list[Shop], lines: list[list[int]]
) -> list[dict[str, Any]]:
    """Fills a cart with `[shop, product, variant, quantity]` lines and completes it; the orders that come of it."""
    currency = "usd" if person["country_code"] == "us" else "eur"
    address = address_of(person)
    items = [{"variant_id": shops[s].variants[p][v], "quantity": quantity} for s, p, v, quantity in lines]
    body = {
        "region_id": market.regions[currency],
        "email": person["email"],
        "sales_channel_id": market.channel,
        "shipping_address": address,
        "billing_address": address,
        "items": items,
    }
    cart = (await customer.post("/store/carts", body))["cart"]["id"]
    options = (await customer.get("/store/shipping-options", cart_id=cart))["shipping_options"]
    # One way of delivery per seller: the cheaper one.
    chosen = {o["seller_id"]: o["id"] for o in sorted(options, key=lambda o: o["amount"], reverse=True)}
    for option in chosen.values():
        await customer.post(f"/store/carts/{cart}/shipping-methods", {"option_id": option})
    payment = (await customer.post("/store/payment-collections", {"cart_id": cart}))["payment_collection"]["id"]
    await customer.post(f"/store/payment-collections/{payment}/payment-sessions", {"provider_id": "pp_system_default"})
    return (await customer.post(f"/store/carts/{cart}/complete"))["order_set"]["orders"]


async def carry_on(shop: Shop, order: dict[str, Any], state: str) -> None:
    """The seller brings an order to a state."""
    path = f"/vendor/orders/{order['id']}"
    parcel = ""
    items = [{"id": item["id"], "quantity": item["quantity"]} for item in order["items"]]
    for deed in DEEDS[state]:
        if deed.startswith("fulfil"):
            items = [items[0] | {"quantity": 1}] if deed == "fulfil part" else items
            body = {"items": items, "requires_shipping": True, "location_id": shop.location}
            await shop.owner.post(f"{path}/fulfillments", body)
            made = (await shop.owner.get(path, fields="id,*fulfillments"))["order"]["fulfillments"]
            parcel = f"{path}/fulfillments/{made[0]['id']}"
        elif deed == "ship":
            number = f"MK{order['display_id']:08}"
            label = {"tracking_number": number, "tracking_url": f"https://parcel.example/{number}", "label_url": ""}
            await shop.owner.post(f"{parcel}/shipments", {"items": items, "labels": [label]})
        elif deed == "deliver":
            await shop.owner.post(f"{parcel}/mark-as-delivered")
        else:
            await shop.owner.post(f"{path}/{deed}")
