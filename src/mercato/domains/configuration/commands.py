"""Turning switches."""

from mercato.domains.configuration.models import ConfigurationRule
from mercato.domains.configuration.schemas import CreateSwitch, SetSwitch
from mercato.kernel.db import Tx


async def create_switch(tx: Tx, data: CreateSwitch) -> ConfigurationRule:
    """Sets a switch that had its default.

    Raises:
        Invalid: when it was set already.
    """
    rule = ConfigurationRule(rule_type=data.rule_type, is_enabled=data.is_enabled)
    tx.add(rule)
    await tx.flush()
    return rule


async def set_switch(tx: Tx, id: str, data: SetSwitch) -> None:
    """Turns a switch.

    Raises:
        NotFound: for an unknown switch.
    """
    rule = await tx.lock(ConfigurationRule, id)
    rule.is_enabled = data.is_enabled
    await tx.flush()
