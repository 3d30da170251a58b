"""Relations inside a cart."""

from mercato.domains.carts.models import (
    Cart,
    CartAddress,
    CartCreditLine,
    CartLineItem,
    CartLineItemAdjustment,
    CartLineItemTaxLine,
    CartShippingMethod,
    CartShippingMethodAdjustment,
    CartShippingMethodTaxLine,
)
from mercato.kernel.reader.view import Edge

EDGES = [
    Edge(Cart, "items", CartLineItem, many=True, hops=[("id", CartLineItem, "cart_id")]),
    Edge(Cart, "shipping_methods", CartShippingMethod, many=True, hops=[("id", CartShippingMethod, "cart_id")]),
    Edge(Cart, "credit_lines", CartCreditLine, many=True, hops=[("id", CartCreditLine, "cart_id")]),
    Edge(Cart, "shipping_address", CartAddress, many=False, hops=[("shipping_address_id", CartAddress, "id")]),
    Edge(Cart, "billing_address", CartAddress, many=False, hops=[("billing_address_id", CartAddress, "id")]),
    Edge(CartLineItem, "cart", Cart, many=False, hops=[("cart_id", Cart, "id")]),
    Edge(
        CartLineItem,
        "tax_lines",
        CartLineItemTaxLine,
        many=True,
        whole=True,
        hops=[("id", CartLineItemTaxLine, "item_id")],
    ),
    Edge(
        CartLineItem,
        "adjustments",
        CartLineItemAdjustment,
        many=True,
        whole=True,
        hops=[("id", CartLineItemAdjustment, "item_id")],
    ),
    Edge(CartShippingMethod, "cart", Cart, many=False, hops=[("cart_id", Cart, "id")]),
    Edge(
        CartShippingMethod,
        "tax_lines",
        CartShippingMethodTaxLine,
        many=True,
        whole=True,
        hops=[("id", CartShippingMethodTaxLine, "shipping_method_id")],
    ),
    Edge(
        CartShippingMethod,
        "adjustments",
        CartShippingMethodAdjustment,
        many=True,
        whole=True,
        hops=[("id", CartShippingMethodAdjustment, "shipping_method_id")],
    ),
]
