"""Relations and computed fields of commissions."""

from mercato.domains.commissions.models import CommissionLine, CommissionRate, CommissionRule
from mercato.domains.commissions.queries import fill_rated
from mercato.domains.commissions.views import RATED
from mercato.kernel.reader.view import Computed, Edge

EDGES = [
    Edge(CommissionRule, "rate", CommissionRate, many=False, hops=[("id", CommissionRate, "rule_id")]),
    Edge(CommissionRate, "rule", CommissionRule, many=False, hops=[("rule_id", CommissionRule, "id")]),
    Edge(CommissionLine, "rule", CommissionRule, many=False, hops=[("rule_id", CommissionRule, "id")]),
]
COMPUTED = [Computed(CommissionRule, names=RATED, needs="id reference_id *rate", fill=fill_rated)]
