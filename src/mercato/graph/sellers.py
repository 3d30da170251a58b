"""Relations between sellers and what is theirs."""

from mercato.domains.customers.models import CustomerGroup
from mercato.domains.inventory.models import StockLocation
from mercato.domains.orders.models import Order
from mercato.domains.payouts.models import Payout, PayoutAccount
from mercato.domains.requests.models import Request
from mercato.domains.sellers.links import (
    SellerCustomerGroup,
    SellerOrder,
    SellerPayoutAccount,
    SellerRequest,
    SellerShippingOption,
    SellerShippingProfile,
    SellerStockLocation,
)
from mercato.domains.sellers.models import Seller
from mercato.domains.shipping.models import ShippingOption, ShippingProfile
from mercato.kernel.reader.view import Computed, Edge

EDGES = [
    Edge(
        Order,
        "seller",
        Seller,
        many=False,
        absent=True,
        hops=[("id", SellerOrder, "order_id"), ("seller_id", Seller, "id")],
    ),
    Edge(
        Request,
        "seller",
        Seller,
        many=False,
        absent=True,
        hops=[("id", SellerRequest, "request_id"), ("seller_id", Seller, "id")],
    ),
    Edge(
        ShippingOption,
        "seller",
        Seller,
        many=False,
        absent=True,
        hops=[("id", SellerShippingOption, "shipping_option_id"), ("seller_id", Seller, "id")],
    ),
    Edge(
        ShippingProfile,
        "seller",
        Seller,
        many=False,
        absent=True,
        hops=[("id", SellerShippingProfile, "shipping_profile_id"), ("seller_id", Seller, "id")],
    ),
    Edge(
        StockLocation,
        "seller",
        Seller,
        many=False,
        absent=True,
        hops=[("id", SellerStockLocation, "stock_location_id"), ("seller_id", Seller, "id")],
    ),
    Edge(
        PayoutAccount,
        "seller",
        Seller,
        many=False,
        absent=True,
        hops=[("id", SellerPayoutAccount, "payout_account_id"), ("seller_id", Seller, "id")],
    ),
    Edge(
        Seller,
        "orders",
        Order,
        many=True,
        hops=[("id", SellerOrder, "seller_id"), ("order_id", Order, "id")],
    ),
    Edge(
        Seller,
        "shipping_options",
        ShippingOption,
        many=True,
        hops=[("id", SellerShippingOption, "seller_id"), ("shipping_option_id", ShippingOption, "id")],
    ),
    Edge(
        Seller,
        "payout_account",
        PayoutAccount,
        many=False,
        absent=True,
        hops=[("id", SellerPayoutAccount, "seller_id"), ("payout_account_id", PayoutAccount, "id")],
    ),
    Edge(
        Seller,
        "payouts",
        Payout,
        many=True,
        hops=[("id", SellerPayoutAccount, "seller_id"), ("payout_account_id", Payout, "payout_account_id")],
    ),
    Edge(
        CustomerGroup,
        "seller",
        Seller,
        many=False,
        absent=True,
        hops=[("id", SellerCustomerGroup, "customer_group_id"), ("seller_id", Seller, "id")],
    ),
]
COMPUTED: list[Computed] = []
