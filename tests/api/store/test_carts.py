"""Taking a cart, and changing its head."""

from decimal import Decimal
from typing import Any

import httpx
import pytest
from sqlalchemy import select

from mercato.domains.carts.models import Cart, CartAddress
from mercato.domains.channels.models import SalesChannel
from mercato.domains.customers.models import Customer, CustomerGroup, CustomerGroupCustomer
from mercato.domains.pricing.models import Price, PriceList, PriceListRule, PriceListStatus, ProductVariantPriceSet
from mercato.kernel.db import Db
from tests.api.store.conftest import Open, Take
from tests.support import people
from tests.support.people import fine
from tests.support.shops import euro, price
from tests.support.statements import Statements

FOREIGN = "cart_01HXXXXXXXXXXXXXXXXXXXXXXX"


def refused(r: httpx.Response, status: int, message: str) -> None:
    """The answer refuses in these words."""
    assert (r.status_code, r.json()["message"]) == (status, message)


async def test_a_guest_with_a_new_email_gets_a_customer(shop: Open, take: Take, db: Db) -> None:
    async with shop() as s:
        region, mug = await s.region("Europe", "eur", "de", "fr"), await s.goods("12.5")

    cart = await take(region, {mug: 2}, email="Ada@Mail.Example")

    assert (cart["total"], cart["email"], cart["items"][0]["unit_price"]) == (25, "Ada@Mail.Example", 12.5)
    assert cart["customer"]["email"] == "ada@mail.example"
    async with db.read() as tx:
        guest = await tx.get(Customer, cart["customer_id"])
    assert not guest.has_account


async def test_prices_need_a_currency_and_countries_a_region(shop: Open, store: httpx.AsyncClient) -> None:
    async with shop() as s:
        region, mug = await s.region("Europe", "eur", "de", "fr"), await s.goods([price(9, "usd")])
    item = {"variant_id": mug, "quantity": 1}

    unpriced = await store.post("/store/carts", json={"region_id": region, "items": [item]})
    abroad = await store.post("/store/carts", json={"region_id": region, "shipping_address": {"country_code": "US"}})
    dollars = await store.post("/store/carts", json={"region_id": region, "currency_code": "usd"})
    fraction = await store.post("/store/carts", json={"region_id": region, "items": [{**item, "quantity": 0.5}]})
    nowhere = await store.post("/store/carts", json={"region_id": "reg_x"})

    refused(unpriced, 400, f"Variants with IDs {mug} do not have a price")
    refused(abroad, 400, "Country with code US is not within region Europe")
    assert (dollars.status_code, fraction.status_code) == (400, 400)
    refused(nowhere, 404, "No regions found")


async def test_without_a_region_the_currency_decides(shop: Open, store: httpx.AsyncClient) -> None:
    async with shop() as s:
        await s.region("Europe", "eur", "de", "fr")
        japan = await s.region("Japan", "jpy", "jp")

    cart = fine(await store.post("/store/carts", json={"currency_code": "JPY"}))["cart"]

    assert (cart["region_id"], cart["currency_code"]) == (japan, "jpy")
    assert cart["shipping_address"]["country_code"] == "jp"


async def test_a_channel_must_be_the_keys_own_and_open(shop: Open, store: httpx.AsyncClient, db: Db) -> None:
    async with shop() as s:
        region = await s.region("Europe", "eur", "de", "fr")
        other = SalesChannel(name="Elsewhere")
        s.tx.add(other)
    cart = fine(await store.post("/store/carts", json={"region_id": region}))["cart"]

    foreign = await store.post(f"/store/carts/{cart['id']}", json={"sales_channel_id": other.id})
    async with db.tx() as tx:
        (await tx.get(SalesChannel, cart["sales_channel_id"])).is_disabled = True
    closed = await store.post("/store/carts", json={"region_id": region})

    assert foreign.status_code == 400
    assert foreign.json()["errors"] == [
        f"Sales channel ID in payload {other.id} is not associated with the Publishable API Key in the header."
    ]
    assert closed.json()["message"].startswith("Unable to assign cart to disabled Sales Channel: ")


async def test_an_address_is_replaced_whole(shop: Open, take: Take, store: httpx.AsyncClient, db: Db) -> None:
    async with shop() as s:
        region = await s.region("Europe", "eur", "de", "fr")
    cart = await take(region, shipping_address={"city": "Ulm", "country_code": "DE", "phone": "1"})

    changed = fine(await store.post(f"/store/carts/{cart['id']}", json={"shipping_address": {"country_code": "fr"}}))[
        "cart"
    ]["shipping_address"]
    abroad = await store.post(f"/store/carts/{cart['id']}", json={"shipping_address": {"country_code": "us"}})
    again = fine(
        await store.post(f"/store/carts/{cart['id']}", json={"shipping_address": cart["shipping_address"]["id"]})
    )["cart"]["shipping_address"]
    unknown = await store.post(f"/store/carts/{cart['id']}", json={"billing_address": "caaddr_x"})

    assert changed["id"] != cart["shipping_address"]["id"]
    assert (changed["city"], changed["phone"], changed["country_code"]) == (None, None, "fr")
    refused(abroad, 400, "Country with code us is not within region Europe")
    assert (again["city"], again["country_code"]) == ("Ulm", "de")
    refused(unknown, 404, "Cart address with id: caaddr_x was not found")
    async with db.read() as tx:
        assert len(await tx.scalars(select(CartAddress))) == 2


async def test_another_region_is_another_market(shop: Open, take: Take, store: httpx.AsyncClient) -> None:
    async with shop() as s:
        europe = await s.region("Europe", "eur", "de", "fr")
        sweden = await s.region("Sverige", "sek", "se", automatic=False)
        await s.tax("de", "19")
        mug = await s.goods([euro(10), euro(9, region=europe), price(110, "sek")], seller="Anna")
        parcel = await s.option("5", seller="Anna")
    cart = await take(europe, {mug: 2}, country="de")
    assert (cart["item_subtotal"], cart["tax_total"]) == (18, 3.42)
    fine(await store.post(f"/store/carts/{cart['id']}/shipping-methods", json={"option_id": parcel}))

    moved = fine(await store.post(f"/store/carts/{cart['id']}", json={"region_id": sweden}))["cart"]

    assert (moved["currency_code"], moved["total"], moved["tax_total"]) == ("sek", 220, 0)
    assert (moved["shipping_address"]["country_code"], moved["shipping_methods"]) == ("se", [])
    assert moved["items"][0]["tax_lines"] == []


async def test_goods_without_a_price_keep_a_cart_where_it_is(shop: Open, take: Take, store: httpx.AsyncClient) -> None:
    async with shop() as s:
        europe, japan = await s.region("Europe", "eur", "de", "fr"), await s.region("Japan", "jpy", "jp")
        mug = await s.goods("10")
    cart = await take(europe, {mug: 1}, metadata={"a": 1})

    r = await store.post(f"/store/carts/{cart['id']}", json={"region_id": japan, "metadata": {"a": 2}})

    refused(r, 400, f"Variants with IDs {mug} do not have a price")
    same = fine(await store.get(f"/store/carts/{cart['id']}"))["cart"]
    assert (same["region_id"], same["currency_code"], same["metadata"]) == (europe, "eur", {"a": 1})
    refused(
        await store.post(f"/store/carts/{cart['id']}", json={"region_id": "reg_x"}), 404, "Region id not found: reg_x"
    )


async def test_reading_a_cart_is_two_questions(
    shop: Open, take: Take, store: httpx.AsyncClient, statements: Statements
) -> None:
    async with shop() as s:
        region = await s.region("Europe", "eur", "de", "fr")
        goods = {await s.goods("10", seller=name, stock=5): 1 for name in ("Anna", "Bruno", None)}
    cart = await take(region, goods, country="de")
    fine(await store.get(f"/store/carts/{cart['id']}"))
    statements.clear()

    read = fine(await store.get(f"/store/carts/{cart['id']}"))["cart"]

    assert [line["variant_managed_by"] for line in read["items"]] == ["vendor", "vendor", "admin"]
    assert len(statements) == 2


async def test_metadata_is_merged_by_key(shop: Open, take: Take, store: httpx.AsyncClient) -> None:
    async with shop() as s:
        region = await s.region("Europe", "eur", "de", "fr")
    cart = await take(region, metadata={"a": 1, "b": {"c": 2}})
    path = f"/store/carts/{cart['id']}"

    merged = fine(await store.post(path, json={"metadata": {"a": "", "b": {"d": 3}, "e": 4}}))["cart"]["metadata"]
    cleared = fine(await store.post(path, json={"metadata": None}))["cart"]["metadata"]

    assert merged == {"b": {"d": 3}, "e": 4}
    assert cleared is None


async def test_an_email_moves_a_guests_cart_but_not_an_accounts(
    shop: Open, take: Take, store: httpx.AsyncClient, customer_client: httpx.AsyncClient
) -> None:
    async with shop() as s:
        region = await s.region("Europe", "eur", "de", "fr")
    guests = await take(region, email="one@mail.example")
    own = fine(await customer_client.post("/store/carts", json={"region_id": region}))["cart"]

    moved = fine(await store.post(f"/store/carts/{guests['id']}", json={"email": "Two@Mail.Example"}))["cart"]
    kept = fine(await customer_client.post(f"/store/carts/{own['id']}", json={"email": "Work@Mail.Example"}))["cart"]
    none = fine(await store.post(f"/store/carts/{guests['id']}", json={"email": None}))["cart"]

    assert moved["customer_id"] != guests["customer_id"]
    assert (moved["email"], none["email"]) == ("two@mail.example", "two@mail.example")
    assert own["email"] == "anna@customer.example"
    assert (kept["email"], kept["customer_id"]) == ("Work@Mail.Example", own["customer_id"])


async def test_who_logs_in_takes_the_cart_along_at_the_groups_price(
    shop: Open, take: Take, app: Any, store: httpx.AsyncClient, customer_client: httpx.AsyncClient
) -> None:
    async with shop() as s:
        region, mug = await s.region("Europe", "eur", "de", "fr"), await s.goods("8")
        customer = await s.tx.scalar(select(Customer).where(Customer.has_account))
        assert customer is not None
        await _club_price(s.tx, mug, customer.id, Decimal("5.05"))
    cart = await take(region, {mug: 4})
    refreshed = fine(await store.post(f"/store/carts/{cart['id']}", json={"email": "guest@mail.example"}))["cart"]
    assert (cart["total"], refreshed["total"]) == (32, 32)

    anonymous = await store.post(f"/store/carts/{cart['id']}/customer", json={})
    taken = fine(await customer_client.post(f"/store/carts/{cart['id']}/customer", json={}))["cart"]

    assert (anonymous.status_code, anonymous.json()) == (401, {"message": "Unauthorized"})
    assert (taken["total"], taken["email"]) == (20.2, "anna@customer.example")
    assert taken["items"][0]["compare_at_unit_price"] == 8
    async with people.customer(app, store, "ben@customer.example") as ben:
        robbed = await ben.post(f"/store/carts/{cart['id']}/customer", json={})
        unknown = await ben.post(f"/store/carts/{FOREIGN}/customer", json={})
    assert (robbed.status_code, robbed.json()["type"]) == (403, "not_allowed")
    refused(unknown, 404, f"Cart id not found: {FOREIGN}")
    again = fine(await customer_client.post(f"/store/carts/{cart['id']}/customer", json={}))["cart"]
    assert again["customer_id"] == taken["customer_id"]


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "", {}),
        ("POST", "/line-items", {"variant_id": "variant_x", "quantity": 1}),
        ("POST", "/line-items/cali_x", {"quantity": 1}),
        ("POST", "/shipping-methods", {"option_id": "so_x"}),
        ("DELETE", "/shipping-methods", {"shipping_method_ids": []}),
        ("POST", "/promotions", {"promo_codes": []}),
        ("DELETE", "/promotions", {"promo_codes": []}),
        ("POST", "/taxes", None),
    ],
)
async def test_a_cart_that_is_bought_stays_as_it_is(
    shop: Open, take: Take, store: httpx.AsyncClient, db: Db, method: str, path: str, body: Any
) -> None:
    async with shop() as s:
        region = await s.region("Europe", "eur", "de", "fr")
    id = (await take(region, country="de"))["id"]
    missing = await store.request(method, f"/store/carts/{FOREIGN}{path}", json=body)
    async with db.tx() as tx:
        (await tx.get(Cart, id)).completed_at = tx.now

    r = await store.request(method, f"/store/carts/{id}{path}", json=body)

    refused(missing, 404, f"Cart id not found: {FOREIGN}")
    refused(r, 400, f"Cart {id} is already completed.")
    assert r.json()["type"] == "invalid_data"
    assert (await store.post("/store/payment-collections", json={"cart_id": id})).status_code == 400


async def test_taxes_on_demand(shop: Open, take: Take, store: httpx.AsyncClient) -> None:
    async with shop() as s:
        sweden = await s.region("Sverige", "sek", "se", automatic=False)
        europe = await s.region("Europe", "eur", "de", "fr")
        await s.tax("se", "25")
        bun = await s.goods([price("37.5", "sek")])
    cart = await take(sweden, {bun: 3})

    taxed = fine(await store.post(f"/store/carts/{cart['id']}/taxes"))["cart"]
    unknown = await store.post(f"/store/carts/{(await take(europe))['id']}/taxes")

    assert (cart["total"], taxed["total"], taxed["items"][0]["tax_lines"][0]["provider_id"]) == (
        112.5,
        140.63,
        "system",
    )
    refused(unknown, 400, "country code is required to calculate taxes")


async def test_codes_must_exist(shop: Open, take: Take, store: httpx.AsyncClient) -> None:
    async with shop() as s:
        region = await s.region("Europe", "eur", "de", "fr")
    id = (await take(region, promo_codes=[]))["id"]

    created = await store.post("/store/carts", json={"region_id": region, "promo_codes": ["NOPE"]})
    updated = await store.post(f"/store/carts/{id}", json={"promo_codes": ["NOPE"]})
    added = await store.post(f"/store/carts/{id}/promotions", json={"promo_codes": ["NOPE"]})
    emptied = await store.post(f"/store/carts/{id}/promotions", json={"promo_codes": []})
    removed = await store.request("DELETE", f"/store/carts/{id}/promotions", json={"promo_codes": ["NOPE"]})

    refused(created, 400, "The promotion code NOPE is invalid")
    refused(updated, 400, "The promotion code NOPE is invalid")
    refused(added, 400, "Some of the promotion codes are invalid")
    assert (fine(emptied)["cart"]["promotions"], fine(removed)["cart"]["promotions"]) == ([], [])


async def _club_price(tx: Any, variant_id: str, customer_id: str, amount: Decimal) -> None:
    """A sale for a group that the customer is in."""
    group = CustomerGroup(name="Club")
    club = PriceList(title="Club", description="", status=PriceListStatus.ACTIVE, rules_count=1)
    tx.add(group, club)
    tx.add(CustomerGroupCustomer(customer_id=customer_id, customer_group_id=group.id))
    tx.add(PriceListRule(attribute="customer.groups.id", value=[group.id], price_list_id=club.id))
    link = select(ProductVariantPriceSet).where(ProductVariantPriceSet.variant_id == variant_id)
    price_set = (await tx.scalar(link)).price_set_id
    tx.add(Price(price_set_id=price_set, currency_code="eur", amount=amount, price_list_id=club.id))
    await tx.flush()
