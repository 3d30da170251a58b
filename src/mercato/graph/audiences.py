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


def _own_rows(edge: Edge) -> Edge:
    return replace(edge, ownership=OWNERSHIPS.get(edge.target))


def _on_sale(edge: Edge) -> Edge:
    """What belongs to a seller, a category or a collection is shown to shoppers once it is published."""
    if edge.target is not Product or not edge.many:
        return edge
    return replace(edge, where={**edge.where, "status": ProductStatus.PUBLISHED})


SELLERS_GRAPH: Final = GRAPH.changed(_own_rows, closed=["SalesChannel.publishable_api_keys"])
SHOPPERS_GRAPH: Final = GRAPH.changed(_on_sale, closed=_CLOSED_TO_SHOPPERS)
