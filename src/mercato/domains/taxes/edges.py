"""Relations among tax settings."""

from mercato.domains.taxes.models import TaxProvider, TaxRate, TaxRateRule, TaxRegion
from mercato.kernel.reader.view import Edge

EDGES = [
    Edge(TaxRegion, "parent", TaxRegion, many=False, hops=[("parent_id", TaxRegion, "id")]),
    Edge(TaxRegion, "children", TaxRegion, many=True, hops=[("id", TaxRegion, "parent_id")]),
    Edge(TaxRegion, "provider", TaxProvider, many=False, hops=[("provider_id", TaxProvider, "id")]),
    Edge(TaxRegion, "tax_rates", TaxRate, many=True, hops=[("id", TaxRate, "tax_region_id")]),
    Edge(TaxProvider, "regions", TaxRegion, many=True, hops=[("id", TaxRegion, "provider_id")]),
    Edge(TaxRate, "tax_region", TaxRegion, many=False, hops=[("tax_region_id", TaxRegion, "id")]),
    Edge(TaxRate, "rules", TaxRateRule, many=True, hops=[("id", TaxRateRule, "tax_rate_id")]),
    Edge(TaxRateRule, "tax_rate", TaxRate, many=False, hops=[("tax_rate_id", TaxRate, "id")]),
]
