"""What switches show."""

from mercato.domains.configuration.models import ConfigurationRule
from mercato.kernel.reader.view import View

SWITCH = View(
    ConfigurationRule,
    one="configuration_rule",
    many="configuration_rules",
    default="id rule_type is_enabled created_at updated_at deleted_at",
    missing="Configuration rule with id: {id} was not found",
)
