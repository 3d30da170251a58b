"""Every relation the wire may ask for: those of each domain, and here those between domains."""

from typing import Final

from mercato.domains.carts import edges as carts
from mercato.domains.inventory import edges as inventory
from mercato.domains.orders import edges as orders
from mercato.domains.payments import edges as payments
from mercato.domains.payouts import edges as payouts
from mercato.domains.sellers import edges as sellers
from mercato.domains.shipping import edges as shipping
from mercato.kernel.reader.view import Computed, Edge, Graph

# Relations between domains, alphabetical by source and name.
BETWEEN: Final[list[Edge]] = []

COMPUTED: Final[list[Computed]] = []

GRAPH: Final = Graph(
    edges=[
        *BETWEEN,
        *carts.EDGES,
        *inventory.EDGES,
        *orders.EDGES,
        *payments.EDGES,
        *payouts.EDGES,
        *sellers.EDGES,
        *shipping.EDGES,
    ],
    computed=[
        *COMPUTED,
        *inventory.COMPUTED,
    ],
)
