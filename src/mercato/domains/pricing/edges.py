"""Relations of prices."""

from mercato.domains.pricing.models import Price, PriceList, PriceListRule, PriceRule, PriceSet
from mercato.kernel.reader.view import Edge

EDGES = [
    Edge(Price, "price_rules", PriceRule, many=True, hops=[("id", PriceRule, "price_id")]),
    Edge(Price, "price_set", PriceSet, many=False, hops=[("price_set_id", PriceSet, "id")], stub=False),
    Edge(Price, "price_list", PriceList, many=False, hops=[("price_list_id", PriceList, "id")]),
    Edge(PriceRule, "price", Price, many=False, hops=[("price_id", Price, "id")]),
    Edge(PriceSet, "prices", Price, many=True, hops=[("id", Price, "price_set_id")]),
    Edge(PriceList, "prices", Price, many=True, hops=[("id", Price, "price_list_id")]),
    Edge(PriceList, "price_list_rules", PriceListRule, many=True, hops=[("id", PriceListRule, "price_list_id")]),
    Edge(PriceListRule, "price_list", PriceList, many=False, hops=[("price_list_id", PriceList, "id")]),
]
