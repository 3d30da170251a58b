"""Whose the rows are: what keeps relations of a seller's rows from leading to another seller's.

A seller may ask for any relation (`*sales_channel.stock_locations`), and shared things such as channels, carts,
customers and providers have relations to everybody's rows. So each relation to one of these models shows a seller
only its own rows. A model that belongs to somebody and can be reached from a shared one has to stand here; the walk in
`tests/api/test_tenancy.py` finds those that do not.
"""

from typing import Any, Final

from mercato.domains.carts.models import Cart, CartLineItem, CartShippingMethod
from mercato.domains.catalog.attribute_models import AttributeValue, ProductAttributeValue
from mercato.domains.catalog.models import Product, ProductSalesChannel
from mercato.domains.customers.models import CustomerGroup
from mercato.domains.inventory.models import InventoryItem, ReservationItem, StockLocation
from mercato.domains.orders.models import Order
from mercato.domains.orders.set_models import OrderCart
from mercato.domains.payouts.models import Payout, PayoutAccount
from mercato.domains.pricing.models import PriceList
from mercato.domains.promotions.models import Promotion, PromotionCampaign
from mercato.domains.requests.models import Request
from mercato.domains.sellers.links import (
    SellerCampaign,
    SellerCustomerGroup,
    SellerFulfillmentSet,
    SellerInventoryItem,
    SellerOrder,
    SellerPayoutAccount,
    SellerPriceList,
    SellerProduct,
    SellerPromotion,
    SellerRequest,
    SellerServiceZone,
    SellerShippingOption,
    SellerShippingProfile,
    SellerStockLocation,
)
from mercato.domains.sellers.models import Member, MemberInvite, Seller, SellerOnboarding
from mercato.domains.shipping.models import FulfillmentSet, ServiceZone, ShippingOption, ShippingProfile
from mercato.kernel.reader.view import Hop, Model, Ownership

_OWNER: Final = "seller_id"


def _linked(link: Model, name: str, *, column: str = "id", free: bool = False) -> Ownership:
    """Rows that a link table ties to their seller: the link's `name` is the row's `column`."""
    return Ownership(_OWNER, ((column, link, name),), free=free)


def _through(hop: Hop, link: Model, name: str) -> Ownership:
    """Rows that belong to whoever owns what one hop leads to."""
    return Ownership(_OWNER, (hop, (name, link, name)))


# What the operator has made for everybody is shown as well: a profile of its own, a promotion of the marketplace.
_ALSO_THE_OPERATORS: Final[dict[Any, Ownership]] = {
    Promotion: _linked(SellerPromotion, "promotion_id", free=True),
    PromotionCampaign: _linked(SellerCampaign, "campaign_id", free=True),
    ShippingProfile: _linked(SellerShippingProfile, "shipping_profile_id", free=True),
}

OWNERSHIPS: Final[dict[Any, Ownership]] = {
    AttributeValue: _through(("id", ProductAttributeValue, "attribute_value_id"), SellerProduct, "product_id"),
    Cart: _through(("id", OrderCart, "cart_id"), SellerOrder, "order_id"),
    CartLineItem: _linked(SellerProduct, "product_id", column="product_id"),
    CartShippingMethod: _linked(SellerShippingOption, "shipping_option_id", column="shipping_option_id"),
    CustomerGroup: _linked(SellerCustomerGroup, "customer_group_id"),
    FulfillmentSet: _linked(SellerFulfillmentSet, "fulfillment_set_id"),
    InventoryItem: _linked(SellerInventoryItem, "inventory_item_id"),
    Member: Ownership(_OWNER),
    MemberInvite: Ownership(_OWNER),
    Order: _linked(SellerOrder, "order_id"),
    Payout: _linked(SellerPayoutAccount, "payout_account_id", column="payout_account_id"),
    PayoutAccount: _linked(SellerPayoutAccount, "payout_account_id"),
    PriceList: _linked(SellerPriceList, "price_list_id"),
    Product: _linked(SellerProduct, "product_id"),
    ProductSalesChannel: _linked(SellerProduct, "product_id", column="product_id"),
    Request: _linked(SellerRequest, "request_id"),
    ReservationItem: _linked(SellerInventoryItem, "inventory_item_id", column="inventory_item_id"),
    Seller: Ownership("id"),
    SellerOnboarding: Ownership(_OWNER),
    ServiceZone: _linked(SellerServiceZone, "service_zone_id"),
    ShippingOption: _linked(SellerShippingOption, "shipping_option_id"),
    StockLocation: _linked(SellerStockLocation, "stock_location_id"),
    **_ALSO_THE_OPERATORS,
}
"""Model -> how its rows lead to their seller."""
