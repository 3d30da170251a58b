"""Relations inside orders and order sets."""

from mercato.domains.orders.change_models import OrderChange, OrderChangeAction
from mercato.domains.orders.models import (
    Order,
    OrderAddress,
    OrderCreditLine,
    OrderItem,
    OrderLineItem,
    OrderLineItemAdjustment,
    OrderLineItemTaxLine,
    OrderShipping,
    OrderShippingMethod,
    OrderShippingMethodAdjustment,
    OrderShippingMethodTaxLine,
    OrderTransaction,
)
from mercato.domains.orders.return_models import Return, ReturnItem
from mercato.domains.orders.set_models import OrderSet, OrderSetOrder, OrderSplitPayment, SplitOrderPayment
from mercato.kernel.reader.view import Edge

_LINES = [
    Edge(OrderLineItem, "detail", OrderItem, many=False, hops=[("id", OrderItem, "item_id")]),
    Edge(OrderLineItem, "tax_lines", OrderLineItemTaxLine, many=True, hops=[("id", OrderLineItemTaxLine, "item_id")]),
    Edge(
        OrderLineItem,
        "adjustments",
        OrderLineItemAdjustment,
        many=True,
        hops=[("id", OrderLineItemAdjustment, "item_id")],
    ),
    Edge(
        OrderLineItem,
        "order",
        Order,
        many=False,
        hops=[("id", OrderItem, "item_id"), ("order_id", Order, "id")],
        stub=False,
    ),
    Edge(OrderItem, "item", OrderLineItem, many=False, hops=[("item_id", OrderLineItem, "id")]),
]
_METHODS = [
    Edge(
        OrderShippingMethod,
        "order",
        Order,
        many=False,
        hops=[("id", OrderShipping, "shipping_method_id"), ("order_id", Order, "id")],
        stub=False,
    ),
    Edge(
        OrderShippingMethod,
        "detail",
        OrderShipping,
        many=False,
        whole=True,
        hops=[("id", OrderShipping, "shipping_method_id")],
    ),
    Edge(
        OrderShippingMethod,
        "tax_lines",
        OrderShippingMethodTaxLine,
        many=True,
        whole=True,
        hops=[("id", OrderShippingMethodTaxLine, "shipping_method_id")],
    ),
    Edge(
        OrderShippingMethod,
        "adjustments",
        OrderShippingMethodAdjustment,
        many=True,
        whole=True,
        hops=[("id", OrderShippingMethodAdjustment, "shipping_method_id")],
    ),
]
_RETURNS = [
    Edge(Order, "returns", Return, many=True, hops=[("id", Return, "order_id")]),
    Edge(Return, "order", Order, many=False, hops=[("order_id", Order, "id")]),
    Edge(Return, "items", ReturnItem, many=True, hops=[("id", ReturnItem, "return_id")]),
    Edge(ReturnItem, "return", Return, many=False, hops=[("return_id", Return, "id")]),
    Edge(ReturnItem, "item", OrderLineItem, many=False, hops=[("item_id", OrderLineItem, "id")]),
]
_SETS = [
    Edge(
        OrderSet,
        "orders",
        Order,
        many=True,
        hops=[("id", OrderSetOrder, "order_set_id"), ("order_id", Order, "id")],
    ),
    Edge(
        Order,
        "order_set",
        OrderSet,
        many=False,
        hops=[("id", OrderSetOrder, "order_id"), ("order_set_id", OrderSet, "id")],
    ),
    Edge(
        Order,
        "split_order_payment",
        SplitOrderPayment,
        many=False,
        hops=[("id", OrderSplitPayment, "order_id"), ("split_order_payment_id", SplitOrderPayment, "id")],
    ),
]
EDGES = [
    Edge(
        Order,
        "items",
        OrderLineItem,
        many=True,
        hops=[("id", OrderItem, "order_id"), ("item_id", OrderLineItem, "id")],
    ),
    Edge(
        Order,
        "shipping_methods",
        OrderShippingMethod,
        many=True,
        hops=[("id", OrderShipping, "order_id"), ("shipping_method_id", OrderShippingMethod, "id")],
    ),
    Edge(Order, "shipping_address", OrderAddress, many=False, hops=[("shipping_address_id", OrderAddress, "id")]),
    Edge(Order, "billing_address", OrderAddress, many=False, hops=[("billing_address_id", OrderAddress, "id")]),
    Edge(Order, "transactions", OrderTransaction, many=True, hops=[("id", OrderTransaction, "order_id")]),
    Edge(Order, "credit_lines", OrderCreditLine, many=True, hops=[("id", OrderCreditLine, "order_id")]),
    Edge(
        Order,
        "order_change",
        OrderChange,
        many=False,
        absent=True,
        hops=[("id", OrderChange, "order_id")],
        where={"status": ["pending", "requested"]},
    ),
    Edge(Order, "order_changes", OrderChange, many=True, hops=[("id", OrderChange, "order_id")]),
    Edge(OrderChange, "order", Order, many=False, hops=[("order_id", Order, "id")]),
    Edge(
        OrderChange,
        "actions",
        OrderChangeAction,
        many=True,
        hops=[("id", OrderChangeAction, "order_change_id")],
        order="ordering",
    ),
    *_LINES,
    *_METHODS,
    *_RETURNS,
    *_SETS,
]
