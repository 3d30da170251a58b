"""Writing commission rules."""

from sqlalchemy import select

from mercato.domains.commissions.models import CommissionRate, CommissionRule, RateType, RuleReference
from mercato.domains.commissions.queries import find_default_rule
from mercato.domains.commissions.schemas import CreateRule, RateBody, RatePrice, SetDefaultRule, UpdateRule
from mercato.domains.pricing.models import Price, PriceSet
from mercato.kernel.db import Tx
from mercato.kernel.errors import Conflict, Invalid, NotFound


async def create_rule(tx: Tx, data: CreateRule) -> CommissionRule:
    """A new rule with its rate.

    Raises:
        Invalid: when the rate is incomplete or the reference id does not fit the reference.
        Conflict: when a living rule of the same reference exists, active or not.
    """
    _check_rate(data.rate)
    if not data.fits():
        raise Invalid("Invalid reference id")
    reference = RuleReference(data.reference)
    taken = select(CommissionRule.id).where(
        CommissionRule.reference == reference,
        CommissionRule.reference_id == data.reference_id,
        CommissionRule.deleted_at.is_(None),
    )
    if await tx.scalar(taken) is not None:
        raise Conflict("Rule already exists!")
    rule = CommissionRule(name=data.name, reference=reference, reference_id=data.reference_id, is_active=data.is_active)
    return await _store(tx, rule, data.rate)


async def set_default_rule(tx: Tx, data: SetDefaultRule) -> CommissionRule:
    """Replaces the rule of the whole site. The old one is kept, deleted, for the lines that it made.

    Raises:
        Invalid: when the rate is incomplete.
    """
    _check_rate(data.rate)
    old = await find_default_rule(tx)
    if old is not None:
        await _delete(tx, old)
    rule = CommissionRule(name=data.name, reference=RuleReference.SITE, reference_id="", is_active=data.is_active)
    return await _store(tx, rule, data.rate)


async def update_rule(tx: Tx, id: str, data: UpdateRule) -> CommissionRule:
    """Renames a rule or switches it on or off.

    Raises:
        NotFound: for an unknown rule.
    """
    rule = await _lock(tx, id)
    for field, value in data.given().items():
        setattr(rule, field, value)
    await tx.flush()
    return rule


async def delete_rule(tx: Tx, id: str) -> None:
    """Takes a rule out of use. Deleting twice is no error."""
    rule = await tx.find(CommissionRule, id)
    if rule is not None:
        await _delete(tx, rule)


def _check_rate(rate: RateBody) -> None:
    if rate.type is RateType.FLAT and not rate.price_set:
        raise Invalid("Flat rate requires fee value")
    if rate.type is RateType.PERCENTAGE and rate.percentage_rate is None:
        raise Invalid("Percentage rate requires percent value")


async def _lock(tx: Tx, id: str) -> CommissionRule:
    rule = await tx.find(CommissionRule, id)
    if rule is None:
        raise NotFound("Rule not found!")
    return await tx.lock(CommissionRule, id)


async def _store(tx: Tx, rule: CommissionRule, rate: RateBody) -> CommissionRule:
    tx.add(rule)
    await tx.flush()
    tx.add(
        CommissionRate(
            rule_id=rule.id,
            type=rate.type,
            percentage_rate=rate.percentage_rate if rate.type is RateType.PERCENTAGE else None,
            include_tax=rate.include_tax,
            price_set_id=_price_set(tx, rate.price_set),
            min_price_set_id=_price_set(tx, rate.min_price_set),
            max_price_set_id=_price_set(tx, rate.max_price_set),
        )
    )
    await tx.flush()
    return rule


def _price_set(tx: Tx, prices: list[RatePrice] | None) -> str | None:
    if not prices:
        return None
    price_set = PriceSet()
    # Currency codes are stored in small letters everywhere, so that a rate in "EUR" meets an order in "eur".
    rows = [
        Price(price_set_id=price_set.id, currency_code=price.currency_code.lower(), amount=price.amount)
        for price in prices
    ]
    tx.add(price_set, *rows)
    return price_set.id


async def _delete(tx: Tx, rule: CommissionRule) -> None:
    rates = select(CommissionRate).where(CommissionRate.rule_id == rule.id, CommissionRate.deleted_at.is_(None))
    await tx.delete(rule, *await tx.scalars(rates))
