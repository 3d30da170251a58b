"""Bodies of configuration routes."""

from mercato.domains.configuration.models import RuleType
from mercato.kernel.http.body import Body


class CreateSwitch(Body):
    """A switch is set for the first time."""

    rule_type: RuleType
    is_enabled: bool


class SetSwitch(Body):
    """A switch is turned."""

    is_enabled: bool
