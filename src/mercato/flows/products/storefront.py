"""What a shop asks of products: in which channels, at which prices, with which stock."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from mercato.domains.carts.models import Cart, CartAddress
from mercato.domains.catalog.models import ProductStatus
from mercato.domains.customers.queries import group_ids_of
from mercato.domains.pricing.rules import PriceContext
from mercato.domains.regions.models import Region
from mercato.domains.stores.queries import default_store
from mercato.graph.prices import Pricing
from mercato.kernel.db import Tx
from mercato.kernel.errors import Invalid
from mercato.kernel.http.params import QueryBody
from mercato.kernel.http.types import Opt
from mercato.kernel.reader.fields import with_tokens
from mercato.kernel.reader.view import Listing, Plan, Selection

Asked = TypeVar("Asked", Listing, Selection)


class ShopQuestion(QueryBody):
    """What a shop says beside filters and fields."""

    region_id: Opt[str] = None
    country_code: Opt[str] = None
    province: Opt[str] = None
    cart_id: Opt[str] = None
    sales_channel_id: Opt[str | list[str]] = None


@dataclass(frozen=True, slots=True)
class Shopper:
    """Who asks: the channels of the shop's key, and the customer who is logged in."""

    channel_ids: tuple[str, ...]
    customer_id: str | None = None


@dataclass(frozen=True, slots=True)
class Storefront:
    """What a shop may see, and what its answers are computed with."""

    scope: Mapping[str, Any]
    context: Mapping[str, Any]
    prices: str
    """The token that adds prices to the answer, or nothing."""

    def fitted(self, asked: Asked) -> Asked:
        """What was asked, with prices where they come by themselves."""
        return replace(asked, plan=with_tokens(asked.plan, self.prices)) if self.prices else asked


async def storefront(tx: Tx, shopper: Shopper, question: ShopQuestion, plan: Plan, *, below: str) -> Storefront:
    """The shop's view of products, or of variants. `below` leads from the answer's objects to variants: `variants.`.

    Raises:
        Invalid: for a channel that is not the key's, and where prices or stock are asked for without saying whose.
    """
    channels = _channels(shopper, question)
    context: dict[str, Any] = {}
    if plan.computes("inventory_quantity"):
        context["sales_channel_id"] = _one_channel(channels)
    if priced := plan.computes("calculated_price") or question.region_id is not None:
        context["pricing"] = await _pricing(tx, shopper, question)
    product = below.removesuffix("variants.") if below else "product."
    scope = {
        f"{product}status": ProductStatus.PUBLISHED.value,
        f"{product}sales_channels.id": {"$in": list(channels)},
    }
    return Storefront(scope, context, f"{below}calculated_price" if priced else "")


def _channels(shopper: Shopper, question: ShopQuestion) -> tuple[str, ...]:
    if not shopper.channel_ids:
        raise Invalid("Publishable key needs to have a sales channel configured")
    wanted = question.sales_channel_id
    if not wanted:
        return shopper.channel_ids
    chosen = (wanted,) if isinstance(wanted, str) else tuple(dict.fromkeys(wanted))
    if not set(chosen) <= set(shopper.channel_ids):
        raise Invalid("Requested sales channel is not part of the publishable key")
    return chosen


def _one_channel(channels: tuple[str, ...]) -> str:
    if len(channels) != 1:
        raise Invalid(
            "Inventory availability cannot be calculated in the given context. Either provide a single sales channel "
            "id or configure a single sales channel in the publishable key"
        )
    return channels[0]


async def _pricing(tx: Tx, shopper: Shopper, question: ShopQuestion) -> Pricing:
    cart = None if question.cart_id is None else await tx.get(Cart, question.cart_id)
    region = await _region(tx, question, cart)
    groups = [] if shopper.customer_id is None else await group_ids_of(tx, shopper.customer_id)
    country, province = question.country_code, question.province
    if country is None and cart is not None and cart.shipping_address_id is not None:
        address = await tx.get(CartAddress, cart.shipping_address_id)
        country, province = address.country_code, address.province
    return Pricing(
        PriceContext(region.currency_code, region.id, tuple(groups)),
        country_code=country if region.automatic_taxes else None,
        province=province,
    )


async def _region(tx: Tx, question: ShopQuestion, cart: Cart | None) -> Region:
    id = question.region_id or (cart.region_id if cart is not None else None)
    if id is None:
        id = (await default_store(tx)).default_region_id
    if id is None:
        raise Invalid("Missing required pricing context to calculate prices - region_id")
    region = await tx.find(Region, id)
    if region is None:
        raise Invalid(f"Region with id {id} not found when populating the pricing context")
    return region
