"""Products of sellers."""

from typing import Any

import httpx
import pytest
from sqlalchemy import select

from mercato.domains.catalog.attribute_models import Attribute, AttributePossibleValue, ProductCategoryAttribute
from mercato.domains.catalog.models import ProductCategory
from mercato.domains.configuration.models import ConfigurationRule, RuleType
from mercato.domains.requests.models import Request
from mercato.kernel.db import Db
from tests.api.products.make import a_body, a_variant
from tests.support import people
from tests.support.people import fine

FORBIDDEN = {"message": "You are not allowed to perform this action", "type": "not_allowed"}


async def status_of(client: httpx.AsyncClient, id: str) -> str:
    return fine(await client.get(f"/vendor/products/{id}"))["product"]["status"]


async def switch(db: Db, rule: RuleType, *, on: bool) -> None:
    async with db.tx() as tx:
        tx.add(ConfigurationRule(rule_type=rule, is_enabled=on))


async def requests(db: Db) -> list[Request]:
    async with db.read() as tx:
        return await tx.scalars(select(Request).where(Request.type == "product").order_by(Request.id))


async def test_a_proposed_product_is_published_at_once(seller_client: httpx.AsyncClient, db: Db) -> None:
    body = a_body("Oak table", "S", "L", status="proposed")

    r = await seller_client.post("/vendor/products", json=body)

    product = r.json()["product"]
    assert (r.status_code, product["status"], product["attribute_values"]) == (201, "proposed", [])
    assert await status_of(seller_client, product["id"]) == "published"
    (request,) = await requests(db)
    assert (request.status, request.reviewer_id, request.reviewer_note) == ("accepted", "system", "auto accepted")
    assert (request.data["product_id"], request.data["title"]) == (product["id"], "Oak table")
    assert [variant["title"] for variant in request.data["variants"]] == ["Size S", "Size L"]
    query = {"fields": "seller.name,*shipping_profile"}
    product = fine(await seller_client.get(f"/vendor/products/{product['id']}", params=query))["product"]
    assert product["seller"]["name"] == "First Seller"
    assert product["shipping_profile"]["type"] == "default"
    items = fine(await seller_client.get("/vendor/inventory-items"))["inventory_items"]
    assert [item["title"] for item in items] == ["Size S", "Size L"]


async def test_a_draft_waits(seller_client: httpx.AsyncClient, db: Db) -> None:
    product = fine(await seller_client.post("/vendor/products", json=a_body()))["product"]
    assert await status_of(seller_client, product["id"]) == "draft"
    assert [request.status for request in await requests(db)] == ["draft"]


async def test_approval(seller_client: httpx.AsyncClient, admin: httpx.AsyncClient, db: Db) -> None:
    await switch(db, RuleType.REQUIRE_PRODUCT_APPROVAL, on=True)
    product = fine(await seller_client.post("/vendor/products", json=a_body(status="proposed")))["product"]
    (request,) = await requests(db)
    assert (request.status, await status_of(seller_client, product["id"])) == ("pending", "proposed")
    accepted = {"status": "accepted", "reviewer_note": ""}
    fine(await admin.post(f"/admin/requests/{request.id}", json=accepted))
    assert await status_of(seller_client, product["id"]) == "published"


@pytest.mark.parametrize(
    ("rule", "on"), [(RuleType.GLOBAL_PRODUCT_CATALOG, True), (RuleType.PRODUCT_REQUEST_ENABLED, False)]
)
async def test_switched_off(seller_client: httpx.AsyncClient, db: Db, rule: RuleType, on: bool) -> None:
    await switch(db, rule, on=on)
    r = await seller_client.post("/vendor/products", json=a_body())
    assert (r.status_code, r.json()) == (403, {"message": "This feature is disabled!", "type": "not_found"})


REFUSALS: list[tuple[dict[str, Any], str]] = [
    ({"title": None}, "Invalid request: Expected type: 'string' for field 'title', got: 'null'"),
    ({"status": "published"}, "Invalid request: Expected: 'draft, proposed' for field 'status', but got: 'published'"),
    (
        {"variants": [a_variant(allow_backorder=True)]},
        "Invalid request: Expected literal: 'false' for field 'variants, 0, allow_backorder', but got: 'true'",
    ),
    (
        {"options": [{"title": "Size", "values": ["S"], "metadata": {"author": "robot"}}]},
        'Invalid request: author must be either "admin" or "vendor"',
    ),
    ({"options": None, "variants": []}, "Invalid request: Expected type: 'array' for field 'options', got: 'null'"),
    ({"shipping_profile_id": "sp_x"}, "Invalid request: Unrecognized fields: 'shipping_profile_id'"),
    ({"additional_data": {"values": [{"value": 1}]}}, "Invalid request: Field 'attribute_id' is required"),
]


@pytest.mark.parametrize(("change", "message"), REFUSALS, ids=lambda value: str(value)[:30])
async def test_refusals(seller_client: httpx.AsyncClient, change: dict[str, Any], message: str) -> None:
    r = await seller_client.post("/vendor/products", json={**a_body(), **change})
    assert r.status_code == 400
    assert r.json()["message"].split("; ")[0].startswith(message.split(": ")[0])
    assert fine(await seller_client.get("/vendor/products"))["count"] == 0


async def test_products_of_others(app: Any, seller_client: httpx.AsyncClient, admin: httpx.AsyncClient) -> None:
    mine = fine(await seller_client.post("/vendor/products", json=a_body(status="proposed")))["product"]["id"]
    operators = fine(await admin.post("/admin/products", json=a_body("Pot")))["product"]["id"]
    item = fine(await seller_client.get("/vendor/inventory-items"))["inventory_items"][0]["id"]
    async with people.seller(app, admin, "Other Seller") as other:
        for id in (mine, operators, "prod_none"):
            r = await other.get(f"/vendor/products/{id}")
            assert (r.status_code, r.json()) == (403, FORBIDDEN)
        assert fine(await other.get("/vendor/products"))["products"] == []
        stolen = a_variant(inventory_items=[{"inventory_item_id": item, "required_quantity": 1}])
        r = await other.post("/vendor/products", json={**a_body("Theft"), "variants": [stolen]})
        assert (r.status_code, r.json()["message"]) == (400, f"Inventory Items with ids: {item} was not found")
        for path in ("categories.products.title", "seller.orders.id", "*sales_channels.products_link"):
            assert (await other.get("/vendor/products", params={"fields": path})).status_code == 400


async def test_lists_tell_their_order(seller_client: httpx.AsyncClient) -> None:
    for title in ("Cherry", "Apple"):
        fine(await seller_client.post("/vendor/products", json=a_body(title)))
    r = fine(await seller_client.get("/vendor/products", params={"order": "-title", "fields": "title"}))
    assert [product["title"] for product in r["products"]] == ["Cherry", "Apple"]
    assert (r["order"], r["count"], r["offset"], r["limit"]) == ({"title": "DESC"}, 2, 0, 50)
    r = fine(await seller_client.get("/vendor/products", params={"status": "draft", "fields": "title"}))
    assert "order" not in r
    assert [product["title"] for product in r["products"]] == ["Cherry", "Apple"]
    price = fine(await seller_client.get("/vendor/products"))["products"][0]["variants"][0]["prices"][0]
    assert (price["amount"], price["price_rules"], price["price_list"], price["rules_count"]) == (10, [], None, 0)


async def test_pictures_of_variants(seller_client: httpx.AsyncClient) -> None:
    body = a_body("Chair", "S", "M", images=[{"url": "https://a/1"}])
    for variant, key in zip(body["variants"], ("small", "medium"), strict=True):
        variant["metadata"] = {"variant_image_key": key}
    body["variants_images"] = [
        {"variant_image_key": "small", "image_urls": ["https://a/s", "https://a/1"], "thumbnail_url": "https://a/t"},
        {"variant_image_key": "nobody", "image_urls": ["https://a/free"]},
    ]
    query = {"fields": "*images,variants.thumbnail,*variants.images"}
    product = fine(await seller_client.post("/vendor/products", json=body, params=query))["product"]
    assert [image["url"] for image in product["images"]] == ["https://a/1", "https://a/s", "https://a/free"]
    small, medium = product["variants"]
    assert (small["thumbnail"], medium["thumbnail"]) == ("https://a/t", None)
    assert [image["url"] for image in small["images"]] == ["https://a/1", "https://a/s", "https://a/free"]
    assert [image["url"] for image in medium["images"]] == ["https://a/free"]


async def test_attributes(seller_client: httpx.AsyncClient, db: Db) -> None:
    async with db.tx() as tx:
        boots = ProductCategory(name="Boots", handle="boots", mpath="", is_active=True)
        sole = Attribute(name="Sole", handle="sole")
        origin = Attribute(name="Origin", handle="origin", is_required=True)
        tx.add(boots, sole, origin, AttributePossibleValue(value="Crepe", rank=1, attribute_id=sole.id))
        tx.add(ProductCategoryAttribute(product_category_id=boots.id, attribute_id=sole.id))

    async def make(title: str, *values: tuple[str, str], category: str | None = boots.id) -> httpx.Response:
        data = {"values": [{"attribute_id": id, "value": value} for id, value in values]}
        body = a_body(title, additional_data=data, categories=[] if category is None else [{"id": category}])
        query = {"fields": "attribute_values.value,attribute_values.attribute.name"}
        return await seller_client.post("/vendor/products", json=body, params=query)

    product = fine(await make("Boot", (sole.id, "Crepe"), (origin.id, "PL")))["product"]
    values = [(value["attribute"]["name"], value["value"]) for value in product["attribute_values"]]
    assert values == [("Sole", "Crepe"), ("Origin", "PL")]
    r = await make("B", (sole.id, "Crepe"))
    assert r.json()["message"] == f"Missing required attributes for product B: {origin.id}"
    r = await make("B")
    assert r.json()["message"] == f"Missing required attributes for product B: {origin.id}"
    r = await make("B", (sole.id, "Wood"), (origin.id, "PL"))
    assert r.json()["message"] == f"Attribute {sole.id} doesn't define Wood as a possible_value"
    r = await make("B", (sole.id, "Crepe"), (origin.id, "PL"), category=None)
    assert "isn't linked to any category from the requested attributes." in r.json()["message"]
    r = await make("B", (origin.id, "PL"), (origin.id, "PL"))
    assert (r.status_code, r.json()["type"]) == (422, "duplicate_error")
    assert (await make("B", ("attr_none", "x"), (origin.id, "PL"))).status_code == 404
