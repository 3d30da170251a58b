"""Bodies of products, and what products need."""

from typing import Any

import httpx

from tests.support.people import fine


def a_variant(size: str = "S", price: float | None = 10, **more: Any) -> dict[str, Any]:
    """A variant of one size."""
    prices = [] if price is None else [{"currency_code": "eur", "amount": price}]
    return {"title": f"Size {size}", "options": {"Size": size}, "prices": prices, **more}


def a_body(title: str = "Kettle", *sizes: str, **more: Any) -> dict[str, Any]:
    """A product in sizes, one variant for each."""
    sizes = sizes or ("S",)
    return {
        "title": title,
        "options": [{"title": "Size", "values": list(sizes)}],
        "variants": [a_variant(size) for size in sizes],
        **more,
    }


async def a_region(admin: httpx.AsyncClient, currency: str = "eur", *countries: str, **more: Any) -> str:
    """A region and its id."""
    body = {"name": "Europe", "currency_code": currency, "countries": list(countries or ("de",)), **more}
    return fine(await admin.post("/admin/regions", json=body))["region"]["id"]


async def default_channel(admin: httpx.AsyncClient) -> str:
    """The sales channel of every fresh installation."""
    return fine(await admin.get("/admin/sales-channels"))["sales_channels"][0]["id"]


async def on_sale(admin: httpx.AsyncClient, body: dict[str, Any]) -> dict[str, Any]:
    """A published product of the operator in the default channel."""
    channel = {"id": await default_channel(admin)}
    product = {"status": "published", "sales_channels": [channel], **body}
    return fine(await admin.post("/admin/products", json=product))["product"]
