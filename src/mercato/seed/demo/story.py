"""How the marketplace of the demo came to be."""

import json
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from mercato.domains.catalog.models import ProductCategory
from mercato.domains.identity.commands.users import create_user
from mercato.kernel.db import Db
from mercato.kernel.http.edge import Edge
from mercato.kernel.text import slug
from mercato.seed.demo.pictures import picture
from mercato.seed.demo.visitor import Visitor

ADMIN: Final = ("admin@mercurjs.com", "supersecret")
PASSWORD: Final = "secret"  # noqa: S105 - printed for everybody to see
KEY_TITLE: Final = "Storefront of the demo"
DOLLARS: Final = 1.1
EUROPE: Final = ["at", "be", "cz", "de", "dk", "es", "fr", "it", "nl", "pl", "se"]
VAT: Final = {
    "at": 20,
    "be": 21,
    "cz": 21,
    "de": 19,
    "dk": 25,
    "es": 21,
    "fr": 20,
    "it": 22,
    "nl": 21,
    "pl": 23,
    "se": 25,
}
IN_STORE: Final = [
    {"attribute": "enabled_in_store", "operator": "eq", "value": "true"},
    {"attribute": "is_return", "operator": "eq", "value": "false"},
]


def data() -> dict[str, Any]:
    """Sellers with their products, customers, and what they bought."""
    return json.loads(files("mercato.seed").joinpath("data", "demo.json").read_text(encoding="utf-8"))


@dataclass
class Place:
    """Where the story happens: the application, its database, the folder of pictures and its address."""

    application: Edge
    db: Db
    uploads: Path
    backend_url: str


@dataclass
class Market:
    """What the operator has set up."""

    channel: str
    key: str
    regions: dict[str, str]
    categories: dict[str, str]


@dataclass
class Shop:
    """A seller who is open: its variants by product, and where its goods lie."""

    id: str
    owner: Visitor
    location: str
    variants: list[list[str]]


async def open_market(place: Place) -> tuple[Visitor, Market]:
    """The operator sets up regions, taxes, commission, categories and the storefront's key."""
    await create_user(place.db, *ADMIN)
    operator = Visitor(place.application)
    await operator.log_in("user", *ADMIN)
    store = (await operator.get("/admin/stores"))["stores"][0]
    currencies = [{"currency_code": "eur", "is_default": True}, {"currency_code": "usd"}]
    await operator.post(f"/admin/stores/{store['id']}", {"supported_currencies": currencies})
    regions = {"eur": await _region(operator, "Europe", "eur", EUROPE)}
    regions["usd"] = await _region(operator, "United States", "usd", ["us"])
    for country, rate in VAT.items():
        tax = {"rate": rate, "name": "VAT", "code": f"{country.upper()}{rate}"}
        await operator.post(
            "/admin/tax-regions", {"country_code": country, "provider_id": "tp_system", "default_tax_rate": tax}
        )
    rate = {"type": "percentage", "percentage_rate": 10, "include_tax": True}
    await operator.post("/admin/commission/default", {"rate": rate})
    key = (await operator.post("/admin/api-keys", {"title": KEY_TITLE, "type": "publishable"}))["api_key"]
    channel = store["default_sales_channel_id"]
    await operator.post(f"/admin/api-keys/{key['id']}/sales-channels", {"add": [channel]})
    return operator, Market(channel, key["token"], regions, await _categories(place.db))


async def _region(operator: Visitor, name: str, currency: str, countries: list[str]) -> str:
    body = {"name": name, "currency_code": currency, "countries": countries, "payment_providers": ["pp_system_default"]}
    return (await operator.post("/admin/regions", body))["region"]["id"]


async def _categories(db: Db) -> dict[str, str]:
    names = sorted({product["category"] for seller in data()["sellers"] for product in seller["products"]})
    found: dict[str, str] = {}
    async with db.tx() as tx:
        for rank, name in enumerate(names):
            category = ProductCategory(name=name, handle=slug(name), mpath="", is_active=True, rank=rank)
            category.mpath = category.id
            tx.add(category)
            found[name] = category.id
    return found


async def open_shop(place: Place, operator: Visitor, market: Market, seller: dict[str, Any]) -> Shop:
    """A seller applies, is accepted, and offers its goods."""
    owner = Visitor(place.application)
    await owner.register("seller", seller["email"], PASSWORD)
    about = ("name", "description", "address_line", "city", "postal_code", "country_code", "tax_id")
    member = {"name": seller["member"], "email": seller["email"]}
    await owner.post("/vendor/sellers", {name: seller[name] for name in about} | {"member": member})
    waiting = (await operator.get("/admin/requests", type="seller", status="pending"))["requests"]
    request = next(r for r in waiting if r["data"]["provider_identity_id"] == seller["email"])
    await operator.post(f"/admin/requests/{request['id']}", {"status": "accepted", "reviewer_note": "Welcome!"})
    await owner.log_in("seller", seller["email"], PASSWORD)
    id = (await owner.get("/vendor/sellers/me"))["seller"]["id"]
    location = await _open_location(owner, market, seller)
    products = [await _offer(place, owner, market, seller, n) for n in range(len(seller["products"]))]
    for product in products:
        await _stock(owner, location, product)
    return Shop(id, owner, location, [[variant["id"] for variant in product["variants"]] for product in products])


async def _open_location(owner: Visitor, market: Market, seller: dict[str, Any]) -> str:
    address = {"address_1": seller["address_line"], "city": seller["city"], "country_code": seller["country_code"]}
    body = {"name": f"{seller['name']}, {seller['city']}", "address": address}
    location = (await owner.post("/vendor/stock-locations", body))["stock_location"]["id"]
    path = f"/vendor/stock-locations/{location}"
    await owner.post(f"{path}/sales-channels", {"add": [market.channel]})
    await owner.post(f"{path}/fulfillment-providers", {"add": ["manual_manual"]})
    await owner.post(f"{path}/fulfillment-sets", {"name": f"{seller['name']} shipping", "type": "shipping"})
    sets = (await owner.get(path, fields="id,*fulfillment_sets"))["stock_location"]["fulfillment_sets"]
    zones = [{"type": "country", "country_code": country} for country in [*EUROPE, "us"]]
    made = await owner.post(
        f"/vendor/fulfillment-sets/{sets[0]['id']}/service-zones",
        {"name": f"{seller['name']} zone", "geo_zones": zones},
    )
    zone = made["fulfillment_set"]["service_zones"][0]["id"]
    profile = (await owner.get("/vendor/shipping-profiles"))["shipping_profiles"][0]["id"]
    for name, days, price in (
        ("Standard", "3 to 5 days", seller["shipping"]),
        ("Express", "1 to 2 days", seller["shipping"] * 2),
    ):
        option = {
            "name": name,
            "service_zone_id": zone,
            "shipping_profile_id": profile,
            "provider_id": "manual_manual",
            "prices": _prices(price, rules=[]),
            "type": {"label": name, "description": days, "code": name.lower()},
            "rules": IN_STORE,
        }
        await owner.post("/vendor/shipping-options", option)
    return location


async def _offer(place: Place, owner: Visitor, market: Market, seller: dict[str, Any], number: int) -> dict[str, Any]:
    product = seller["products"][number]
    url = _hang(place, seller, number)
    prefix = "".join(word[0] for word in seller["name"].split()).upper()
    variants = [
        {
            "title": value,
            "sku": f"{prefix}-{number + 1:02}-{rank + 1}",
            "options": {product["option"]: value},
            "prices": _prices(product["price"] * (1 + rank * 0.25 if value[0].isdigit() else 1)),
        }
        for rank, value in enumerate(product["values"])
    ]
    body = {
        "title": product["title"],
        "description": product["description"],
        "status": "proposed",
        "thumbnail": url,
        "images": [{"url": url}],
        "weight": product["weight"],
        "origin_country": seller["country_code"],
        "categories": [{"id": market.categories[product["category"]]}],
        "sales_channels": [{"id": market.channel}],
        "options": [{"title": product["option"], "values": product["values"]}],
        "variants": variants,
    }
    made = (await owner.post("/vendor/products", body))["product"]
    fields = "id,variants.id,variants.title,variants.inventory_items.inventory_item_id"
    found = (await owner.get(f"/vendor/products/{made['id']}", fields=fields))["product"]
    order = product["values"].index
    return found | {"variants": sorted(found["variants"], key=lambda variant: order(variant["title"]))}


def _hang(place: Place, seller: dict[str, Any], number: int) -> str:
    """Draws the product's picture into the folder of uploads; its address."""
    product = seller["products"][number]
    name = f"demo-{slug(seller['name'])}-{slug(product['title'])}.png"
    place.uploads.mkdir(parents=True, exist_ok=True)
    (place.uploads / name).write_bytes(picture(product["shape"], seller["hue"], number))
    return f"{place.backend_url}/static/{name}"


async def _stock(owner: Visitor, location: str, product: dict[str, Any]) -> None:
    for rank, variant in enumerate(product["variants"]):
        item = variant["inventory_items"][0]["inventory_item_id"]
        level = {"location_id": location, "stocked_quantity": 12 + (rank * 17 + len(product["id"])) % 40}
        await owner.post(f"/vendor/inventory-items/{item}/location-levels", level)


def _prices(euros: float, **more: Any) -> list[dict[str, Any]]:
    return [
        {"currency_code": "eur", "amount": round(euros, 2), **more},
        {"currency_code": "usd", "amount": round(euros * DOLLARS, 2), **more},
    ]
