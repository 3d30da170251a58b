"""A shop's location with everything that delivers from it, made through the front door."""

from typing import Any

import httpx

from tests.api.stock.conftest import ok

ADDRESS = {"address_1": "Street 1", "city": "Berlin", "country_code": "de"}
VISIBLE = [
    {"attribute": "enabled_in_store", "operator": "eq", "value": "true"},
    {"attribute": "is_return", "operator": "eq", "value": "false"},
]


async def a_location(client: httpx.AsyncClient, audience: str, name: str = "Depot") -> str:
    body = {"name": name, "address": ADDRESS}
    r = await client.post(f"/{audience}/stock-locations", json=body)
    id = ok(r, 201 if audience == "vendor" else 200)["stock_location"]["id"]
    ok(await client.post(f"/{audience}/stock-locations/{id}/fulfillment-providers", json={"add": ["manual_manual"]}))
    return id


async def a_zone(client: httpx.AsyncClient, audience: str, location: str, name: str = "Zone") -> tuple[str, str]:
    path = f"/{audience}/stock-locations/{location}/fulfillment-sets"
    r = await client.post(
        path, json={"name": f"{name} set", "type": "shipping"}, params={"fields": "*fulfillment_sets"}
    )
    set_id = ok(r)["stock_location"]["fulfillment_sets"][-1]["id"]
    body = {"name": name, "geo_zones": [{"type": "country", "country_code": "de"}]}
    r = await client.post(f"/{audience}/fulfillment-sets/{set_id}/service-zones", json=body)
    return set_id, ok(r)["fulfillment_set"]["service_zones"][-1]["id"]


async def a_profile(client: httpx.AsyncClient, audience: str, name: str = "Goods") -> str:
    r = await client.post(f"/{audience}/shipping-profiles", json={"name": name, "type": "default"})
    return ok(r, 201 if audience == "vendor" else 200)["shipping_profile"]["id"]


def an_option(zone: str, profile: str, **values: Any) -> dict[str, Any]:
    """The body of an option as the operator sends it."""
    return {
        "name": "Standard",
        "service_zone_id": zone,
        "shipping_profile_id": profile,
        "provider_id": "manual_manual",
        "price_type": "flat",
        "type": {"label": "Standard", "description": "Two days", "code": "standard"},
        "prices": [{"currency_code": "eur", "amount": 10, "rules": []}],
        "rules": VISIBLE,
        **values,
    }


def a_seller_option(zone: str, profile: str, **values: Any) -> dict[str, Any]:
    """The body of an option as a seller sends it."""
    body = an_option(zone, profile, **values)
    del body["price_type"]
    return body
