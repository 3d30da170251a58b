"""Every relation the wire may ask for: those of each domain, and in the modules here those between domains."""

from typing import Final

import mercato.domains.carts.edges as carts_edges
import mercato.domains.catalog.edges as catalog_edges
import mercato.domains.commissions.edges as commissions_edges
import mercato.domains.customers.edges as customers_edges
import mercato.domains.fulfillments.edges as fulfillments_edges
import mercato.domains.inventory.edges as inventory_edges
import mercato.domains.orders.edges as orders_edges
import mercato.domains.payments.edges as payments_edges
import mercato.domains.payouts.edges as payouts_edges
import mercato.domains.pricing.edges as pricing_edges
import mercato.domains.promotions.edges as promotions_edges
import mercato.domains.regions.edges as regions_edges
import mercato.domains.sellers.edges as sellers_edges
import mercato.domains.shipping.edges as shipping_edges
import mercato.domains.stores.edges as stores_edges
import mercato.domains.taxes.edges as taxes_edges
from mercato.graph.carts import COMPUTED as CARTS_COMPUTED
from mercato.graph.carts import EDGES as BETWEEN_CARTS
from mercato.graph.catalog import COMPUTED as CATALOG_COMPUTED
from mercato.graph.catalog import EDGES as BETWEEN_CATALOG
from mercato.graph.identity import EDGES as BETWEEN_IDENTITY
from mercato.graph.order_states import VIRTUAL
from mercato.graph.orders import COMPUTED as ORDERS_COMPUTED
from mercato.graph.orders import EDGES as BETWEEN_ORDERS
from mercato.graph.reviews import EDGES as BETWEEN_REVIEWS
from mercato.graph.sellers import COMPUTED as SELLERS_COMPUTED
from mercato.graph.sellers import EDGES as BETWEEN_SELLERS
from mercato.graph.settings import EDGES as BETWEEN_SETTINGS
from mercato.graph.stock import EDGES as BETWEEN_STOCK
from mercato.kernel.reader.view import Graph

GRAPH: Final = Graph(
    edges=[
        *BETWEEN_CARTS,
        *BETWEEN_CATALOG,
        *BETWEEN_IDENTITY,
        *BETWEEN_ORDERS,
        *BETWEEN_REVIEWS,
        *BETWEEN_SELLERS,
        *BETWEEN_SETTINGS,
        *BETWEEN_STOCK,
        *carts_edges.EDGES,
        *catalog_edges.EDGES,
        *commissions_edges.EDGES,
        *customers_edges.EDGES,
        *fulfillments_edges.EDGES,
        *inventory_edges.EDGES,
        *orders_edges.EDGES,
        *payments_edges.EDGES,
        *payouts_edges.EDGES,
        *pricing_edges.EDGES,
        *promotions_edges.EDGES,
        *regions_edges.EDGES,
        *sellers_edges.EDGES,
        *shipping_edges.EDGES,
        *stores_edges.EDGES,
        *taxes_edges.EDGES,
    ],
    computed=[
        *CARTS_COMPUTED,
        *CATALOG_COMPUTED,
        *catalog_edges.COMPUTED,
        *ORDERS_COMPUTED,
        *SELLERS_COMPUTED,
        *commissions_edges.COMPUTED,
        *inventory_edges.COMPUTED,
    ],
    virtual=VIRTUAL,
)
