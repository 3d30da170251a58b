"""What commission rules show: as stored, or flattened with their rate for the operator's table."""

from mercato.domains.commissions.models import CommissionRule
from mercato.kernel.reader.view import View

RULE = View(
    CommissionRule,
    one="commission_rule",
    many="commission_rules",
    default="id name reference reference_id is_active created_at updated_at *rate",
    missing="Rule not found!",
)
RATED = (
    "type include_tax percentage_rate price_set_id price_set min_price_set_id min_price_set "
    "max_price_set_id max_price_set fee_value ref_value"
)
RULE_TABLE = View(
    CommissionRule,
    one="commission_rule",
    many="commission_rules",
    default=f"id name reference reference_id is_active {RATED}",
    search="name reference",
    missing="Rule not found!",
)
