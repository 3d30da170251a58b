"""Relations between orders and the rest."""

from mercato.domains.carts.models import Cart
from mercato.domains.catalog.models import Product, ProductVariant
from mercato.domains.channels.models import SalesChannel
from mercato.domains.commissions.models import CommissionLine
from mercato.domains.customers.models import Customer
from mercato.domains.fulfillments.models import Fulfillment, OrderFulfillment
from mercato.domains.orders.links import OrderPromotion
from mercato.domains.orders.models import Order, OrderItem, OrderLineItem
from mercato.domains.orders.set_models import OrderCart, OrderPaymentCollection, OrderSet
from mercato.domains.payments.models import PaymentCollection
from mercato.domains.payouts.models import OrderPayout, Payout
from mercato.domains.promotions.models import Promotion
from mercato.domains.regions.models import Region
from mercato.domains.shipping.models import FulfillmentProvider, ShippingOption
from mercato.graph import order_fills
from mercato.kernel.reader.view import Edge

EDGES = [
    Edge(OrderLineItem, "variant", ProductVariant, many=False, hops=[("variant_id", ProductVariant, "id")]),
    Edge(OrderLineItem, "product", Product, many=False, hops=[("product_id", Product, "id")]),
    Edge(
        CommissionLine,
        "order",
        Order,
        many=False,
        hops=[("item_line_id", OrderItem, "item_id"), ("order_id", Order, "id")],
    ),
    Edge(Order, "region", Region, many=False, absent=True, hops=[("region_id", Region, "id")]),
    Edge(Order, "customer", Customer, many=False, absent=True, hops=[("customer_id", Customer, "id")]),
    Edge(
        Order, "sales_channel", SalesChannel, many=False, absent=True, hops=[("sales_channel_id", SalesChannel, "id")]
    ),
    Edge(
        Order,
        "cart",
        Cart,
        many=False,
        absent=True,
        hops=[("id", OrderCart, "order_id"), ("cart_id", Cart, "id")],
    ),
    Edge(
        Order,
        "payment_collections",
        PaymentCollection,
        many=True,
        hops=[
            ("id", OrderPaymentCollection, "order_id"),
            ("payment_collection_id", PaymentCollection, "id"),
        ],
    ),
    Edge(
        Order,
        "fulfillments",
        Fulfillment,
        many=True,
        hops=[("id", OrderFulfillment, "order_id"), ("fulfillment_id", Fulfillment, "id")],
    ),
    Edge(
        Order,
        "promotions",
        Promotion,
        many=True,
        hops=[("id", OrderPromotion, "order_id"), ("promotion_id", Promotion, "id")],
    ),
    Edge(
        Order,
        "payouts",
        Payout,
        many=True,
        hops=[("id", OrderPayout, "order_id"), ("payout_id", Payout, "id")],
    ),
    Edge(
        Fulfillment,
        "order",
        Order,
        many=False,
        absent=True,
        hops=[("id", OrderFulfillment, "fulfillment_id"), ("order_id", Order, "id")],
    ),
    Edge(
        Fulfillment,
        "provider",
        FulfillmentProvider,
        many=False,
        stub=True,
        hops=[("provider_id", FulfillmentProvider, "id")],
    ),
    Edge(
        Fulfillment,
        "shipping_option",
        ShippingOption,
        many=False,
        stub=True,
        hops=[("shipping_option_id", ShippingOption, "id")],
    ),
    Edge(
        Payout,
        "order",
        Order,
        many=False,
        absent=True,
        hops=[("id", OrderPayout, "payout_id"), ("order_id", Order, "id")],
    ),
    Edge(OrderSet, "customer", Customer, many=False, absent=True, hops=[("customer_id", Customer, "id")]),
    Edge(OrderSet, "cart", Cart, many=False, absent=True, hops=[("cart_id", Cart, "id")]),
    Edge(
        OrderSet,
        "sales_channel",
        SalesChannel,
        many=False,
        absent=True,
        hops=[("sales_channel_id", SalesChannel, "id")],
    ),
    Edge(
        OrderSet,
        "payment_collection",
        PaymentCollection,
        many=False,
        absent=True,
        hops=[("payment_collection_id", PaymentCollection, "id")],
    ),
]
COMPUTED = order_fills.COMPUTED
