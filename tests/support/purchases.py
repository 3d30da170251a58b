"""A cart that is ready to be bought, made of rows: two sellers, a delivery each, stock, and an open payment."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from mercato.domains.carts.models import Cart, CartAddress, CartLineItem, CartPaymentCollection, CartShippingMethod
from mercato.domains.catalog.models import Product, ProductStatus, ProductVariant
from mercato.domains.channels.models import SalesChannel
from mercato.domains.inventory.models import (
    InventoryItem,
    InventoryLevel,
    ProductVariantInventoryItem,
    SalesChannelStockLocation,
    StockLocation,
)
from mercato.domains.payments.models import PaymentCollection, PaymentSession
from mercato.domains.pricing.models import Price, PriceSet, ProductVariantPriceSet
from mercato.domains.sellers.links import SellerProduct, SellerShippingOption, SellerStockLocation
from mercato.domains.sellers.models import Seller
from mercato.kernel.db import Tx

PRICE = Decimal("19.99")


@dataclass(frozen=True)
class Purchase:
    """The ids a test needs."""

    cart_id: str
    collection_id: str
    seller_ids: tuple[str, ...]
    level_ids: tuple[str, ...]


@dataclass(frozen=True)
class Shelf:
    """Goods of one seller (None: the operator) on the shelf of its own location, with a delivery."""

    seller_id: str | None
    product_id: str
    variant_id: str
    option_id: str
    level_id: str
    location_id: str
    item_id: str


async def a_purchase(
    tx: Tx,
    *,
    names: tuple[str | None, ...] = ("Lamp Land", "Mug House"),
    quantity: int = 2,
    stocked: int = 5,
    provider_id: str = "pp_system_default",
) -> Purchase:
    """A cart with `quantity` pieces at 19.99 of each seller and a delivery at 5 each; None sells for the operator."""
    channel = SalesChannel(name="Shop")
    tx.add(channel)
    shelves = [await a_shelf(tx, channel.id, name, stocked=stocked) for name in names]
    return await a_basket(tx, channel.id, shelves, quantity=quantity, provider_id=provider_id)


async def a_basket(
    tx: Tx,
    channel_id: str,
    shelves: Sequence[Shelf],
    *,
    quantity: int = 2,
    provider_id: str = "pp_system_default",
    customer_id: str | None = None,
    email: str = "jan@mail.example",
) -> Purchase:
    """A cart ready to be bought: `quantity` pieces from each shelf, a delivery at 5 each, a payment session."""
    address = CartAddress(first_name="Jan", city="Berlin", country_code="de")
    cart = Cart(
        currency_code="eur",
        email=email,
        customer_id=customer_id,
        sales_channel_id=channel_id,
        shipping_address_id=address.id,
        billing_address_id=address.id,
    )
    tx.add(address, cart)
    for shelf in shelves:
        tx.add(
            CartLineItem(
                cart_id=cart.id,
                title="Thing",
                subtitle="Std",
                quantity=quantity,
                product_id=shelf.product_id,
                variant_id=shelf.variant_id,
                unit_price=PRICE,
                metadata_={},
            ),
            CartShippingMethod(
                cart_id=cart.id, name="Parcel", amount=Decimal(5), shipping_option_id=shelf.option_id, data={}
            ),
        )
    total = (PRICE * quantity + 5) * len(shelves)
    collection = PaymentCollection(amount=total, currency_code="eur")
    session = PaymentSession(
        amount=total,
        currency_code="eur",
        provider_id=provider_id,
        data={},
        payment_collection_id=collection.id,
    )
    tx.add(collection, session, CartPaymentCollection(cart_id=cart.id, payment_collection_id=collection.id))
    await tx.flush()
    sellers = tuple(shelf.seller_id for shelf in shelves if shelf.seller_id is not None)
    return Purchase(cart.id, collection.id, sellers, tuple(shelf.level_id for shelf in shelves))


async def a_shelf(
    tx: Tx, channel_id: str, name: str | None, *, stocked: int, seller_id: str | None = None, kit: int = 1
) -> Shelf:
    """One product with one variant, stocked at one location that the channel sells from. `kit`: items in a piece.

    The seller is made, unless it is there already.
    """
    slug = (name or "operator").lower().replace(" ", "-")
    product = Product(title="Thing", handle=f"thing-{slug}", status=ProductStatus.PUBLISHED)
    variant = ProductVariant(title="Std", product_id=product.id)
    item = InventoryItem(title="Std", sku=f"sku-{slug}")
    location = StockLocation(name=f"Depot {slug}")
    level = InventoryLevel(inventory_item_id=item.id, location_id=location.id, stocked_quantity=stocked)
    # Deliveries are known to carts by their id alone; the option itself is not read when a cart is bought.
    option_id = f"so_{slug}"
    prices = PriceSet()
    tx.add(product, variant, item, location, level, prices)
    tx.add(
        Price(price_set_id=prices.id, currency_code="eur", amount=PRICE),
        ProductVariantPriceSet(variant_id=variant.id, price_set_id=prices.id),
    )
    tx.add(
        ProductVariantInventoryItem(variant_id=variant.id, inventory_item_id=item.id, required_quantity=kit),
        SalesChannelStockLocation(sales_channel_id=channel_id, stock_location_id=location.id),
    )
    if name is not None and seller_id is None:
        seller = Seller(name=name, handle=slug)
        seller_id = seller.id
        tx.add(seller)
    if seller_id is not None:
        tx.add(
            SellerProduct(seller_id=seller_id, product_id=product.id),
            SellerStockLocation(seller_id=seller_id, stock_location_id=location.id),
            SellerShippingOption(seller_id=seller_id, shipping_option_id=option_id),
        )
    return Shelf(seller_id, product.id, variant.id, option_id, level.id, location.id, item.id)
