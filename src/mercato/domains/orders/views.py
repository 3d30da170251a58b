"""What orders show, to each audience."""

from mercato.domains.catalog.views import SELLER_RESTRICTED
from mercato.domains.orders.change_models import OrderChange
from mercato.domains.orders.models import Order, OrderStatus
from mercato.kernel.reader.view import Filters, View

TOTALS = """
    total subtotal tax_total discount_total discount_subtotal discount_tax_total original_total original_subtotal
    original_tax_total item_total item_subtotal item_tax_total item_discount_total original_item_total
    original_item_subtotal original_item_tax_total shipping_total shipping_subtotal shipping_tax_total
    shipping_discount_total original_shipping_tax_total original_shipping_subtotal original_shipping_total
    credit_line_total credit_line_subtotal credit_line_tax_total
"""
ROWS = """
    *items *items.tax_lines *items.adjustments *items.detail *items.variant *items.variant.product
    *shipping_address *billing_address
    *shipping_methods *shipping_methods.tax_lines *shipping_methods.adjustments *shipping_methods.detail
"""
# These come with every order, whatever fields were asked for.
ALWAYS = """
    status version payment_status fulfillment_status *items *items.tax_lines *items.adjustments *items.detail
    fulfillments.packed_at fulfillments.shipped_at fulfillments.delivered_at fulfillments.canceled_at
"""
# What leads from a seller's order to what other sellers and the operator have to do with the purchase.
_OTHERS = f"{SELLER_RESTRICTED} order_set cart"
# What leads from an order to what neither the buyer nor whoever knows the id of an order may see.
INSIDE = (
    "carts orders members invites onboarding payout_account payouts split_order_payment products_link stock_locations "
    "publishable_api_keys inventory inventory_items price_set groups addresses payment_session payment_sessions"
)
_MISSING = "Order id not found: {id}"

ADMIN_ORDER = View(
    Order,
    one="order",
    many="orders",
    default=f"""
    id display_id status version summary metadata created_at updated_at region_id order_change {TOTALS} {ROWS}
    *credit_lines *payment_collections *payment_collections.payments *payment_collections.payments.refunds
    *payment_collections.payments.captures *fulfillments *fulfillments.items *fulfillments.labels
    payment_status fulfillment_status
    """,
    always="version payment_status fulfillment_status",
    missing=_MISSING,
)
ADMIN_ORDERS = View(
    Order,
    one="order",
    many="orders",
    default="id display_id status version summary total metadata created_at updated_at",
    always=ALWAYS,
    limit=15,
    search="display_id email shipping_address.first_name shipping_address.last_name items.title",
    missing=_MISSING,
    filters=Filters(
        plain="sales_channel_id region_id customer_id",
        paths={"name": "items.title"},
        operator="id status",
        dates="created_at updated_at",
        q=True,
    ),
)
VENDOR_ORDER = View(
    Order,
    one="order",
    many="orders",
    default=f"""
    id display_id status email currency_code version summary metadata created_at updated_at region_id order_change
    {TOTALS} {ROWS} *fulfillments *fulfillments.items *fulfillments.labels
    """,
    always=f"{ALWAYS} *split_order_payment",
    order="-created_at",
    restricted=_OTHERS,
    tolerated="promotion",
    # The seller's share of the payment stands beside; the payment as a whole is not the seller's to see.
    only={"Order.payment_collections": {"id": None}},
    search="display_id email",
    missing=_MISSING,
    filters=Filters(
        plain="region_id sales_channel_id",
        operator="status",
        paths={"payment_status": "split_order_payment.status", "fulfillment_status": "fulfillment_state"},
        dates="created_at",
        q=True,
    ),
)
STORE_ORDERS = View(
    Order,
    one="order",
    many="orders",
    default="id status summary display_id total currency_code metadata created_at updated_at",
    always=ALWAYS,
    order="-created_at",
    restricted=INSIDE,
    missing=_MISSING,
    filters=Filters(plain="id", enum={"status": OrderStatus}, logic=True),
)
STORE_ORDER = View(
    Order,
    one="order",
    many="orders",
    default=f"""
    id status summary currency_code display_id region_id email created_at updated_at {TOTALS} {ROWS}
    *credit_lines *payment_collections
    """,
    always=f"{ALWAYS} *payment_collections *fulfillments",
    restricted=INSIDE,
    missing=_MISSING,
)
ORDER_CHANGE = View(
    OrderChange,
    one="order_change",
    many="order_changes",
    default="""
    id order_id return_id claim_id exchange_id version change_type *actions description status internal_note created_by
    requested_by requested_at confirmed_by confirmed_at declined_by declined_reason metadata declined_at canceled_by
    canceled_at created_at updated_at
    """,
)
