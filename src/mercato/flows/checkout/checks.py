"""What must be true of a cart before it is bought."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import select

from mercato.domains.carts.models import Cart
from mercato.domains.carts.queries import Basket, Details, collection_id_of
from mercato.domains.catalog.models import Product, ProductStatus, ProductVariant
from mercato.domains.inventory.queries import channel_locations
from mercato.domains.orders.commands.placing import Share
from mercato.domains.payments.models import PaymentCollection, PaymentSession
from mercato.domains.payments.queries import usable_session
from mercato.domains.sellers.links import SellerProduct, SellerShippingOption
from mercato.domains.sellers.models import Seller, StoreStatus
from mercato.domains.sellers.queries import owners
from mercato.flows.carts.prices import require_current_prices
from mercato.kernel.db import Tx
from mercato.kernel.errors import Invalid


@dataclass(frozen=True)
class Checked:
    """What the checks have read, for the steps that follow. `None` as a seller stands for the operator."""

    seller_of_product: Mapping[str, str | None]
    seller_of_option: Mapping[str, str | None]
    variants: Mapping[str, ProductVariant]
    location_ids: Sequence[str]
    session: PaymentSession | None
    collection_id: str | None


async def check_basket(tx: Tx, basket: Basket, *, total: Decimal) -> Checked:
    """Refuses a cart that cannot become orders as it stands.

    Raises:
        Invalid: naming what the shopper has to change.
    """
    cart = basket.cart
    if not basket.lines:
        raise Invalid("Cart has no items")
    seller_of_product = await _owners(tx, SellerProduct, [line.product_id for line in basket.lines])
    seller_of_option = await _owners(tx, SellerShippingOption, [m.shipping_option_id for m in basket.methods])
    sellers = {seller_of_product.get(line.product_id or "") for line in basket.lines}
    await _check_sellers(tx, {seller for seller in sellers if seller is not None})
    variants = await _check_goods(tx, basket)
    await require_current_prices(tx, cart, basket.lines)
    _check_methods(basket, seller_of_option, sellers)
    session, collection_id = await _check_payment(tx, cart, total)
    _check_head(basket)
    _check_deliveries(basket, seller_of_product, seller_of_option)
    return Checked(
        seller_of_product=seller_of_product,
        seller_of_option=seller_of_option,
        variants=variants,
        location_ids=await channel_locations(tx, cart.sales_channel_id),
        session=session,
        collection_id=collection_id,
    )


async def payable_session(tx: Tx, cart: Cart) -> PaymentSession | None:
    """The session that a purchase of this cart would use."""
    collection_id = await collection_id_of(tx, cart.id)
    return await usable_session(tx, collection_id) if collection_id is not None else None


def shares_of(basket: Basket, details: Details, checked: Checked) -> list[Share]:
    """The cart divided by seller, sellers in the order of their first line."""
    shares: dict[str | None, Share] = {}
    for line in basket.lines:
        seller = checked.seller_of_product.get(line.product_id or "")
        shares.setdefault(seller, Share(seller)).lines.append(line)
    for method in basket.methods:
        seller = checked.seller_of_option.get(method.shipping_option_id or "")
        if seller in shares:
            shares[seller].methods.append(method)
    for share in shares.values():
        lines, methods = {line.id for line in share.lines}, {method.id for method in share.methods}
        share.line_taxes = [tax for tax in details.line_taxes if tax.item_id in lines]
        share.line_adjustments = [one for one in details.line_adjustments if one.item_id in lines]
        share.method_taxes = [tax for tax in details.method_taxes if tax.shipping_method_id in methods]
        share.method_adjustments = [one for one in details.method_adjustments if one.shipping_method_id in methods]
    return list(shares.values())


async def _owners(
    tx: Tx, link: type[SellerProduct] | type[SellerShippingOption], ids: Sequence[str | None]
) -> dict[str, str | None]:
    wanted = [id for id in ids if id is not None]
    found = await owners(tx, link, wanted)
    return {id: found.get(id) for id in wanted}


async def _check_sellers(tx: Tx, seller_ids: set[str]) -> None:
    if not seller_ids:
        return
    active = select(Seller.id).where(
        Seller.id.in_(sorted(seller_ids)), Seller.store_status == StoreStatus.ACTIVE, Seller.deleted_at.is_(None)
    )
    if set(await tx.scalars(active)) != seller_ids:
        raise Invalid("Some products in the cart belong to inactive sellers")


async def _check_goods(tx: Tx, basket: Basket) -> dict[str, ProductVariant]:
    wanted = sorted({line.variant_id for line in basket.lines if line.variant_id is not None})
    query = (
        select(ProductVariant)
        .join(Product, Product.id == ProductVariant.product_id)
        .where(
            ProductVariant.id.in_(wanted),
            ProductVariant.deleted_at.is_(None),
            Product.status == ProductStatus.PUBLISHED,
            Product.deleted_at.is_(None),
        )
    )
    found = {variant.id: variant for variant in await tx.scalars(query)}
    missing = [id for id in wanted if id not in found]
    if missing:
        raise Invalid(f"Variants {', '.join(missing)} do not exist or belong to a product that is not published")
    return found


def _check_methods(basket: Basket, seller_of_option: Mapping[str, str | None], sellers: set[str | None]) -> None:
    options = [method.shipping_option_id for method in basket.methods]
    if len(options) != len(set(options)):
        raise Invalid("Some of the shipping methods are doubled!")
    for option in options:
        if seller_of_option.get(option or "") not in sellers:
            raise Invalid(f"Shipping option with id: {option} is not available for any of the cart items")


async def _check_payment(tx: Tx, cart: Cart, total: Decimal) -> tuple[PaymentSession | None, str | None]:
    collection_id = await collection_id_of(tx, cart.id)
    if total == 0:
        # What costs nothing is not paid for; a collection that was opened stays linked and empty.
        return None, collection_id
    if collection_id is None:
        raise Invalid("Payment collection has not been initiated for cart")
    collection = await tx.lock(PaymentCollection, collection_id)
    session = await usable_session(tx, collection_id)
    if session is None:
        raise Invalid("Payment sessions are required to complete cart")
    same_currency = session.currency_code == collection.currency_code == cart.currency_code
    if not same_currency or session.amount != total or collection.amount != total:
        raise Invalid(
            f"The payment session is for {session.amount} {session.currency_code} but the cart costs {total} "
            f"{cart.currency_code}. Create a new payment session."
        )
    return session, collection_id


def _check_head(basket: Basket) -> None:
    if not basket.cart.email:
        raise Invalid("Email is required to complete the cart")
    if any(line.requires_shipping for line in basket.lines) and not basket.country_code:
        raise Invalid("A shipping address with a country is required to complete the cart")


def _check_deliveries(
    basket: Basket, seller_of_product: Mapping[str, str | None], seller_of_option: Mapping[str, str | None]
) -> None:
    ships: dict[str | None, bool] = defaultdict(bool)
    for line in basket.lines:
        ships[seller_of_product.get(line.product_id or "")] |= line.requires_shipping
    served = {seller_of_option.get(method.shipping_option_id or "") for method in basket.methods}
    if any(needed and seller not in served for seller, needed in ships.items()):
        raise Invalid("Seller shipping method not found!")
