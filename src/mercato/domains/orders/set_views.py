"""What order sets show: a purchase with the orders of its sellers."""

from mercato.domains.orders.set_models import OrderSet
from mercato.domains.orders.views import INSIDE, TOTALS
from mercato.kernel.reader.view import Filters, View

SET_TOTALS = "total subtotal tax_total shipping_total shipping_tax_total currency_code"
SET_STATES = "status payment_status fulfillment_status"

_ORDER_TOTALS = " ".join(f"orders.{name}" for name in TOTALS.split())
_ORDER_ROWS = """
    *orders.items *orders.items.tax_lines *orders.items.adjustments *orders.items.detail
    *orders.shipping_methods *orders.shipping_methods.tax_lines *orders.shipping_methods.adjustments
    *orders.shipping_methods.detail
    *orders.customer *orders.fulfillments *orders.fulfillments.items *orders.fulfillments.labels
"""
# The orders of the set are what it shows.
_HIDDEN = " ".join(name for name in INSIDE.split() if name not in ("orders", "onboarding"))
_SET = f"""
    id display_id created_at updated_at customer_id cart_id payment_collection_id *customer *cart *payment_collection
    {SET_TOTALS} {SET_STATES}
"""

# The states and totals of a set come from its orders, which every answer shows.
_ALWAYS = f"""
    {_SET} {_ORDER_TOTALS} {_ORDER_ROWS}
    orders.id orders.display_id orders.customer_id orders.currency_code orders.email orders.created_at
    orders.updated_at orders.status orders.sales_channel_id orders.summary orders.payment_status
    orders.fulfillment_status
"""

STORE_SET = View(
    OrderSet,
    one="order_set",
    many="order_sets",
    default=f"{_ALWAYS} *orders.shipping_address *orders.seller orders.seller.onboarding.id",
    restricted=_HIDDEN,
    missing="Order set with id: {id} was not found",
)
ADMIN_SET = View(
    OrderSet,
    one="order_set",
    many="order_sets",
    default=f"""
    {_SET} sales_channel_id *sales_channel {_ORDER_TOTALS} {_ORDER_ROWS}
    orders.id orders.display_id orders.region_id orders.status orders.version orders.summary orders.currency_code
    orders.order_change orders.created_at orders.updated_at orders.email orders.customer_id orders.sales_channel_id
    orders.payment_status orders.fulfillment_status *orders.items.variant *orders.items.variant.product
    *orders.shipping_address *orders.billing_address *orders.payment_collections *orders.payment_collections.payments
    *orders.payment_collections.payments.refunds *orders.seller orders.seller.onboarding.id
    """,
    always=_ALWAYS,
    search="display_id orders.display_id customer.email customer.first_name customer.last_name orders.id "
    "orders.seller.name",
    missing="Order set with id: {id} was not found",
    filters=Filters(
        plain="sales_channel_id",
        paths={
            "order_id": "orders.id",
            "seller_id": "orders.seller.id",
            "payment_status": "payment_collection.status",
            "fulfillment_status": "fulfillment_state",
        },
        dates="created_at updated_at",
        q=True,
    ),
)
