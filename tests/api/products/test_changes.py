"""Products, variants and options changed and taken out."""

from typing import Any

import httpx
import pytest
from sqlalchemy import select

from mercato.domains.catalog.models import ProductCategory, ProductTag
from mercato.domains.configuration.models import RuleType
from mercato.domains.pricing.models import Price, PriceSet
from mercato.domains.requests.models import Request
from mercato.kernel.db import Db
from tests.api.products.make import a_body, a_variant, default_channel
from tests.api.products.test_vendor import FORBIDDEN, status_of, switch
from tests.support import people
from tests.support.people import fine


async def make(admin: httpx.AsyncClient, *sizes: str, **more: Any) -> dict[str, Any]:
    return fine(await admin.post("/admin/products", json=a_body("Lamp", *(sizes or ("S", "M")), **more)))["product"]


async def change(admin: httpx.AsyncClient, id: str, fields: str | None = None, **body: Any) -> dict[str, Any]:
    query = {} if fields is None else {"fields": fields}
    return fine(await admin.post(f"/admin/products/{id}", json=body, params=query))["product"]


async def message_of(client: httpx.AsyncClient, path: str, body: dict[str, Any]) -> tuple[int, str]:
    r = await client.post(path, json=body)
    return r.status_code, r.json()["message"]


async def test_plain_fields(admin: httpx.AsyncClient) -> None:
    product = await make(admin, metadata={"a": 1, "b": {"c": 2}}, subtitle="Old", weight=10)
    changed = await change(
        admin, product["id"], title="Lamp II", weight=12.5, metadata={"a": "", "d": 4}, status="rejected"
    )
    assert (changed["title"], changed["subtitle"], changed["handle"]) == ("Lamp II", "Old", "lamp")
    assert (changed["weight"], changed["metadata"], changed["status"]) == ("12.5", {"b": {"c": 2}, "d": 4}, "rejected")
    assert [variant["id"] for variant in changed["variants"]] == [variant["id"] for variant in product["variants"]]
    changed = await change(admin, product["id"], subtitle=None, weight=None, metadata=None, handle="lampe")
    assert (changed["subtitle"], changed["weight"], changed["metadata"], changed["handle"]) == (
        None,
        None,
        None,
        "lampe",
    )
    path = f"/admin/products/{product['id']}"
    assert (await message_of(admin, path, {"handle": "a b"}))[0] == 400
    assert (await message_of(admin, path, {"status": None}))[0] == 400
    assert await message_of(admin, "/admin/products/prod_none", {}) == (404, 'Product with id "prod_none" not found')


async def test_lists_become_what_is_given(admin: httpx.AsyncClient, db: Db) -> None:
    async with db.tx() as tx:
        tags = [ProductTag(value="new"), ProductTag(value="sale")]
        category = ProductCategory(name="Desk", handle="desk", mpath="")
        tx.add(*tags, category)
    channel = await default_channel(admin)
    product = await make(
        admin,
        tags=[{"id": tags[0].id}],
        sales_channels=[{"id": channel}],
        images=[{"url": "https://a/1"}, {"url": "https://a/2"}],
    )
    first = product["images"][0]
    fields = "thumbnail,images.url,images.id,tags.value,categories.name,sales_channels.id"
    changed = await change(
        admin,
        product["id"],
        fields,
        tags=[{"id": tags[1].id}],
        categories=[{"id": category.id}],
        images=[{"url": "https://a/3"}, {"id": first["id"], "url": first["url"]}],
    )
    assert [image["url"] for image in changed["images"]] == ["https://a/3", "https://a/1"]
    assert (changed["images"][1]["id"], changed["thumbnail"]) == (first["id"], "https://a/1")
    assert [tag["value"] for tag in changed["tags"]] == ["sale"]
    assert [row["name"] for row in changed["categories"]] == ["Desk"]
    assert changed["sales_channels"] == [{"id": channel}]
    changed = await change(admin, product["id"], fields, tags=[], categories=[], images=[], sales_channels=[])
    assert [changed[name] for name in ("tags", "categories", "images", "sales_channels")] == [[], [], [], []]
    status, _ = await message_of(admin, f"/admin/products/{product['id']}", {"sales_channels": [{"id": "sc_none"}]})
    assert status == 404


async def test_variants_that_are_not_named_go(admin: httpx.AsyncClient, db: Db) -> None:
    product = await make(admin, "S", "M", "L")
    small, medium, _ = product["variants"]
    price = small["prices"][0]["id"]
    prices = [{"id": price, "amount": 11}, {"currency_code": "kwd", "amount": 9.125}]
    fields = "variants.title,variants.sku,variants.prices.id,variants.prices.amount,variants.options.value"
    changed = await change(
        admin,
        product["id"],
        fields,
        variants=[{"id": small["id"], "title": "Tiny", "prices": prices}, {**a_variant("M"), "sku": "NEW-M"}],
    )
    tiny, new = changed["variants"]
    assert (tiny["id"], tiny["title"], [row["amount"] for row in tiny["prices"]]) == (small["id"], "Tiny", [11, 9.125])
    assert tiny["prices"][0]["id"] == price
    assert (new["sku"], [value["value"] for value in new["options"]]) == ("NEW-M", ["M"])
    assert new["id"] != medium["id"]
    items = fine(await admin.get("/admin/inventory-items", params={"order": "title"}))["inventory_items"]
    assert [item["title"] for item in items] == ["Size M", "Size S"]
    async with db.read() as tx:
        assert len(await tx.scalars(select(PriceSet).where(PriceSet.deleted_at.is_(None)))) == 2
        assert len(await tx.scalars(select(Price).where(Price.deleted_at.is_(None)))) == 3
    path = f"/admin/products/{product['id']}"
    unknown = {"variants": [{"id": "variant_none", "title": "X"}]}
    assert await message_of(admin, path, unknown) == (404, "Product variant with id: variant_none was not found")
    untitled = {"variants": [{"options": {"Size": "L"}}]}
    assert await message_of(admin, path, untitled) == (400, "Invalid request: Field 'variants, 0, title' is required")


async def test_options_keep_equal_values(admin: httpx.AsyncClient) -> None:
    product = await make(admin)
    option = product["options"][0]
    small = option["values"][0]
    fields = "options.title,options.values.id,options.values.value,variants.options.value"
    changed = await change(
        admin, product["id"], fields, options=[{"id": option["id"], "title": "Fit", "values": ["XL", "S"]}]
    )
    (fit,) = changed["options"]
    assert fit["title"] == "Fit"
    assert {value["value"]: value["id"] for value in fit["values"]}["S"] == small["id"]
    assert [variant["options"] for variant in changed["variants"]] == [[{"value": "S", "id": small["id"]}], []]
    path = f"/admin/products/{product['id']}"
    assert (await message_of(admin, path, {"options": [{"id": "opt_none", "title": "x"}]}))[0] == 404
    assert (await message_of(admin, path, {"options": [{"title": "x"}]}))[0] == 400


async def test_a_deleted_product_takes_along_what_is_only_its_own(admin: httpx.AsyncClient, db: Db) -> None:
    shared = fine(await admin.post("/admin/inventory-items", json={"sku": "SHARED"}))["inventory_item"]["id"]
    tie: dict[str, Any] = {"inventory_items": [{"inventory_item_id": shared, "required_quantity": 1}]}
    first = {**a_body("Alpha", "S", "M"), "variants": [a_variant("S", sku="A-1"), a_variant("M", **tie)]}
    alpha = fine(await admin.post("/admin/products", json=first))["product"]["id"]
    beta = fine(await admin.post("/admin/products", json={**a_body("Beta"), "variants": [a_variant("S", **tie)]}))
    for _ in range(2):
        r = fine(await admin.delete(f"/admin/products/{alpha}"))
        assert r == {"id": alpha, "object": "product", "deleted": True}
    items = fine(await admin.get("/admin/inventory-items"))["inventory_items"]
    assert [item["sku"] for item in items] == ["SHARED"]
    async with db.read() as tx:
        assert len(await tx.scalars(select(PriceSet).where(PriceSet.deleted_at.is_(None)))) == 1
    fine(await admin.post("/admin/products", json=first))
    beta_id, variant = beta["product"]["id"], beta["product"]["variants"][0]["id"]
    r = fine(await admin.delete(f"/admin/products/{beta_id}/variants/{variant}", params={"fields": "variants.id"}))
    assert r["parent"] == {"id": beta_id, "variants": []}
    gone = fine(await admin.get("/admin/products", params={"with_deleted": "true", "fields": "title"}))["products"]
    assert [product["title"] for product in gone] == ["Alpha", "Beta", "Alpha"]


async def test_what_is_set_aside_protects_a_product(admin: httpx.AsyncClient) -> None:
    place = fine(await admin.post("/admin/stock-locations", json={"name": "Berlin"}))["stock_location"]["id"]
    product = await make(admin, "S")
    item = fine(await admin.get("/admin/inventory-items"))["inventory_items"][0]["id"]
    level = {"location_id": place, "stocked_quantity": 5}
    fine(await admin.post(f"/admin/inventory-items/{item}/location-levels", json=level))
    held = {"inventory_item_id": item, "location_id": place, "quantity": 2}
    fine(await admin.post("/admin/reservations", json=held))
    message = f"Cannot remove following inventory item(s) since they have reservations: [{item}]."
    for path in ("", f"/variants/{product['variants'][0]['id']}"):
        r = await admin.delete(f"/admin/products/{product['id']}{path}")
        assert (r.status_code, r.json()) == (400, {"type": "invalid_data", "message": message})
    assert await message_of(admin, f"/admin/products/{product['id']}", {"variants": []}) == (400, message)


async def test_variants_of_other_products_are_out_of_reach(admin: httpx.AsyncClient) -> None:
    mine = await make(admin, "S")
    theirs = fine(await admin.post("/admin/products", json=a_body("Pot")))["product"]
    variant, option = theirs["variants"][0]["id"], theirs["options"][0]["id"]
    path = f"/admin/products/{mine['id']}"
    for response in (
        await admin.get(f"{path}/variants/{variant}"),
        await admin.post(f"{path}/variants/{variant}", json={"title": "x"}),
        await admin.delete(f"{path}/variants/{variant}"),
        await admin.post(f"{path}/variants/batch", json={"update": [{"id": variant, "title": "x"}]}),
        await admin.get(f"{path}/options/{option}"),
        await admin.post(f"{path}/options/{option}", json={"title": "x"}),
        await admin.delete(f"{path}/options/{option}"),
        await admin.post(f"{path}/variants/{variant}/images/batch", json={"add": ["img_none"]}),
    ):
        assert (response.status_code, response.json()["type"]) == (404, "not_found")


async def test_pictures_of_a_variant(admin: httpx.AsyncClient) -> None:
    product = await make(admin, images=[{"url": "https://a/a"}, {"url": "https://a/b"}, {"url": "https://a/c"}])
    path = f"/admin/products/{product['id']}"
    (a, b, _), (small, medium) = product["images"], product["variants"]

    async def shown() -> list[str]:
        query = {"fields": "images.url"}
        variants = fine(await admin.get(f"{path}/variants", params=query))["variants"]
        return ["".join(image["url"][-1] for image in variant["images"]) for variant in variants]

    r = fine(await admin.post(f"{path}/variants/{small['id']}/images/batch", json={"add": [a["id"]]}))
    assert r == {"added": [a["id"]], "removed": []}
    fine(await admin.post(f"{path}/images/{b['id']}/variants/batch", json={"add": [medium["id"]]}))
    assert await shown() == ["ac", "bc"]
    fine(await admin.post(f"{path}/variants/{small['id']}/images/batch", json={"remove": [a["id"]]}))
    assert await shown() == ["ac", "abc"]


async def test_a_batch_of_variants(admin: httpx.AsyncClient) -> None:
    product = await make(admin)
    small, medium = product["variants"]
    body = {
        "create": [{**a_variant("M"), "title": "Middle"}],
        "update": [{"id": small["id"], "title": "Small"}],
        "delete": [medium["id"], "variant_none"],
    }
    path = f"/admin/products/{product['id']}/variants/batch"
    r = fine(await admin.post(path, json=body))
    assert [variant["title"] for variant in r["created"]] == ["Middle"]
    assert [variant["title"] for variant in r["updated"]] == ["Small"]
    assert r["created"][0]["prices"][0]["variant_id"] == r["created"][0]["id"]
    assert r["deleted"] == {"ids": [medium["id"], "variant_none"], "object": "variant", "deleted": True}


@pytest.mark.parametrize("prices_only", [True, False])
async def test_changes_of_sellers_go_back_to_review(
    seller_client: httpx.AsyncClient, db: Db, prices_only: bool
) -> None:
    product = fine(await seller_client.post("/vendor/products", json=a_body(status="proposed")))["product"]
    await switch(db, RuleType.REQUIRE_PRODUCT_APPROVAL, on=True)
    path = f"/vendor/products/{product['id']}/variants/{product['variants'][0]['id']}"
    body = {"prices": [{"currency_code": "eur", "amount": 4}]} if prices_only else {"title": "Other"}
    shown = fine(await seller_client.post(path, json=body))["product"]
    assert shown["status"] == "published"
    assert await status_of(seller_client, product["id"]) == ("published" if prices_only else "proposed")
    r = await seller_client.post(f"/vendor/products/{product['id']}/status", json={"status": "published"})
    assert (r.status_code, r.json()) == (400, {"type": "not_allowed", "message": "This feature is disabled!"})


async def test_a_seller_publishes_a_draft(seller_client: httpx.AsyncClient, db: Db) -> None:
    product = fine(await seller_client.post("/vendor/products", json=a_body()))["product"]
    path = f"/vendor/products/{product['id']}"
    shown = fine(await seller_client.post(f"{path}/status", json={"status": "proposed"}))["product"]
    assert shown["status"] == "proposed"
    assert await status_of(seller_client, product["id"]) == "published"
    async with db.read() as tx:
        (request,) = await tx.scalars(select(Request).where(Request.type.like("product%")))
    assert (request.status, request.reviewer_id) == ("accepted", "system")
    fine(await seller_client.post(f"{path}/status", json={"status": "draft"}))
    assert await status_of(seller_client, product["id"]) == "draft"


async def test_another_seller_changes_nothing(
    app: Any, seller_client: httpx.AsyncClient, admin: httpx.AsyncClient
) -> None:
    product = fine(await seller_client.post("/vendor/products", json=a_body()))["product"]
    path = f"/vendor/products/{product['id']}"
    variant, option = product["variants"][0]["id"], product["options"][0]["id"]
    async with people.seller(app, admin, "Other Seller") as other:
        for response in (
            await other.post(path, json={"title": "x"}),
            await other.delete(path),
            await other.post(f"{path}/status", json={"status": "draft"}),
            await other.get(f"{path}/variants"),
            await other.post(f"{path}/variants", json=a_variant()),
            await other.post(f"{path}/variants/{variant}", json={"title": "x"}),
            await other.delete(f"{path}/variants/{variant}"),
            await other.post(f"{path}/variants/{variant}/media", json={}),
            await other.post(f"{path}/options", json={"title": "x", "values": []}),
            await other.post(f"{path}/options/{option}", json={"title": "x"}),
            await other.delete(f"{path}/options/{option}"),
        ):
            assert (response.status_code, response.json()) == (403, FORBIDDEN)
        own = fine(await other.post("/vendor/products", json=a_body("Own")))["product"]["id"]
        r = await other.delete(f"/vendor/products/{own}/variants/{variant}")
        assert (r.status_code, r.json()["message"]) == (400, "Invalid product variant id!")
        r = await other.delete(f"/vendor/products/{own}/options/{option}")
        assert (r.status_code, r.json()["message"]) == (400, "Invalid product option id!")
        r = await other.post(f"/vendor/products/{own}/variants/{variant}/media", json={"add": []})
        assert r.status_code == 200
        batch = {"update": [{"id": product["id"], "title": "x"}], "delete": [own]}
        r = await other.post("/vendor/products/batch", json=batch)
        message = f"Products not found or not owned by this seller: {product['id']}"
        assert (r.status_code, r.json()["message"]) == (400, message)
    fine(await seller_client.delete(path))
    r = await seller_client.get(path)
    assert (r.status_code, r.json()) == (403, FORBIDDEN)


async def test_a_batch_of_a_seller(seller_client: httpx.AsyncClient) -> None:
    ids = [
        fine(await seller_client.post("/vendor/products", json=a_body(title)))["product"]["id"]
        for title in ("Apple", "Banana", "Cherry")
    ]
    body = {
        "update": [{"id": ids[0], "title": "Gala", "discountable": False}, {"id": ids[1], "status": "published"}],
        "delete": [ids[2]],
    }
    r = fine(await seller_client.post("/vendor/products/batch", json=body))
    assert [(row["title"], row["status"], row["discountable"]) for row in r["updated"]] == [
        ("Gala", "draft", False),
        ("Banana", "published", True),
    ]
    assert r["deleted"] == [ids[2]]
    assert fine(await seller_client.get("/vendor/products"))["count"] == 2


async def test_variants_in_a_storefront(admin: httpx.AsyncClient, store: httpx.AsyncClient) -> None:
    channels = [{"id": await default_channel(admin)}]
    shown = await make(admin, "S", "M", status="published", sales_channels=channels)
    hidden = fine(await admin.post("/admin/products", json=a_body("Hidden", sales_channels=channels)))["product"]
    r = fine(await store.get("/store/product-variants"))
    assert [row["id"] for row in r["variants"]] == [variant["id"] for variant in shown["variants"]]
    assert (r["count"], r["limit"]) == (2, 20)
    r = await store.get(f"/store/product-variants/{hidden['variants'][0]['id']}")
    assert r.status_code == 404
    everything = fine(await admin.get("/admin/product-variants", params={"fields": "title,product.title"}))
    assert [row["product"]["title"] for row in everything["variants"]] == ["Lamp", "Lamp", "Hidden"]
