"""Relations among regions and countries."""

from mercato.domains.regions.models import Country, Region
from mercato.kernel.reader.view import Edge

EDGES = [
    Edge(Region, "countries", Country, many=True, hops=[("id", Country, "region_id")], order="name"),
    Edge(Country, "region", Region, many=False, hops=[("region_id", Region, "id")]),
]
