"""Products in a storefront: what is visible, at which price, with which stock."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import httpx
import pytest
from sqlalchemy import select

from mercato.domains.catalog.models import ProductCategory, ProductCategoryProduct
from mercato.domains.customers.models import Customer, CustomerGroup, CustomerGroupCustomer
from mercato.domains.pricing.commands.price_sets import PriceValue, create_price_set
from mercato.domains.pricing.models import Price, PriceList, PriceListRule, PriceListStatus, PriceListType
from mercato.domains.pricing.queries import calculate_prices, price_sets_of_variants
from mercato.domains.pricing.rules import PriceContext
from mercato.kernel import clock
from mercato.kernel.db import Db
from tests.api.products.make import a_body, a_region, a_variant, default_channel, on_sale
from tests.support.people import fine
from tests.support.statements import Statements

AMOUNTS = {"fields": "title,variants.calculated_price.calculated_amount"}


async def price_of(client: httpx.AsyncClient, id: str, **query: Any) -> dict[str, Any] | None:
    product = fine(await client.get(f"/store/products/{id}", params={**AMOUNTS, **query}))["product"]
    return product["variants"][0]["calculated_price"]


async def put_in_list(db: Db, variant_id: str, amount: str, **values: Any) -> str:
    """A list price of a variant; answers the list's id."""
    async with db.tx() as tx:
        values = {"status": PriceListStatus.ACTIVE, "type": PriceListType.SALE, **values}
        price_list = PriceList(title="List", description="", **values)
        price_set_id = (await price_sets_of_variants(tx, [variant_id]))[variant_id]
        tx.add(price_list)
        tx.add(
            Price(price_set_id=price_set_id, price_list_id=price_list.id, currency_code="eur", amount=Decimal(amount))
        )
    return price_list.id


async def test_only_what_is_published_in_the_keys_channels(admin: httpx.AsyncClient, store: httpx.AsyncClient) -> None:
    shown = await on_sale(admin, a_body("Shown"))
    draft = await on_sale(admin, a_body("Draft", status="draft"))
    elsewhere = fine(await admin.post("/admin/products", json=a_body("Elsewhere", status="published")))["product"]
    listed = fine(await store.get("/store/products"))
    assert [product["id"] for product in listed["products"]] == [shown["id"]]
    assert {"status", "metadata", "external_id"}.isdisjoint(listed["products"][0])
    assert (listed["count"], listed["limit"]) == (1, 50)
    for hidden in (draft["id"], elsewhere["id"], "prod_none"):
        r = await store.get(f"/store/products/{hidden}")
        assert (r.status_code, r.json()["message"]) == (404, f"Product with id: {hidden} was not found")
    r = await store.get("/store/products", params={"sales_channel_id": "sc_other"})
    assert (r.status_code, r.json()["message"]) == (
        400,
        "Requested sales channel is not part of the publishable key",
    )
    assert (
        fine(await store.get("/store/products", params={"sales_channel_id": await default_channel(admin)}))["count"]
        == 1
    )
    r = await store.get("/store/products", params={"status": "draft"})
    assert (r.status_code, r.json()["message"]) == (400, "Invalid request: Unrecognized fields: 'status'")


async def test_a_key_without_channels(admin: httpx.AsyncClient, anonymous: httpx.AsyncClient) -> None:
    key = fine(await admin.post("/admin/api-keys", json={"title": "Bare", "type": "publishable"}))["api_key"]["token"]
    for path in ("/store/products", "/store/products/prod_none"):
        r = await anonymous.get(path, headers={"x-publishable-api-key": key})
        assert (r.status_code, r.json()["message"]) == (
            400,
            "Publishable key needs to have a sales channel configured",
        )


async def test_a_price_needs_a_region(admin: httpx.AsyncClient, store: httpx.AsyncClient) -> None:
    product = await on_sale(admin, a_body())
    path = f"/store/products/{product['id']}"
    assert "calculated_price" not in fine(await store.get(path))["product"]["variants"][0]
    r = await store.get(path, params=AMOUNTS)
    message = "Missing required pricing context to calculate prices - region_id"
    assert (r.status_code, r.json()) == (400, {"type": "invalid_data", "message": message})
    r = await store.get("/store/products", params={"region_id": "reg_none"})
    assert (r.status_code, r.json()["message"]) == (
        400,
        "Region with id reg_none not found when populating the pricing context",
    )
    region = await a_region(admin)
    price = fine(await store.get(path, params={"region_id": region}))["product"]["variants"][0]["calculated_price"]
    assert (price["calculated_amount"], price["original_amount"], price["currency_code"]) == (10, 10, "eur")
    assert "calculated_amount_with_tax" not in price
    japan = await a_region(admin, "jpy", "jp")
    assert await price_of(store, product["id"], region_id=japan) is None
    shop = fine(await admin.get("/admin/stores"))["stores"][0]["id"]
    fine(await admin.post(f"/admin/stores/{shop}", json={"default_region_id": region}))
    price = await price_of(store, product["id"])
    assert price is not None
    assert price["calculated_amount"] == 10


async def test_lists_in_force(admin: httpx.AsyncClient, store: httpx.AsyncClient, db: Db) -> None:
    product = await on_sale(admin, a_body())
    region, variant = await a_region(admin), product["variants"][0]["id"]
    now = clock.now()
    await put_in_list(db, variant, "1", status=PriceListStatus.DRAFT)
    await put_in_list(db, variant, "2", starts_at=now + timedelta(days=1))
    await put_in_list(db, variant, "3", ends_at=now - timedelta(days=1))
    price = await price_of(store, product["id"], region_id=region)
    assert price is not None
    assert price["calculated_amount"] == 10
    sale = await put_in_list(db, variant, "8.5", starts_at=now - timedelta(days=1), ends_at=now + timedelta(days=1))
    price = await price_of(store, product["id"], region_id=region)
    assert price is not None
    assert (price["calculated_amount"], price["original_amount"]) == (8.5, 10)
    assert price["calculated_price"] | {"id": ""} == {
        "id": "",
        "price_list_id": sale,
        "price_list_type": "sale",
        "min_quantity": None,
        "max_quantity": None,
    }
    prices = fine(await admin.get(f"/admin/products/{product['id']}"))["product"]["variants"][0]["prices"]
    assert [row["amount"] for row in prices] == [10]


async def test_prices_for_a_group(
    admin: httpx.AsyncClient, store: httpx.AsyncClient, customer_client: httpx.AsyncClient, db: Db
) -> None:
    product = await on_sale(admin, a_body())
    region, variant = await a_region(admin), product["variants"][0]["id"]
    club = await put_in_list(db, variant, "5")
    async with db.tx() as tx:
        group = CustomerGroup(name="Club")
        (customer,) = await tx.scalars(select(Customer))
        tx.add(group, PriceListRule(price_list_id=club, attribute="customer.groups.id", value=[group.id]))
        tx.add(CustomerGroupCustomer(customer_group_id=group.id, customer_id=customer.id))
    guest = await price_of(store, product["id"], region_id=region)
    member = await price_of(customer_client, product["id"], region_id=region)
    assert guest is not None
    assert member is not None
    assert (guest["calculated_amount"], member["calculated_amount"]) == (10, 5)


@pytest.mark.parametrize(("inclusive", "expected"), [(False, (71.3881, 59.99)), (True, (59.99, 50.411764705882355))])
async def test_prices_with_tax(
    admin: httpx.AsyncClient, store: httpx.AsyncClient, inclusive: bool, expected: tuple[float, float]
) -> None:
    region = await a_region(admin, "eur", "de", "fr")
    preferences = fine(await admin.get("/admin/price-preferences", params={"attribute": "currency_code"}))
    path = f"/admin/price-preferences/{preferences['price_preferences'][0]['id']}"
    fine(await admin.post(path, json={"is_tax_inclusive": inclusive}))
    rate = {"name": "VAT", "code": "vat", "rate": 19}
    body = {"country_code": "de", "provider_id": "tp_system", "default_tax_rate": rate}
    fine(await admin.post("/admin/tax-regions", json=body))
    product = await on_sale(admin, {**a_body(), "variants": [a_variant("S", 59.99)]})

    async def amounts(**query: str) -> tuple[float, float]:
        price = await price_of(store, product["id"], region_id=region, **query)
        assert price is not None
        assert price["is_calculated_price_tax_inclusive"] is inclusive
        return price["calculated_amount_with_tax"], price["calculated_amount_without_tax"]

    assert await amounts(country_code="de") == pytest.approx(expected)
    assert await amounts(country_code="fr") == (59.99, 59.99)
    fine(await admin.post(f"/admin/regions/{region}", json={"automatic_taxes": False}))
    price = await price_of(store, product["id"], region_id=region, country_code="de")
    assert price is not None
    assert "calculated_amount_with_tax" not in price


async def test_stock_that_the_channel_can_sell(admin: httpx.AsyncClient, store: httpx.AsyncClient) -> None:
    channel = await default_channel(admin)
    places = [
        fine(await admin.post("/admin/stock-locations", json={"name": name}))["stock_location"]["id"]
        for name in ("Berlin", "Toruń")
    ]
    fine(await admin.post(f"/admin/stock-locations/{places[0]}/sales-channels", json={"add": [channel]}))
    levels = [{"location_id": place, "stocked_quantity": 9} for place in places]
    wheel = fine(await admin.post("/admin/inventory-items", json={"sku": "W", "location_levels": levels}))
    tie = {"inventory_item_id": wheel["inventory_item"]["id"], "required_quantity": 2}
    body = a_body("Bike", "S", "M", "L")
    body["variants"] = [
        a_variant("S", inventory_items=[tie]),
        a_variant("M", manage_inventory=False),
        a_variant("L"),
    ]
    product = await on_sale(admin, body)
    query = {"fields": "variants.inventory_quantity"}
    shown = fine(await store.get(f"/store/products/{product['id']}", params=query))["product"]["variants"]
    assert [variant.get("inventory_quantity", "absent") for variant in shown] == [4, "absent", 0]
    shown = fine(await admin.get(f"/admin/products/{product['id']}", params=query))["product"]["variants"]
    assert [variant.get("inventory_quantity", "absent") for variant in shown] == [9, "absent", 0]


async def test_stock_of_several_channels(app: Any, admin: httpx.AsyncClient, anonymous: httpx.AsyncClient) -> None:
    second = fine(await admin.post("/admin/sales-channels", json={"name": "App"}))["sales_channel"]["id"]
    key = fine(await admin.post("/admin/api-keys", json={"title": "Both", "type": "publishable"}))["api_key"]
    channels = {"add": [await default_channel(admin), second]}
    fine(await admin.post(f"/admin/api-keys/{key['id']}/sales-channels", json=channels))
    query = {"fields": "+variants.inventory_quantity"}
    headers = {"x-publishable-api-key": key["token"]}
    r = await anonymous.get("/store/products", params=query, headers=headers)
    assert (r.status_code, r.json()["message"][:46]) == (400, "Inventory availability cannot be calculated in")
    fine(await anonymous.get("/store/products", params={**query, "sales_channel_id": second}, headers=headers))


async def test_categories_that_are_not_open(admin: httpx.AsyncClient, store: httpx.AsyncClient, db: Db) -> None:
    product = await on_sale(admin, a_body())
    async with db.tx() as tx:
        open_ = ProductCategory(name="Open", handle="open", mpath="", is_active=True)
        internal = ProductCategory(name="Internal", handle="internal", mpath="", is_active=True, is_internal=True)
        tx.add(open_, internal)
        for category in (open_, internal):
            tx.add(ProductCategoryProduct(product_id=product["id"], product_category_id=category.id))
    path = f"/store/products/{product['id']}"
    assert fine(await store.get(path))["product"]["categories"] == [{"id": open_.id}]
    shown = fine(await store.get(path, params={"fields": "*categories"}))["product"]["categories"]
    assert [category["name"] for category in shown] == ["Open"]
    for category, count in ((open_, 1), (internal, 0)):
        assert fine(await store.get("/store/products", params={"category_id": category.id}))["count"] == count


async def test_what_a_storefront_asks_for(
    admin: httpx.AsyncClient, seller_client: httpx.AsyncClient, store: httpx.AsyncClient, statements: Statements
) -> None:
    channels = [{"id": await default_channel(admin)}]
    body = a_body("Oak", "S", "M", status="proposed", sales_channels=channels)
    fine(await seller_client.post("/vendor/products", json=body))
    fine(await seller_client.post("/vendor/products", json=a_body("Pine", sales_channels=channels)))
    region = await a_region(admin)
    fields = (
        "*variants.calculated_price,+variants.inventory_quantity,*seller,*variants,*seller.products,"
        "*seller.products.variants,*attribute_values,*attribute_values.attribute"
    )
    statements.clear()
    r = fine(await store.get("/store/products", params={"region_id": region, "country_code": "de", "fields": fields}))
    (product,) = r["products"]
    assert [variant["calculated_price"]["calculated_amount"] for variant in product["variants"]] == [10, 10]
    assert [other["title"] for other in product["seller"]["products"]] == ["Oak"]
    assert "email" not in product["seller"]
    assert len(statements) <= 10
    for fields in ("seller.orders.id", "*seller.members", "variants.price_set.prices.amount"):
        assert (await store.get("/store/products", params={"fields": fields})).status_code == 400


async def test_options_of_variants_as_a_filter(admin: httpx.AsyncClient, store: httpx.AsyncClient) -> None:
    await on_sale(admin, a_body("Blanket", "M", "XL"))
    await on_sale(admin, a_body("Towel", "M"))
    r = fine(await store.get("/store/products", params={"variants[options][value]": "XL", "fields": "title"}))
    assert [product["title"] for product in r["products"]] == ["Blanket"]


async def test_carts_price_by_quantity(db: Db) -> None:
    async with db.tx() as tx:
        some = await create_price_set(
            tx,
            [
                PriceValue("eur", Decimal(10)),
                PriceValue("eur", Decimal(8), min_quantity=Decimal(10)),
            ],
        )
        bare = await create_price_set(tx)
        context = PriceContext("eur", quantities={some.id: Decimal(12)})
        prices = await calculate_prices(tx, [some.id, bare.id], context)
        price = prices[some.id]
        assert price is not None
        assert (price.amount, price.original_amount, prices[bare.id]) == (Decimal(8), Decimal(8), None)
