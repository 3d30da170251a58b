"""What commissions show: rules as stored, or flattened with their rate for the operator's table; lines."""

from mercato.domains.catalog.views import SELLER_RESTRICTED
from mercato.domains.commissions.models import CommissionLine, CommissionRule
from mercato.kernel.reader.view import Filters, View

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

RULE_SEARCH = View(
    CommissionRule,
    one="commission_rule",
    many="commission_rules",
    default=RULE_TABLE.default,
    search="name reference",
    filters=Filters(q=True),
)
_LINE = "id item_line_id rule_id currency_code value created_at updated_at deleted_at"
_LINE_IN_ORDER = f"{_LINE} *order order.items.id order.seller.name *rule *rule.rate"
LINE = View(CommissionLine, one="commission_line", many="commission_lines", default=_LINE)
ADMIN_LINE = View(CommissionLine, one="commission_line", many="commission_lines", default=_LINE_IN_ORDER, limit=15)
VENDOR_LINE = View(
    CommissionLine,
    one="commission_line",
    many="commission_lines",
    default=_LINE_IN_ORDER,
    limit=15,
    # The purchase as a whole is the buyer's and the operator's: it names other sellers.
    restricted=f"{SELLER_RESTRICTED} order_set cart payment_collections",
)
