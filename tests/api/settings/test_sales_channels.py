"""Sales channels and what is tied to them."""

from collections.abc import Sequence

import httpx
from sqlalchemy import select

from mercato.domains.catalog.models import Product, ProductSalesChannel
from mercato.domains.inventory.models import SalesChannelStockLocation, StockLocation
from mercato.kernel.db import Db
from tests.api.settings.make import ok, refused, the_store, told


async def test_a_channel_lives(admin: httpx.AsyncClient, db: Db):
    body = {"name": "Wholesale", "description": "B2B", "is_disabled": True, "metadata": {"k": "v"}}
    made = ok(await admin.post("/admin/sales-channels", json=body))["sales_channel"]
    assert {key: made[key] for key in body} == body
    url = f"/admin/sales-channels/{made['id']}"

    changed = ok(await admin.post(url, json={"description": None, "is_disabled": False}))["sales_channel"]

    assert (changed["name"], changed["description"], changed["is_disabled"]) == ("Wholesale", None, False)
    for _ in range(2):
        assert ok(await admin.delete(url)) == {"id": made["id"], "object": "sales-channel", "deleted": True}
    refused(await admin.get(url), 404, f"Sales channel with id: {made['id']} not found", "not_found")
    refused(await admin.post(url, json={}), 404, f'Sales channel with id "{made["id"]}" not found', "not_found")
    names = [name for name, _ in await told(db, "sales-channel.")]
    assert names == ["sales-channel.created", "sales-channel.updated", "sales-channel.deleted"]


async def test_the_default_channel_stays(admin: httpx.AsyncClient):
    channel = (await the_store(admin))["default_sales_channel_id"]

    r = await admin.delete(f"/admin/sales-channels/{channel}")

    refused(r, 400, "The default sales channel of the store cannot be deleted", "not_allowed")
    assert ok(await admin.get("/admin/sales-channels"))["count"] == 1


async def test_products_come_and_go(admin: httpx.AsyncClient, db: Db):
    channel = ok(await admin.post("/admin/sales-channels", json={"name": "POS"}))["sales_channel"]["id"]
    mug, cup = await products(db, "mug", "cup")
    url = f"/admin/sales-channels/{channel}/products"

    for _ in range(2):
        ok(await admin.post(url, json={"add": [mug, cup, mug]}))
    assert await linked(db, channel) == sorted([mug, cup])
    ok(await admin.post(url, json={"remove": [mug, "prod_none"]}))
    assert await linked(db, channel) == [cup]
    r = await admin.post(url, json={"add": [mug, "prod_none"]})
    refused(r, 404, "Product with id: prod_none was not found", "not_found")
    assert await linked(db, channel) == [cup]
    r = await admin.post("/admin/sales-channels/sc_none/products", json={"add": [mug]})
    refused(r, 404, 'Sales channel with id "sc_none" not found', "not_found")


async def test_a_closed_channel_is_tied_to_nothing(admin: httpx.AsyncClient, db: Db):
    channel = ok(await admin.post("/admin/sales-channels", json={"name": "POS"}))["sales_channel"]["id"]
    (mug,) = await products(db, "mug")
    ok(await admin.post(f"/admin/sales-channels/{channel}/products", json={"add": [mug]}))
    key = ok(await admin.post("/admin/api-keys", json={"title": "K", "type": "publishable"}))["api_key"]["id"]
    ok(await admin.post(f"/admin/api-keys/{key}/sales-channels", json={"add": [channel]}))
    async with db.tx() as tx:
        place = StockLocation(name="Hub")
        tx.add(place)
        await tx.flush()
        tx.add(SalesChannelStockLocation(sales_channel_id=channel, stock_location_id=place.id))

    async def found(**query: str) -> list[str]:
        listed = ok(await admin.get("/admin/sales-channels", params={"fields": "id", **query}))
        return [row["id"] for row in listed["sales_channels"]]

    assert await found(publishable_key_id=key) == [channel]
    assert await found(location_id=place.id) == [channel]

    ok(await admin.delete(f"/admin/sales-channels/{channel}"))

    assert await linked(db, channel) == []
    assert ok(await admin.get(f"/admin/api-keys/{key}"))["api_key"]["sales_channels"] == []
    async with db.read() as tx:
        link = SalesChannelStockLocation
        assert await tx.scalars(select(link.id).where(link.deleted_at.is_(None))) == []


async def products(db: Db, *handles: str) -> Sequence[str]:
    made = [Product(title=handle, handle=handle) for handle in handles]
    async with db.tx() as tx:
        tx.add(*made)
    return [product.id for product in made]


async def linked(db: Db, channel: str) -> list[str]:
    link = ProductSalesChannel
    query = select(link.product_id).where(link.sales_channel_id == channel, link.deleted_at.is_(None))
    async with db.read() as tx:
        return sorted(await tx.scalars(query))
