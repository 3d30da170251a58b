"""Relations between carts and the rest, and what carts cost."""

from mercato.domains.carts.models import (
    Cart,
    CartLineItem,
    CartLineItemAdjustment,
    CartLineItemTaxLine,
    CartPaymentCollection,
    CartPromotion,
    CartShippingMethod,
    CartShippingMethodAdjustment,
    CartShippingMethodTaxLine,
)
from mercato.domains.carts.views import ITEM_TOTALS, TOTALS
from mercato.domains.catalog.models import Product, ProductVariant
from mercato.domains.channels.models import SalesChannel
from mercato.domains.customers.models import Customer
from mercato.domains.payments.models import PaymentCollection
from mercato.domains.promotions.models import Promotion
from mercato.domains.regions.models import Region
from mercato.domains.shipping.models import ShippingOption
from mercato.graph.cart_fills import (
    fill_carts,
    fill_lines,
    fill_managers,
    fill_methods,
    fill_nothing,
    fill_variant_managers,
)
from mercato.kernel.reader.view import Computed, Edge

_ROW = "is_tax_inclusive tax_lines.id tax_lines.rate adjustments.id adjustments.amount"
_LINE = f"unit_price quantity {_ROW} adjustments.is_tax_inclusive"
_METHOD = f"amount {_ROW}"


def _below(relation: str, tokens: str) -> str:
    return " ".join(f"{relation}.{token}" for token in tokens.split())


EDGES = [
    Edge(Cart, "region", Region, many=False, absent=True, hops=[("region_id", Region, "id")]),
    Edge(Cart, "customer", Customer, many=False, absent=True, hops=[("customer_id", Customer, "id")]),
    Edge(Cart, "sales_channel", SalesChannel, many=False, absent=True, hops=[("sales_channel_id", SalesChannel, "id")]),
    Edge(
        Cart,
        "payment_collection",
        PaymentCollection,
        many=False,
        absent=True,
        hops=[("id", CartPaymentCollection, "cart_id"), ("payment_collection_id", PaymentCollection, "id")],
    ),
    Edge(
        Cart,
        "promotions",
        Promotion,
        many=True,
        hops=[("id", CartPromotion, "cart_id"), ("promotion_id", Promotion, "id")],
    ),
    Edge(
        PaymentCollection,
        "cart",
        Cart,
        many=False,
        absent=True,
        hops=[("id", CartPaymentCollection, "payment_collection_id"), ("cart_id", Cart, "id")],
    ),
    Edge(Customer, "carts", Cart, many=True, hops=[("id", Cart, "customer_id")]),
    Edge(CartLineItem, "product", Product, many=False, absent=True, hops=[("product_id", Product, "id")]),
    Edge(CartLineItem, "variant", ProductVariant, many=False, absent=True, hops=[("variant_id", ProductVariant, "id")]),
    Edge(
        CartLineItemAdjustment,
        "promotion",
        Promotion,
        many=False,
        absent=True,
        hops=[("promotion_id", Promotion, "id")],
    ),
    Edge(
        CartShippingMethod,
        "shipping_option",
        ShippingOption,
        many=False,
        absent=True,
        hops=[("shipping_option_id", ShippingOption, "id")],
    ),
]
COMPUTED = [
    Computed(
        Cart,
        names=TOTALS,
        needs=f"currency_code {_below('items', _LINE)} {_below('shipping_methods', _METHOD)} credit_lines.amount",
        fill=fill_carts,
    ),
    Computed(
        CartLineItem,
        names=ITEM_TOTALS,
        needs=f"{_LINE} cart.currency_code",
        fill=fill_lines,
        with_star=True,
    ),
    Computed(
        CartShippingMethod,
        names=ITEM_TOTALS,
        needs=f"{_METHOD} cart.currency_code",
        fill=fill_methods,
        with_star=True,
    ),
    *(
        Computed(model, names="subtotal total", fill=fill_nothing, with_star=True)
        for model in (
            CartLineItemTaxLine,
            CartLineItemAdjustment,
            CartShippingMethodTaxLine,
            CartShippingMethodAdjustment,
        )
    ),
    Computed(CartLineItem, names="variant_managed_by", needs="variant_id", fill=fill_managers, with_star=True),
    Computed(ProductVariant, names="managed_by", needs="id", fill=fill_variant_managers),
]
