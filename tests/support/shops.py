"""A marketplace of rows: regions, goods with prices and stock, sellers with deliveries. For tests of the storefront."""

from dataclasses import dataclass, field
from decimal import Decimal
from itertools import count
from typing import Any

from sqlalchemy import select, update

from mercato.domains.catalog.models import Product, ProductStatus, ProductVariant
from mercato.domains.channels.models import SalesChannel
from mercato.domains.inventory.commands.items import create_inventory_item, link_variant
from mercato.domains.inventory.commands.levels import NewLevel, create_levels
from mercato.domains.inventory.models import SalesChannelStockLocation, StockLocation
from mercato.domains.pricing.commands.price_sets import PriceValue, RuleValue, create_price_set
from mercato.domains.pricing.models import PriceRuleOperator, ProductVariantPriceSet
from mercato.domains.regions.models import Country, Region, RegionPaymentProvider
from mercato.domains.sellers.links import SellerProduct, SellerShippingOption, SellerStockLocation
from mercato.domains.sellers.models import Seller
from mercato.domains.shipping.models import (
    FulfillmentSet,
    GeoZone,
    LocationFulfillmentSet,
    PriceType,
    RuleOperator,
    ServiceZone,
    ShippingOption,
    ShippingOptionPriceSet,
    ShippingOptionRule,
    ShippingOptionType,
    ShippingProfile,
)
from mercato.domains.taxes.models import TaxRate, TaxRegion
from mercato.kernel.db import Tx

NUMBERS = count()
SYSTEM = "pp_system_default"
MANUAL = "manual_manual"


@dataclass
class Place:
    """A seller (None: the operator) with a depot that delivers to its zone."""

    seller_id: str | None
    location_id: str
    zone_id: str


@dataclass
class Shop:
    """Makes what a test sells. Everything is sold through the store's default channel."""

    tx: Tx
    channel_id: str
    places: dict[str | None, Place] = field(default_factory=dict[str | None, Place])

    async def region(
        self, name: str, currency: str, *countries: str, automatic: bool = True, provider: str | None = SYSTEM
    ) -> str:
        """A region; the id of it."""
        region = Region(name=name, currency_code=currency, automatic_taxes=automatic)
        self.tx.add(region)
        await self.tx.flush()
        await self.tx.execute(update(Country).where(Country.iso_2.in_(countries)).values(region_id=region.id))
        if provider is not None:
            self.tx.add(RegionPaymentProvider(region_id=region.id, payment_provider_id=provider))
        await self.tx.flush()
        return region.id

    async def tax(self, country: str, rate: str) -> None:
        """A country with one rate."""
        region = TaxRegion(country_code=country, provider_id="tp_system")
        self.tx.add(
            region, TaxRate(rate=Decimal(rate), code=f"V{rate}", name="VAT", is_default=True, tax_region_id=region.id)
        )
        await self.tx.flush()

    async def place(self, seller: str | None = None, *countries: str) -> Place:
        """The depot of a seller, made once. It delivers to these countries, by default to Germany and France."""
        if seller in self.places:
            return self.places[seller]
        tx, number = self.tx, next(NUMBERS)
        location = StockLocation(name=f"Depot {number}")
        fset = FulfillmentSet(name=f"Shipping {number}", type="shipping")
        zone = ServiceZone(name=f"Zone {number}", fulfillment_set_id=fset.id)
        tx.add(location, fset, zone)
        tx.add(SalesChannelStockLocation(sales_channel_id=self.channel_id, stock_location_id=location.id))
        tx.add(LocationFulfillmentSet(stock_location_id=location.id, fulfillment_set_id=fset.id))
        tx.add(*(GeoZone(country_code=code, service_zone_id=zone.id) for code in countries or ("de", "fr")))
        seller_id = None
        if seller is not None:
            made = Seller(name=seller, handle=f"{seller.lower().replace(' ', '-')}-{number}")
            seller_id = made.id
            tx.add(made, SellerStockLocation(seller_id=made.id, stock_location_id=location.id))
        await tx.flush()
        self.places[seller] = Place(seller_id, location.id, zone.id)
        return self.places[seller]

    async def goods(
        self, price: Any = "10", *, seller: str | None = None, stock: int | None = None, **overrides: Any
    ) -> str:
        """A variant, by its id: at a price in euro, or at prices `[PriceValue, …]`; counted when `stock` is given."""
        tx, number = self.tx, next(NUMBERS)
        place = await self.place(seller)
        variant_values = overrides.pop("variant", {})
        product = Product(
            **{"title": f"Thing {number}", "handle": f"thing-{number}", "status": ProductStatus.PUBLISHED, **overrides}
        )
        variant = ProductVariant(
            **{
                "title": "Std",
                "sku": f"SKU-{number}",
                "product_id": product.id,
                "manage_inventory": stock is not None,
                **variant_values,
            }
        )
        tx.add(product, variant)
        await tx.flush()
        if place.seller_id is not None:
            tx.add(SellerProduct(seller_id=place.seller_id, product_id=product.id))
        price_set = await create_price_set(tx, price if isinstance(price, list) else [euro(price)])
        tx.add(ProductVariantPriceSet(variant_id=variant.id, price_set_id=price_set.id))
        if stock is not None:
            item = await create_inventory_item(tx, sku=f"ITEM-{number}", title="Item")
            await create_levels(tx, [NewLevel(item.id, place.location_id, stock)])
            await link_variant(tx, variant_id=variant.id, inventory_item_id=item.id, required_quantity=1)
        await tx.flush()
        return variant.id

    async def option(
        self, price: Any = "5", *, seller: str | None = None, is_return: bool = False, **overrides: Any
    ) -> str:
        """A delivery that shoppers see, by its id; a carrier's when `price` is None; a way back if so said."""
        tx, place, number = self.tx, await self.place(seller), next(NUMBERS)
        words = ShippingOptionType(label="Parcel", code="parcel")
        profile = ShippingProfile(name=f"Goods {number}", type="default")
        values = {
            "name": f"Parcel {number}",
            "service_zone_id": place.zone_id,
            "shipping_profile_id": profile.id,
            "provider_id": MANUAL,
            "price_type": PriceType.CALCULATED if price is None else PriceType.FLAT,
            "shipping_option_type_id": words.id,
        }
        option = ShippingOption(**{**values, **overrides})
        conditions = (("enabled_in_store", "true"), ("is_return", str(is_return).lower()))
        tx.add(words, profile, option)
        tx.add(*(_rule(option.id, name, value) for name, value in conditions))
        prices = price if isinstance(price, list) else [] if price is None else [euro(price)]
        price_set = await create_price_set(tx, prices)
        tx.add(ShippingOptionPriceSet(shipping_option_id=option.id, price_set_id=price_set.id))
        if place.seller_id is not None:
            tx.add(SellerShippingOption(seller_id=place.seller_id, shipping_option_id=option.id))
        await tx.flush()
        return option.id


async def a_shop(tx: Tx) -> Shop:
    """The shop of the default channel."""
    channel = await tx.scalar(select(SalesChannel).order_by(SalesChannel.id).limit(1))
    assert channel is not None
    return Shop(tx, channel.id)


def euro(amount: Any, **conditions: Any) -> PriceValue:
    """A price in euro."""
    return price(amount, "eur", **conditions)


def price(
    amount: Any,
    currency: str,
    *,
    low: int | None = None,
    high: int | None = None,
    region: str | None = None,
    **more: Any,
) -> PriceValue:
    """A price, for a range of quantities, a region, or from an item total on (`item_total_from=60`)."""
    rules = [] if region is None else [RuleValue("region_id", region)]
    if "item_total_from" in more:
        rules.append(RuleValue("item_total", str(more["item_total_from"]), PriceRuleOperator.GTE))
    return PriceValue(
        currency,
        Decimal(str(amount)),
        rules,
        min_quantity=None if low is None else Decimal(low),
        max_quantity=None if high is None else Decimal(high),
    )


def _rule(option_id: str, attribute: str, value: str) -> ShippingOptionRule:
    rule = ShippingOptionRule(shipping_option_id=option_id, attribute=attribute, operator=RuleOperator.EQ)
    rule.value = value
    return rule
