"""How a cart is to be paid: one collection that follows the cart, one session at a time."""

from collections.abc import Mapping
from typing import Any

import httpx
from sqlalchemy import select

from mercato.domains.carts.models import Cart, CartPaymentCollection
from mercato.domains.payments.models import PaymentProvider, PaymentSession
from mercato.domains.regions.models import RegionPaymentProvider
from mercato.kernel.db import Db
from mercato.providers.payment.fake import FakePayments
from mercato.providers.payment.port import Money, Said
from tests.api.store.conftest import Open, Take
from tests.support.people import fine
from tests.support.shops import SYSTEM

FAKE = "pp_fake_fake"


async def collection(store: httpx.AsyncClient, cart: dict[str, Any]) -> dict[str, Any]:
    """The payment of a cart."""
    return fine(await store.post("/store/payment-collections", json={"cart_id": cart["id"]}))["payment_collection"]


async def pay_with(store: httpx.AsyncClient, id: str, provider: str = SYSTEM) -> httpx.Response:
    """Chooses a provider."""
    return await store.post(f"/store/payment-collections/{id}/payment-sessions", json={"provider_id": provider})


async def test_the_payment_follows_the_cart(shop: Open, take: Take, store: httpx.AsyncClient, db: Db) -> None:
    async with shop() as s:
        region, mug = await s.region("Europe", "eur", "de", "fr"), await s.goods("24.99")
        parcel = await s.option("5")
    cart = await take(region, {mug: 2}, country="de")
    path = f"/store/carts/{cart['id']}"

    first, second = await collection(store, cart), await collection(store, cart)
    opened = fine(await pay_with(store, first["id"]))["payment_collection"]
    renewed = fine(await pay_with(store, first["id"]))["payment_collection"]
    kept = fine(await store.post(path, json={"email": "a@mail.example"}))["cart"]["payment_collection"]
    chosen = fine(await store.post(f"{path}/shipping-methods", json={"option_id": parcel}))["cart"]
    fine(await pay_with(store, first["id"]))
    methods = {"shipping_method_ids": [m["id"] for m in chosen["shipping_methods"]]}
    removed = fine(await store.request("DELETE", f"{path}/shipping-methods", json=methods))["cart"]

    assert first == second
    assert (first["amount"], first["payment_sessions"]) == (49.98, [])
    assert (opened["payment_sessions"][0]["status"], opened["payment_sessions"][0]["context"]) == ("pending", {})
    assert len(renewed["payment_sessions"]) == 1
    assert renewed["payment_sessions"][0]["id"] != opened["payment_sessions"][0]["id"]
    assert kept["payment_sessions"] == renewed["payment_sessions"]
    for total, changed in ((54.98, chosen), (49.98, removed)):
        assert (changed["total"], changed["payment_collection"]["amount"]) == (total, total)
        assert changed["payment_collection"]["payment_sessions"] == []
    async with db.read() as tx:
        assert len(await tx.scalars(select(CartPaymentCollection))) == 1


async def test_a_provider_must_be_on_and_in_the_region(
    shop: Open, take: Take, store: httpx.AsyncClient, db: Db
) -> None:
    async with shop() as s:
        region = await s.region("Europe", "eur", "de", "fr", provider=None)
    cart = await take(region)
    id = (await collection(store, cart))["id"]

    outside, unknown = await pay_with(store, id), await pay_with(store, id, "pp_nobody")
    nowhere = await pay_with(store, "pay_col_x")
    async with db.tx() as tx:
        tx.add(RegionPaymentProvider(region_id=region, payment_provider_id=SYSTEM))
    inside = await pay_with(store, id)
    async with db.tx() as tx:
        (await tx.get(PaymentProvider, SYSTEM)).is_enabled = False
    off = await pay_with(store, id)

    assert outside.json()["message"] == f"Payment provider {SYSTEM} is not enabled in the region"
    assert unknown.json()["message"] == "Unable to retrieve the payment provider with id: pp_nobody"
    assert [r.status_code for r in (outside, unknown, nowhere, inside, off)] == [400, 400, 404, 200, 400]
    assert (await store.post("/store/payment-collections", json={"cart_id": "cart_x"})).status_code == 404


async def test_a_customers_session_says_whose_it_is(shop: Open, customer_client: httpx.AsyncClient) -> None:
    async with shop() as s:
        region = await s.region("Europe", "eur", "de", "fr")
    cart = fine(await customer_client.post("/store/carts", json={"region_id": region}))["cart"]

    id = (await collection(customer_client, cart))["id"]
    session = fine(await pay_with(customer_client, id))["payment_collection"]["payment_sessions"][0]

    assert session["context"] == {"customer": {"id": cart["customer_id"]}}


async def test_no_session_for_what_is_bought(shop: Open, take: Take, store: httpx.AsyncClient, db: Db) -> None:
    async with shop() as s:
        region = await s.region("Europe", "eur", "de", "fr")
    cart = await take(region)
    id = (await collection(store, cart))["id"]
    async with db.tx() as tx:
        (await tx.get(Cart, cart["id"])).completed_at = tx.now

    r = await pay_with(store, id)

    assert (r.status_code, r.json()["message"]) == (400, f"Cart {cart['id']} is already completed.")


class Slow(FakePayments):
    """A provider during whose answer something happens."""

    async def initiate(self, money: Money, data: Mapping[str, Any], *, key: str) -> Said:
        """Lets it happen."""
        said = await super().initiate(money, data, key=key)
        await self.meanwhile()
        return said

    async def meanwhile(self) -> None:
        """What happens."""


async def test_a_cart_that_changes_while_the_provider_is_asked(
    shop: Open, take: Take, store: httpx.AsyncClient, db: Db
) -> None:
    provider = db.adapters.payment[FAKE] = Slow()
    async with shop() as s:
        region, mug = await s.region("Europe", "eur", "de", "fr", provider=FAKE), await s.goods("10")
        s.tx.add(PaymentProvider(id=FAKE))
    cart = await take(region, {mug: 1})
    id = (await collection(store, cart))["id"]

    async def one_more() -> None:
        fine(await store.post(f"/store/carts/{cart['id']}/line-items", json={"variant_id": mug, "quantity": 1}))

    provider.meanwhile = one_more  # type: ignore[method-assign]
    r = await pay_with(store, id, FAKE)

    assert (r.status_code, r.json()["type"]) == (409, "conflict")
    assert provider.calls == ["initiate", "cancel"]
    async with db.read() as tx:
        assert await tx.scalars(select(PaymentSession)) == []
