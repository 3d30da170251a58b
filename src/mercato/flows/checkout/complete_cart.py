"""`POST /store/carts/:id/complete`: a cart becomes paid orders, or stays as it was.

One transaction does it all, under the lock of the cart: it checks, sets stock aside, has the money promised, and
writes the orders. A provider whose calls leave this process can have promised money when the process dies before the
commit; therefore an attempt is committed before the transaction, and what stays open is voided by `recovery.py`.
"""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from mercato.domains.carts.models import Cart, CartAddress
from mercato.domains.carts.queries import Basket, Details, details_of, find_locked, load_basket
from mercato.domains.inventory.commands.stock import reserve_lines
from mercato.domains.inventory.rules import Want
from mercato.domains.orders.commands.placing import Draft, draft_order, write_orders
from mercato.domains.orders.events import OrderPlaced, OrderSetPlaced
from mercato.domains.orders.links import OrderPromotion
from mercato.domains.orders.queries import set_of_cart
from mercato.domains.orders.set_models import (
    OrderCart,
    OrderPaymentCollection,
    OrderSet,
    OrderSetOrder,
    OrderSplitPayment,
    SplitOrderPayment,
    SplitStatus,
)
from mercato.domains.payments.commands import record_authorization
from mercato.domains.payments.models import AttemptState, PaymentAttempt, PaymentSession
from mercato.domains.sellers.links import SellerOrder
from mercato.flows.carts.money import basket_totals, share_total
from mercato.flows.checkout.checks import Checked, check_basket, payable_session, shares_of
from mercato.flows.checkout.commission import record_commissions
from mercato.flows.checkout.recovery import void_attempt
from mercato.kernel.db import Db, Tx
from mercato.kernel.errors import Conflict, PaymentRefused, Unexpected
from mercato.kernel.numbers import next_numbers
from mercato.providers.adapters import payment_provider
from mercato.providers.payment.port import Money, Outcome, ProviderUnavailable

CHANGED = "The payment of the cart changed while it was being completed. Try again."


async def complete_cart(db: Db, cart_id: str) -> str:
    """Buys a cart. A cart that was bought already gives the same order set again.

    Returns:
        The id of the order set.

    Raises:
        NotFound: for an unknown cart.
        Conflict: when the payment is changed at the same time.
        Invalid, NotAllowed: when the cart cannot be bought as it is; the message says why.
        PaymentRefused: when the provider does not promise the money.
    """
    async with db.tx() as tx:
        cart = await find_locked(tx, cart_id)
        done = await set_of_cart(tx, cart.id)
        if done is not None:
            return done
        attempt = await _attempt(tx, cart)
        if attempt is None:
            return await _complete(tx, cart, None)
    async with _voided_unless_bought(db, attempt.id), db.tx() as tx:
        cart = await find_locked(tx, cart_id)
        attempt = await tx.lock(PaymentAttempt, attempt.id)
        done = await set_of_cart(tx, cart.id)
        if done is None:
            return await _complete(tx, cart, attempt)
        # A parallel call was faster, and this one never asked the provider.
        attempt.state = AttemptState.VOIDED
        return done


@asynccontextmanager
async def _voided_unless_bought(db: Db, attempt_id: str) -> AsyncGenerator[None, None]:
    """Gives up what the provider may have promised when the purchase fails after it was asked, for whatever reason."""
    bought = False
    try:
        yield
        bought = True
    except ProviderUnavailable as error:
        raise PaymentRefused("The payment provider did not answer. The cart is open; try again.") from error
    finally:
        if not bought:
            await void_attempt(db, attempt_id)


@dataclass(frozen=True)
class _Purchase:
    """A cart that has passed every check."""

    cart: Cart
    drafts: list[Draft]
    session: PaymentSession | None
    collection_id: str | None


async def _attempt(tx: Tx, cart: Cart) -> PaymentAttempt | None:
    """The trace of a call to a provider outside this process; None when none will be made."""
    session = await payable_session(tx, cart)
    if session is None or not payment_provider(tx, session.provider_id).remote:
        return None
    attempt = PaymentAttempt(
        cart_id=cart.id,
        payment_session_id=session.id,
        provider_id=session.provider_id,
        amount=session.amount,
        currency_code=session.currency_code,
        data=session.data,
    )
    tx.add(attempt)
    await tx.flush()
    return attempt


async def _complete(tx: Tx, cart: Cart, attempt: PaymentAttempt | None) -> str:
    basket = await load_basket(tx, cart)
    details = await details_of(tx, basket)
    totals = basket_totals(basket, details)
    checked = await check_basket(tx, basket, total=totals["total"])
    _require_same_session(checked.session, attempt)
    drafts = await _drafts(tx, basket, details, checked)
    if sum(draft.share.total for draft in drafts) != totals["total"] + totals["credit_line_total"]:
        raise Unexpected("The orders of this cart do not sum up to its total")
    await _set_stock_aside(tx, drafts, checked)
    purchase = _Purchase(cart, drafts, checked.session, checked.collection_id)
    # Money last of all that can be refused: whatever fails before leaves nothing to void.
    await _promise(tx, purchase, attempt)
    return await _write(tx, purchase)


def _require_same_session(session: PaymentSession | None, attempt: PaymentAttempt | None) -> None:
    # The attempt tells the recovery whom to ask: it has to be the session that is used now.
    if attempt is not None and (session is None or session.id != attempt.payment_session_id):
        raise Conflict(CHANGED)


async def _drafts(tx: Tx, basket: Basket, details: Details, checked: Checked) -> list[Draft]:
    cart = basket.cart
    billing = await tx.find(CartAddress, cart.billing_address_id) if cart.billing_address_id else None
    shares = shares_of(basket, details, checked)
    for share in shares:
        share.total = share_total(share, cart.currency_code)
    return [draft_order(cart, share, shipping=basket.address, billing=billing) for share in shares]


async def _set_stock_aside(tx: Tx, drafts: list[Draft], checked: Checked) -> None:
    wants = [
        Want(
            line_item_id=line.id,
            variant_id=line.variant_id,
            quantity=source.quantity,
            allow_backorder=checked.variants[line.variant_id].allow_backorder,
        )
        for draft in drafts
        for source, line in draft.lines
        if line.variant_id is not None and checked.variants[line.variant_id].manage_inventory
    ]
    await reserve_lines(tx, wants, location_ids=checked.location_ids)


async def _promise(tx: Tx, purchase: _Purchase, attempt: PaymentAttempt | None) -> None:
    session = purchase.session
    if session is None:
        return
    provider = payment_provider(tx, session.provider_id)
    if provider.remote and attempt is None:
        # A session was opened since it was found that no attempt is needed: a promise to it would leave no trace.
        raise Conflict(CHANGED)
    key = session.id if attempt is None else attempt.id
    said = await provider.authorize(Money(session.amount, session.currency_code), session.data, key=key)
    if said.outcome not in (Outcome.AUTHORIZED, Outcome.CAPTURED):
        raise PaymentRefused(said.reason or f"The payment was not authorized: it is {said.outcome.value}")
    await record_authorization(tx, session, said.data)
    if attempt is not None:
        attempt.state = AttemptState.DONE


async def _write(tx: Tx, purchase: _Purchase) -> str:
    cart, drafts = purchase.cart, purchase.drafts
    order_set = OrderSet(
        display_id=next(iter(await next_numbers(tx, "order_set"))),
        sales_channel_id=cart.sales_channel_id or "",
        cart_id=cart.id,
        customer_id=cart.customer_id,
        payment_collection_id=purchase.collection_id,
    )
    tx.add(order_set)
    await write_orders(tx, drafts)
    for draft in drafts:
        _link(tx, draft, order_set, purchase)
    cart.completed_at = tx.now
    await tx.flush()
    await record_commissions(tx, drafts)
    order_ids = [draft.order.id for draft in drafts]
    tx.emit(OrderPlaced(order_ids=order_ids))
    tx.emit(OrderSetPlaced(id=order_set.id))
    return order_set.id


def _link(tx: Tx, draft: Draft, order_set: OrderSet, purchase: _Purchase) -> None:
    order, share = draft.order, draft.share
    tx.add(
        OrderSetOrder(order_set_id=order_set.id, order_id=order.id),
        OrderCart(order_id=order.id, cart_id=purchase.cart.id),
    )
    discounts = [*share.line_adjustments, *share.method_adjustments]
    promotions = dict.fromkeys(discount.promotion_id for discount in discounts if discount.promotion_id)
    tx.add(*(OrderPromotion(order_id=order.id, promotion_id=id) for id in promotions))
    if share.seller_id is not None:
        tx.add(SellerOrder(seller_id=share.seller_id, order_id=order.id))
    if purchase.collection_id is not None:
        split = SplitOrderPayment(
            currency_code=order.currency_code,
            authorized_amount=share.total,
            payment_collection_id=purchase.collection_id,
            # What costs nothing is paid, and nobody will be asked to take it.
            status=SplitStatus.CAPTURED if purchase.session is None else SplitStatus.PENDING,
        )
        tx.add(
            split,
            OrderSplitPayment(order_id=order.id, split_order_payment_id=split.id),
            OrderPaymentCollection(order_id=order.id, payment_collection_id=purchase.collection_id),
        )
