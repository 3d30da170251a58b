"""How a cart is to be paid: its collection, and the session with a provider."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from mercato.domains.carts.models import Cart, CartPaymentCollection
from mercato.domains.carts.queries import collection_id_of, details_of, load_basket, open_cart
from mercato.domains.orders.models import Order
from mercato.domains.orders.set_models import OrderPaymentCollection
from mercato.domains.payments.commands import create_collection, open_session
from mercato.domains.payments.models import CollectionStatus, PaymentCollection, PaymentSession, SessionStatus
from mercato.domains.payments.queries import enabled_provider
from mercato.domains.payments.schemas import CreateSession
from mercato.domains.regions.queries import provider_ids_of
from mercato.flows.carts.money import basket_totals
from mercato.flows.carts.refresh import follow_payment
from mercato.kernel.db import Db, Tx
from mercato.kernel.errors import Conflict, Invalid
from mercato.kernel.ids import new_id
from mercato.providers.adapters import payment_provider
from mercato.providers.payment.port import Money, ProviderUnavailable, Said


async def open_collection(tx: Tx, cart_id: str) -> str:
    """The payment collection of a cart, made when there is none; its amount is the cart's total.

    Raises:
        NotFound: an unknown cart.
    """
    cart = await open_cart(tx, cart_id)
    basket = await load_basket(tx, cart)
    details = await details_of(tx, basket)
    there = await collection_id_of(tx, cart_id)
    if there is not None:
        await follow_payment(tx, basket, details)
        return there
    total = basket_totals(basket, details)["total"]
    collection = await create_collection(tx, amount=total, currency_code=cart.currency_code)
    tx.add(CartPaymentCollection(cart_id=cart_id, payment_collection_id=collection.id))
    await tx.flush()
    return collection.id


async def choose_payment(db: Db, collection_id: str, data: CreateSession, *, customer_id: str | None) -> None:
    """Opens a session for the amount of a collection, in place of all others.

    The provider is asked between two transactions, because its answer may take long; what it was asked for must still
    hold in the second.

    Raises:
        NotFound: an unknown collection.
        Invalid: a provider that is not on in the cart's region, or a cart that is bought already.
        Conflict: the amount changed meanwhile.
    """
    session_id = new_id(PaymentSession.__prefix__)
    async with db.read() as tx:
        collection = await tx.get(PaymentCollection, collection_id)
        await _require_payable(tx, collection, data.provider_id)
        money = Money(collection.amount, collection.currency_code)
    said = await _initiated(db, data, money, session_id)
    async with db.tx() as tx:
        await _lock_cart(tx, collection_id)
        collection = await tx.lock(PaymentCollection, collection_id)
        await _require_payable(tx, collection, data.provider_id)
        changed = (collection.amount, collection.currency_code) != (money.amount, money.currency_code)
        if not changed:
            await _open(tx, collection, _Opening(session_id, data.provider_id, said, customer_id))
    if changed:
        await payment_provider(db, data.provider_id).cancel(said.data, key=session_id)
        raise Conflict("The cart changed while its payment was being prepared. Create a new payment session.")


@dataclass(frozen=True, slots=True)
class _Opening:
    """A session that the provider has opened."""

    session_id: str
    provider_id: str
    said: Said
    customer_id: str | None


async def _initiated(db: Db, data: CreateSession, money: Money, session_id: str) -> Said:
    provider = payment_provider(db, data.provider_id)
    try:
        return await provider.initiate(money, data.data or {}, key=session_id)
    except ProviderUnavailable as error:
        raise Invalid("The payment provider did not answer. Try again.") from error


async def _open(tx: Tx, collection: PaymentCollection, opening: _Opening) -> None:
    session = PaymentSession(
        id=opening.session_id,
        amount=collection.amount,
        currency_code=collection.currency_code,
        provider_id=opening.provider_id,
        data=opening.said.data,
        status=SessionStatus(opening.said.outcome.value),
        payment_collection_id=collection.id,
        metadata_={},
    )
    customer: dict[str, Any] = {} if opening.customer_id is None else {"customer": {"id": opening.customer_id}}
    await open_session(tx, collection, session, context=customer)


async def _lock_cart(tx: Tx, collection_id: str) -> None:
    """Carts are locked before their payment, here as everywhere."""
    cart_id = await _cart_id_of(tx, collection_id)
    if cart_id is not None:
        await open_cart(tx, cart_id)


async def _require_payable(tx: Tx, collection: PaymentCollection, provider_id: str) -> None:
    """Refuses a provider that does not serve the region of what is to be paid, or what is paid already."""
    region_id = await _region_of(tx, collection.id)
    if collection.status not in (CollectionStatus.NOT_PAID, CollectionStatus.AWAITING):
        raise Invalid(f"Payment collection {collection.id} is already {collection.status}")
    if await enabled_provider(tx, provider_id) is None:
        raise Invalid(f"Unable to retrieve the payment provider with id: {provider_id}")
    if region_id is not None and provider_id not in await provider_ids_of(tx, region_id):
        raise Invalid(f"Payment provider {provider_id} is not enabled in the region")


async def _region_of(tx: Tx, collection_id: str) -> str | None:
    """The region of the cart, or of the order, that a collection pays for."""
    cart_id = await _cart_id_of(tx, collection_id)
    if cart_id is not None:
        cart = await tx.get(Cart, cart_id)
        cart.require_open()
        return cart.region_id
    link = OrderPaymentCollection
    of_order = (
        select(Order.region_id)
        .join(link, link.order_id == Order.id)
        .where(link.payment_collection_id == collection_id, link.deleted_at.is_(None))
    )
    return await tx.scalar(of_order)


async def _cart_id_of(tx: Tx, collection_id: str) -> str | None:
    link = CartPaymentCollection
    query = select(link.cart_id).where(link.payment_collection_id == collection_id, link.deleted_at.is_(None))
    return await tx.scalar(query)
