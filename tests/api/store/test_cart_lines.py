"""Lines of a cart: merging, tiers, stock, and what leaves with them."""

import asyncio
from datetime import timedelta
from decimal import Decimal

import httpx
from sqlalchemy import select

from mercato.domains.carts.models import CartLineItemTaxLine
from mercato.domains.catalog.models import Product, ProductStatus, ProductVariant
from mercato.domains.inventory.commands.items import link_variant
from mercato.domains.inventory.models import ProductVariantInventoryItem, SalesChannelStockLocation
from mercato.domains.pricing.models import Price, PriceList, PriceListStatus, ProductVariantPriceSet
from mercato.kernel.db import Db, Tx
from tests.api.store.conftest import Open, Take
from tests.support.people import fine
from tests.support.shops import euro

SHORT = {
    "code": "insufficient_inventory",
    "type": "not_allowed",
    "message": "Some variant does not have the required inventory",
}


async def test_equal_lines_grow_together(shop: Open, take: Take, store: httpx.AsyncClient) -> None:
    async with shop() as s:
        region, mug = await s.region("Europe", "eur", "de", "fr"), await s.goods("10")
    path = f"/store/carts/{(await take(region, {mug: 1}))['id']}/line-items"

    for metadata in (None, {}, {"engraving": "Oma"}, {"engraving": "Oma"}):
        cart = fine(await store.post(path, json={"variant_id": mug, "quantity": 2, "metadata": metadata}))["cart"]

    assert [(line["quantity"], line["metadata"]) for line in cart["items"]] == [(5, {}), (4, {"engraving": "Oma"})]
    refused = await store.post(path, json={"variant_id": mug, "quantity": 1, "unit_price": 1})
    assert refused.json()["message"] == "Invalid request: Unrecognized fields: 'unit_price'"


async def test_parallel_clicks_are_counted_one_by_one(shop: Open, take: Take, store: httpx.AsyncClient) -> None:
    async with shop() as s:
        region, mug = await s.region("Europe", "eur", "de", "fr"), await s.goods("10", stock=5)
    cart = await take(region)
    fine(await store.post("/store/payment-collections", json={"cart_id": cart["id"]}))
    line = {"variant_id": mug, "quantity": 1}

    answers = await asyncio.gather(*(store.post(f"/store/carts/{cart['id']}/line-items", json=line) for _ in range(7)))

    assert sorted(r.status_code for r in answers) == [200] * 5 + [400] * 2
    read = fine(await store.get(f"/store/carts/{cart['id']}"))["cart"]
    assert [one["quantity"] for one in read["items"]] == [5]
    assert (read["total"], read["payment_collection"]["amount"]) == (50, 50)


async def test_no_line_grows_beyond_counting(shop: Open, take: Take, store: httpx.AsyncClient) -> None:
    async with shop() as s:
        region, mug = await s.region("Europe", "eur", "de", "fr"), await s.goods("10")
    most = 2**53 - 1
    cart = await take(region, {mug: most})

    r = await store.post(f"/store/carts/{cart['id']}/line-items", json={"variant_id": mug, "quantity": most})

    assert (r.status_code, r.json()["message"]) == (
        400,
        f"Value for field 'quantity' too big, expected at most: '{most}'",
    )


async def test_the_number_decides_the_price(shop: Open, take: Take, store: httpx.AsyncClient, db: Db) -> None:
    async with shop() as s:
        region = await s.region("Europe", "eur", "de", "fr")
        mug = await s.goods([euro(8), euro(7, low=10)])
        await _sale(s.tx, mug, Decimal("6.4"))
    cart = await take(region, {mug: 9})
    path = f"/store/carts/{cart['id']}/line-items/{cart['items'][0]['id']}"
    assert (cart["items"][0]["unit_price"], cart["items"][0]["compare_at_unit_price"]) == (6.4, 8)

    async with db.tx() as tx:
        sale = await tx.scalar(select(PriceList))
        assert sale is not None
        sale.ends_at = tx.now - timedelta(days=1)
    eleven = fine(await store.post(path, json={"quantity": 11}))["cart"]["items"][0]
    four = fine(await store.post(path, json={"quantity": 4}))["cart"]["items"][0]
    renewed = fine(await store.post(f"/store/carts/{cart['id']}", json={}))["cart"]["items"][0]

    assert [(line["unit_price"], line["compare_at_unit_price"]) for line in (eleven, four)] == [(7, 8), (8, 8)]
    assert (renewed["unit_price"], renewed["compare_at_unit_price"]) == (8, None)


async def test_lines_share_the_shelves(shop: Open, take: Take, store: httpx.AsyncClient) -> None:
    async with shop() as s:
        region = await s.region("Europe", "eur", "de", "fr")
        cup = await s.goods("4", stock=10)
        kit = await s.goods("12", variant={"manage_inventory": True})
        later = await s.goods("4", stock=0, variant={"allow_backorder": True})
        link = await s.tx.scalar(
            select(ProductVariantInventoryItem).where(ProductVariantInventoryItem.variant_id == cup)
        )
        assert link is not None
        await link_variant(s.tx, variant_id=kit, inventory_item_id=link.inventory_item_id, required_quantity=3)
    path = f"/store/carts/{(await take(region, {kit: 3, later: 50}))['id']}/line-items"

    two = await store.post(path, json={"variant_id": cup, "quantity": 2})
    one = fine(await store.post(path, json={"variant_id": cup, "quantity": 1}))["cart"]
    again = await store.post(path, json={"variant_id": cup, "quantity": 1})
    more = await store.post(f"{path}/{one['items'][0]['id']}", json={"quantity": 4})
    both = [{"variant_id": cup, "quantity": 6}, {"variant_id": cup, "quantity": 5}]
    twice = await store.post("/store/carts", json={"region_id": region, "items": both})

    assert [r.json() for r in (two, again, more, twice)] == [SHORT] * 4
    assert {r.status_code for r in (two, again, more, twice)} == {400}


async def test_goods_that_the_channel_does_not_reach(shop: Open, store: httpx.AsyncClient) -> None:
    async with shop() as s:
        region, cup = await s.region("Europe", "eur", "de", "fr"), await s.goods("4", stock=10)
        nothing = await s.goods("4", variant={"manage_inventory": True})
        await s.tx.delete(*await s.tx.scalars(select(SalesChannelStockLocation)))

    far, empty = [
        await store.post("/store/carts", json={"region_id": region, "items": [{"variant_id": id, "quantity": 1}]})
        for id in (cup, nothing)
    ]

    assert far.json()["message"] == (
        f"Sales channel {s.channel_id} is not associated with any stock location for variant {cup}."
    )
    assert empty.json()["message"] == f"Variant {nothing} does not have any inventory items associated with it."
    assert (far.json()["type"], empty.json()["type"]) == ("invalid_data", "invalid_data")


async def test_what_is_not_published_is_not_sold(shop: Open, take: Take, store: httpx.AsyncClient, db: Db) -> None:
    async with shop() as s:
        region, mug = await s.region("Europe", "eur", "de", "fr"), await s.goods("10")
    cart = await take(region, {mug: 1})
    async with db.tx() as tx:
        variant = await tx.get(ProductVariant, mug)
        (await tx.get(Product, variant.product_id)).status = ProductStatus.DRAFT

    r = await store.post(f"/store/carts/{cart['id']}/line-items", json={"variant_id": mug, "quantity": 1})

    assert (r.status_code, r.json()["message"]) == (
        400,
        f"Variants {mug} do not exist or belong to a product that is not published",
    )


async def test_a_line_belongs_to_its_cart(shop: Open, take: Take, store: httpx.AsyncClient) -> None:
    async with shop() as s:
        region, mug = await s.region("Europe", "eur", "de", "fr"), await s.goods("10")
    mine, other = await take(region, {mug: 1}), await take(region, {mug: 1})
    line = other["items"][0]["id"]

    changed = await store.post(f"/store/carts/{mine['id']}/line-items/{line}", json={"quantity": 2})
    removed = await store.delete(f"/store/carts/{mine['id']}/line-items/{line}")
    nowhere = await store.delete(f"/store/carts/cart_x/line-items/{line}")

    assert (changed.status_code, changed.json()["message"]) == (404, f"Line item with id: {line} was not found")
    assert (removed.status_code, removed.json()["message"]) == (404, f"LineItem id not found: {line}")
    assert nowhere.json() == removed.json()
    assert fine(await store.get(f"/store/carts/{other['id']}"))["cart"]["items"][0]["quantity"] == 1


async def test_a_delivery_leaves_with_its_sellers_last_line(
    shop: Open, take: Take, store: httpx.AsyncClient, db: Db
) -> None:
    async with shop() as s:
        region = await s.region("Europe", "eur", "de", "fr")
        await s.tax("de", "19")
        mug, bowl, cup = await s.goods("10", seller="Anna"), await s.goods("20", seller="Anna"), await s.goods("30")
        parcel, post = await s.option("5", seller="Anna"), await s.option("7")
    cart = await take(region, {mug: 1, bowl: 1, cup: 1}, country="de")
    path = f"/store/carts/{cart['id']}"
    for option in (parcel, post):
        fine(await store.post(f"{path}/shipping-methods", json={"option_id": option}))
    lines = [line["id"] for line in cart["items"]]

    first = fine(await store.delete(f"{path}/line-items/{lines[0]}"))
    between = fine(await store.get(path))["cart"]
    last = fine(await store.post(f"{path}/line-items/{lines[1]}", json={"quantity": 0}))["cart"]

    assert first == {"id": lines[0], "object": "line-item", "deleted": True}
    assert {m["shipping_option_id"] for m in between["shipping_methods"]} == {parcel, post}
    assert [m["shipping_option_id"] for m in last["shipping_methods"]] == [post]
    assert (last["total"], [line["id"] for line in last["items"]]) == (44.03, [lines[2]])
    async with db.read() as tx:
        living = await tx.scalars(select(CartLineItemTaxLine).where(CartLineItemTaxLine.deleted_at.is_(None)))
    assert [tax.item_id for tax in living] == [lines[2]]


async def _sale(tx: Tx, variant_id: str, amount: Decimal) -> None:
    """A sale that is on."""
    sale = PriceList(title="Sale", description="", status=PriceListStatus.ACTIVE)
    tx.add(sale)
    link = await tx.scalar(select(ProductVariantPriceSet).where(ProductVariantPriceSet.variant_id == variant_id))
    assert link is not None
    tx.add(Price(price_set_id=link.price_set_id, currency_code="eur", amount=amount, price_list_id=sale.id))
    await tx.flush()
