"""The graph as sellers and as shoppers see it: shared things lead to everybody's rows, and not everybody may follow."""

from dataclasses import replace
from typing import Final

from mercato.domains.catalog.models import Product, ProductStatus
from mercato.graph import GRAPH
from mercato.graph.tenancy import OWNERSHIPS
from mercato.kernel.reader.view import Edge

_CLOSED_TO_SHOPPERS: Final = (
    # Other people's purchases: a cart belongs to whoever names its e-mail.
    "Customer.addresses",
    "Customer.carts",
    "Customer.groups",
    "Customer.orders",
    "CustomerGroup.customers",
    # The sellers' books.
    "Order.payouts",
    "Seller.invites",
    "Seller.members",
    "Seller.onboarding",
    "Seller.orders",
    "Seller.payout_account",
    "Seller.payouts",
    # How the marketplace is run.
    "FulfillmentProvider.stock_locations",
    "InventoryItem.reservation_items",
    "Price.price_list",
    "PromotionCampaign.promotions",
    "PromotionCampaignBudget.usages",
    "SalesChannel.products_link",
    "SalesChannel.publishable_api_keys",
    "SalesChannel.stock_locations",
)
# Reviews are public; how to reach their authors is not.
_PARTLY_SHOWN: Final = {"Review.customer": "id first_name last_name"}


def _own_rows(edge: Edge) -> Edge:
    return replace(edge, ownership=OWNERSHIPS.get(edge.target))


def _public(edge: Edge) -> Edge:
    """What belongs to a seller, a category or a collection is shown to shoppers once it is published."""
    shown = _PARTLY_SHOWN.get(f"{edge.source.__name__}.{edge.name}", edge.shows)
    if edge.target is not Product or not edge.many:
        return replace(edge, shows=shown)
    return replace(edge, shows=shown, where={**edge.where, "status": ProductStatus.PUBLISHED})


SELLERS_GRAPH: Final = GRAPH.changed(_own_rows, closed=["SalesChannel.publishable_api_keys"])
SHOPPERS_GRAPH: Final = GRAPH.changed(_public, closed=_CLOSED_TO_SHOPPERS)
