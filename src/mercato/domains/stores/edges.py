"""Relations inside the store."""

from mercato.domains.stores.models import Store, StoreCurrency
from mercato.kernel.reader.view import Edge

EDGES = [
    Edge(Store, "supported_currencies", StoreCurrency, many=True, hops=[("id", StoreCurrency, "store_id")]),
    Edge(StoreCurrency, "store", Store, many=False, hops=[("store_id", Store, "id")]),
]
