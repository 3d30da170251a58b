"""The marketplace that is measured, set up through the front door: two sellers with a hundred products each."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import httpx

from benchmarks.product import ADMIN

PRODUCTS = 200
SELLERS = ("Lamp Land", "Mug House")
PASSWORD = "a password of the benchmark"
ADDRESS = {
    "first_name": "Jan",
    "last_name": "Berg",
    "address_1": "Allee 1",
    "city": "Berlin",
    "postal_code": "10115",
    "country_code": "de",
}


class Person:
    """Sends requests as somebody; what is refused ends the benchmark."""

    def __init__(self, url: str, **headers: str) -> None:
        self.headers = headers
        self._client = httpx.Client(base_url=url, timeout=60)

    def get(self, path: str, **query: Any) -> Any:
        return self._send("GET", path, params=query)

    def post(self, path: str, body: Any = None) -> Any:
        return self._send("POST", path, json=body or {})

    def log_in(self, path: str, email: str) -> None:
        self.headers["authorization"] = f"Bearer {self.post(path, {'email': email, 'password': PASSWORD})['token']}"

    def _send(self, method: str, path: str, **request: Any) -> Any:
        response = self._client.request(method, path, headers=self.headers, **request)
        if not response.is_success:
            raise SystemExit(f"{method} {path}: {response.status_code} {response.text}")
        return response.json()


@dataclass(frozen=True)
class Market:
    """What requests need to know."""

    operator: Person
    seller: Person
    shopper: Person
    region: str
    products: list[str]
    variants: list[list[str]]
    """Of each seller."""

    def cart(self) -> tuple[str, str]:
        """A cart with goods and a delivery of both sellers and an open payment; its id, and that of its first line."""
        items = [{"variant_id": listed[0], "quantity": 1} for listed in self.variants]
        body = {
            "region_id": self.region,
            "email": "jan@mail.example",
            "shipping_address": ADDRESS,
            "billing_address": ADDRESS,
            "items": items,
        }
        cart = self.shopper.post("/store/carts", body)["cart"]
        for option in self.shopper.get("/store/shipping-options", cart_id=cart["id"])["shipping_options"]:
            self.shopper.post(f"/store/carts/{cart['id']}/shipping-methods", {"option_id": option["id"]})
        payment = self.shopper.post("/store/payment-collections", {"cart_id": cart["id"]})["payment_collection"]
        self.shopper.post(
            f"/store/payment-collections/{payment['id']}/payment-sessions", {"provider_id": "pp_system_default"}
        )
        return cart["id"], cart["items"][0]["id"]

    def carts(self, count: int) -> Iterable[tuple[str, str]]:
        return (self.cart() for _ in range(count))


def open_market(url: str) -> Market:
    """Everything, from an installation that has nothing but its administrator."""
    operator = Person(url)
    operator.log_in("/auth/user/emailpass", ADMIN[0])
    store = operator.get("/admin/stores")["stores"][0]
    channel = store["default_sales_channel_id"]
    europe = {"name": "Europe", "currency_code": "eur", "countries": ["de", "fr"]}
    region = operator.post("/admin/regions", europe | {"payment_providers": ["pp_system_default"]})["region"]["id"]
    for country, rate in (("de", 19), ("fr", 20)):
        tax = {"rate": rate, "name": "VAT", "code": f"{country}{rate}"}
        operator.post(
            "/admin/tax-regions", {"country_code": country, "provider_id": "tp_system", "default_tax_rate": tax}
        )
    operator.post(
        "/admin/commission/default", {"rate": {"type": "percentage", "percentage_rate": 10, "include_tax": True}}
    )
    key = operator.post("/admin/api-keys", {"title": "Shop", "type": "publishable"})["api_key"]
    operator.post(f"/admin/api-keys/{key['id']}/sales-channels", {"add": [channel]})
    sellers = [_open_shop(url, operator, name, channel) for name in SELLERS]
    offered = [_offer(seller, channel, number) for number, seller in enumerate(sellers)]
    return Market(
        operator,
        sellers[0],
        Person(url, **{"x-publishable-api-key": key["token"]}),
        region,
        [product["id"] for products in offered for product in products],
        [[variant["id"] for product in products for variant in product["variants"]] for products in offered],
    )


def _open_shop(url: str, operator: Person, name: str, channel: str) -> Person:
    owner = Person(url)
    email = f"{name.lower().replace(' ', '-')}@seller.example"
    owner.log_in("/auth/seller/emailpass/register", email)
    owner.post("/vendor/sellers", {"name": name, "member": {"name": "Olga Owner", "email": email}})
    waiting = operator.get("/admin/requests", type="seller", status="pending")["requests"]
    request = next(one for one in waiting if one["data"]["provider_identity_id"] == email)
    operator.post(f"/admin/requests/{request['id']}", {"status": "accepted", "reviewer_note": ""})
    owner.log_in("/auth/seller/emailpass", email)
    address = {"address_1": "Allee 2", "city": "Berlin", "country_code": "de"}
    location = owner.post("/vendor/stock-locations", {"name": f"{name} depot", "address": address})["stock_location"]
    path = f"/vendor/stock-locations/{location['id']}"
    owner.post(f"{path}/sales-channels", {"add": [channel]})
    owner.post(f"{path}/fulfillment-providers", {"add": ["manual_manual"]})
    owner.post(f"{path}/fulfillment-sets", {"name": f"{name} shipping", "type": "shipping"})
    sets = owner.get(path, fields="id,*fulfillment_sets")["stock_location"]["fulfillment_sets"]
    zones = [{"type": "country", "country_code": country} for country in ("de", "fr")]
    made = owner.post(
        f"/vendor/fulfillment-sets/{sets[0]['id']}/service-zones", {"name": f"{name} zone", "geo_zones": zones}
    )
    option = {
        "name": "Parcel",
        "service_zone_id": made["fulfillment_set"]["service_zones"][0]["id"],
        "shipping_profile_id": owner.get("/vendor/shipping-profiles")["shipping_profiles"][0]["id"],
        "provider_id": "manual_manual",
        "prices": [{"currency_code": "eur", "amount": 5, "rules": []}],
        "type": {"label": "Parcel", "description": "3 days", "code": "parcel"},
        "rules": [
            {"attribute": "enabled_in_store", "operator": "eq", "value": "true"},
            {"attribute": "is_return", "operator": "eq", "value": "false"},
        ],
    }
    owner.post("/vendor/shipping-options", option)
    return owner


def _offer(owner: Person, channel: str, seller: int) -> list[Any]:
    location = owner.get("/vendor/stock-locations")["stock_locations"][0]["id"]
    return [_product(owner, channel, location, f"{seller}-{number}") for number in range(PRODUCTS // len(SELLERS))]


def _product(owner: Person, channel: str, location: str, number: str) -> Any:
    sizes = ["S", "L"]
    variants = [
        {
            "title": size,
            "sku": f"SKU-{number}-{size}",
            "options": {"Size": size},
            "prices": [{"currency_code": "eur", "amount": 19.99}, {"currency_code": "usd", "amount": 21.99}],
        }
        for size in sizes
    ]
    body = {
        "title": f"Thing {number}",
        "description": "A thing that is sold a lot. " * 10,
        "status": "proposed",
        "images": [{"url": f"https://pictures.example/{number}.jpg"}],
        "sales_channels": [{"id": channel}],
        "options": [{"title": "Size", "values": sizes}],
        "variants": variants,
    }
    made = owner.post("/vendor/products", body)["product"]
    fields = "id,variants.id,variants.inventory_items.inventory_item_id"
    product = owner.get(f"/vendor/products/{made['id']}", fields=fields)["product"]
    for variant in product["variants"]:
        item = variant["inventory_items"][0]["inventory_item_id"]
        owner.post(
            f"/vendor/inventory-items/{item}/location-levels", {"location_id": location, "stocked_quantity": 100_000}
        )
    return product
