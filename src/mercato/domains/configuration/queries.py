"""The state of the switches."""

from sqlalchemy import select

from mercato.domains.configuration.models import DEFAULTS, ConfigurationRule, RuleType
from mercato.kernel.db import Tx
from mercato.kernel.errors import Forbidden


async def rules(tx: Tx) -> dict[RuleType, bool]:
    """Every switch with its value, defaults filled in."""
    set_rules = await tx.scalars(select(ConfigurationRule).where(ConfigurationRule.deleted_at.is_(None)))
    return {**DEFAULTS, **{rule.rule_type: rule.is_enabled for rule in set_rules}}


async def require(tx: Tx, expected: dict[RuleType, bool]) -> None:
    """Refuses a feature that the operator has switched off.

    Raises:
        Forbidden: when a switch does not stand as expected; the contract gives this refusal the type `not_found`.
    """
    state = await rules(tx)
    if any(state[rule] != value for rule, value in expected.items()):
        raise Forbidden("This feature is disabled!", kind="not_found")
