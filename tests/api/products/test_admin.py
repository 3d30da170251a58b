"""Products of the operator."""

from typing import Any

import httpx
import pytest
from sqlalchemy import select

from mercato.domains.catalog.models import Product, ProductVariant
from mercato.kernel.db import Db
from mercato.kernel.events.models import StoredEvent
from tests.api.products.make import a_body, a_variant, default_channel
from tests.support.people import fine
from tests.support.statements import Statements


async def test_a_whole_product(admin: httpx.AsyncClient, db: Db) -> None:
    channel = await default_channel(admin)
    profile = fine(await admin.get("/admin/shipping-profiles"))["shipping_profiles"][0]["id"]
    variant = a_variant("S", None, sku="K-S", weight=12.5, metadata={"cut": "slim"}, variant_rank=2)
    variant["prices"] = [
        {"currency_code": "EUR", "amount": 199.9},
        {"currency_code": "eur", "amount": 180, "min_quantity": 10, "rules": {"region_id": "reg_x"}},
    ]
    body = {
        "title": "Žluťoučký kůň & Co. 50%",
        "weight": 2100,
        "length": 12.5,
        "images": [{"url": "https://a/1"}, {"url": "https://a/2"}],
        "options": [{"title": "Size", "values": ["S", "M"]}],
        "variants": [variant, a_variant("M", 5, manage_inventory="false", allow_backorder="true")],
        "sales_channels": [{"id": channel}, {"id": channel}],
        "shipping_profile_id": profile,
    }

    product = fine(await admin.post("/admin/products", json=body))["product"]

    assert (product["handle"], product["weight"], product["length"]) == ("zlutoucky-kun-co-50", "2100", "12.5")
    assert (product["thumbnail"], product["status"]) == ("https://a/1", "draft")
    assert [(image["url"], image["rank"]) for image in product["images"]] == [("https://a/1", 0), ("https://a/2", 1)]
    assert [channel["name"] for channel in product["sales_channels"]] == ["Default Sales Channel"]
    small, medium = product["variants"]
    assert (small["sku"], small["weight"], small["metadata"], small["variant_rank"]) == (
        "K-S",
        12.5,
        {"cut": "slim"},
        2,
    )
    assert (medium["manage_inventory"], medium["allow_backorder"]) == (False, True)
    assert small["options"][0]["value"] == "S"
    assert small["options"][0]["option"]["title"] == "Size"
    shown = [
        {key: price[key] for key in ("amount", "min_quantity", "rules", "variant_id")} for price in small["prices"]
    ]
    assert shown == [
        {"amount": 199.9, "min_quantity": None, "rules": {}, "variant_id": small["id"]},
        {"amount": 180, "min_quantity": 10, "rules": {"region_id": "reg_x"}, "variant_id": small["id"]},
    ]
    assert "price_set_id" not in small["prices"][0]
    fields = "*shipping_profile,variants.inventory_items.required_quantity,*variants.inventory_items.inventory"
    product = fine(await admin.get(f"/admin/products/{product['id']}", params={"fields": fields}))["product"]
    assert product["shipping_profile"]["id"] == profile
    (tie,) = product["variants"][0]["inventory_items"]
    item = tie["inventory"]
    assert (tie["required_quantity"], item["sku"], item["title"], item["weight"]) == (1, "K-S", "Size S", 12.5)
    assert product["variants"][1]["inventory_items"] == []
    assert await names_of_events(db) == ["product-variant.created", "product-variant.created", "product.created"]


async def test_an_item_that_exists_is_used(admin: httpx.AsyncClient) -> None:
    item = fine(await admin.post("/admin/inventory-items", json={"sku": "SCREW"}))["inventory_item"]["id"]
    kit = a_variant("S", 1, inventory_items=[{"inventory_item_id": item, "required_quantity": 6}])
    body = {**a_body(), "variants": [kit]}
    query = {"fields": "*variants.inventory_items"}
    product = fine(await admin.post("/admin/products", json=body, params=query))["product"]
    ties = product["variants"][0]["inventory_items"]
    assert [(tie["inventory_item_id"], tie["required_quantity"]) for tie in ties] == [(item, 6)]
    assert fine(await admin.get("/admin/inventory-items"))["count"] == 1


REFUSALS: list[tuple[dict[str, Any], int, str]] = [
    ({"options": None}, 400, "Invalid request: Expected type: 'array' for field 'options', got: 'null'"),
    ({"options": []}, 400, "Product options are not provided for: [Kettle]."),
    ({"handle": "Not Safe!"}, 400, "Invalid product handle 'Not Safe!'. It must contain URL safe characters"),
    ({"title": "!!!"}, 400, "Invalid product handle ''. It must contain URL safe characters"),
    ({"handle": "taken"}, 400, "Product with handle: taken, already exists."),
    (
        {"tags": [{"id": "ptag_none"}]},
        400,
        "Tag with id ptag_none not found. Please create the tag before associating it with the product.",
    ),
    ({"type_id": "ptyp_none"}, 404, "You tried to set relationship type_id: ptyp_none, but such entity does not exist"),
    (
        {"categories": [{"id": "pcat_none"}]},
        404,
        "You tried to set relationship product_category_id: pcat_none, but such entity does not exist",
    ),
    ({"sales_channels": [{"id": "sc_none"}]}, 404, "Sales channels with ids: sc_none were not found"),
    (
        {"shipping_profile_id": "sp_none"},
        404,
        "You tried to set relationship shipping_profile_id: sp_none, but such entity does not exist",
    ),
    ({"variants": [{**a_variant("XL")}]}, 400, "Option value XL does not exist for option Size"),
    (
        {"variants": [{**a_variant(), "options": {}}]},
        400,
        "Product has 1 option values but there were 0 provided option values for the variant: Size S.",
    ),
    ({"variants": [a_variant(), a_variant()]}, 400, "Variant (Size S) with provided options already exists."),
    (
        {"variants": [a_variant(inventory_items=[{"inventory_item_id": "iitem_none", "required_quantity": 1}])]},
        400,
        "Inventory Items with ids: iitem_none was not found",
    ),
    (
        {"variants": [a_variant(inventory_items=[{"inventory_item_id": "iitem_none", "required_quantity": 0}])]},
        400,
        (
            "Invalid request: Value for field 'variants, 0, inventory_items, 0, required_quantity' too small, "
            "expected at least: '1'"
        ),
    ),
    ({"variants": [a_variant(sku="TAKEN")]}, 400, "Product variant with sku: TAKEN, already exists."),
    ({"colour": "red"}, 400, "Invalid request: Unrecognized fields: 'colour'"),
    ({"is_giftcard": "maybe"}, 400, "Invalid request: Invalid input"),
]


@pytest.mark.parametrize(("change", "status", "message"), REFUSALS, ids=lambda value: str(value)[:30])
async def test_what_is_refused_leaves_nothing(
    admin: httpx.AsyncClient, db: Db, change: dict[str, Any], status: int, message: str
) -> None:
    taken = {**a_body("Taken"), "variants": [a_variant(sku="TAKEN")]}
    fine(await admin.post("/admin/products", json=taken))

    r = await admin.post("/admin/products", json={**a_body(), **change})

    assert (r.status_code, r.json()["message"]) == (status, message)
    async with db.read() as tx:
        assert len(await tx.scalars(select(Product.id))) == len(await tx.scalars(select(ProductVariant.id))) == 1
    assert fine(await admin.get("/admin/inventory-items"))["count"] == 1


async def test_lists_and_their_filters(admin: httpx.AsyncClient, statements: Statements) -> None:
    channel = await default_channel(admin)
    first = a_body("Copper kettle", "S", "M", status="published", sales_channels=[{"id": channel}])
    await admin.post("/admin/products", json=first)
    second = a_body("Tea pot", "S", subtitle="for two")
    second["variants"][0].update(ean="590", manage_inventory=False)
    pot = fine(await admin.post("/admin/products", json=second))["product"]["id"]

    async def found(**query: Any) -> list[str]:
        query = {"fields": "title", "order": "title", **query}
        return [row["title"] for row in fine(await admin.get("/admin/products", params=query))["products"]]

    assert await found() == ["Copper kettle", "Tea pot"]
    assert await found(q="TWO") == ["Tea pot"]
    assert await found(**{"status[]": ["draft"]}) == ["Tea pot"]
    assert await found(**{"status[]": ["draft", "published"], "order": "-title"}) == ["Tea pot", "Copper kettle"]
    assert await found(sales_channel_id=channel) == ["Copper kettle"]
    assert await found(**{"variants[ean]": "590"}) == ["Tea pot"]
    assert await found(id=pot) == ["Tea pot"]
    assert await found(handle="tea-pot") == ["Tea pot"]
    assert await found(is_giftcard="true") == []
    assert await found(**{"price_list_id[]": "plist_none"}) == []
    assert await found(**{"$or[0][title]": "Tea pot"}) == ["Tea pot"]
    assert await found(unknown="x") == ["Copper kettle", "Tea pot"]
    statements.clear()
    r = fine(await admin.get("/admin/products"))
    assert (r["count"], r["limit"], len(r["products"][0]["variants"])) == (2, 50, 2)
    assert len([text for text in statements if "product" in text]) == 1


async def test_one_that_is_not_there(admin: httpx.AsyncClient, anonymous: httpx.AsyncClient) -> None:
    r = await admin.get("/admin/products/prod_none")
    assert (r.status_code, r.json()) == (404, {"type": "not_found", "message": "Product not found"})
    assert (await anonymous.get("/admin/products")).status_code == 401


async def names_of_events(db: Db) -> list[str]:
    async with db.read() as tx:
        names = await tx.scalars(select(StoredEvent.name))
    return sorted(name for name in names if name.startswith("product"))
