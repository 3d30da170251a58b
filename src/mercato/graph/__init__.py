"""Every relation the wire may ask for: those of each domain, and in the modules here those between domains."""

from typing import Final

from mercato.domains.carts import edges as carts
from mercato.domains.fulfillments import edges as fulfillments
from mercato.domains.inventory import edges as inventory
from mercato.domains.orders import edges as orders
from mercato.domains.payments import edges as payments
from mercato.domains.payouts import edges as payouts
from mercato.domains.sellers import edges as sellers
from mercato.domains.shipping import edges as shipping
from mercato.graph import orders as between_orders
from mercato.graph import sellers as between_sellers
from mercato.kernel.reader.view import Graph

GRAPH: Final = Graph(
    edges=[
        *between_orders.EDGES,
        *between_sellers.EDGES,
        *carts.EDGES,
        *fulfillments.EDGES,
        *inventory.EDGES,
        *orders.EDGES,
        *payments.EDGES,
        *payouts.EDGES,
        *sellers.EDGES,
        *shipping.EDGES,
    ],
    computed=[
        *between_orders.COMPUTED,
        *between_sellers.COMPUTED,
        *inventory.COMPUTED,
    ],
)
