"""Rates and what they are for."""

from collections.abc import Iterable

from sqlalchemy import Select, select

from mercato.domains.taxes.models import TaxRate, TaxRateRule, TaxRegion
from mercato.domains.taxes.schemas import CreateRule, CreateTaxRate, RateRule, UpdateTaxRate
from mercato.kernel.db import Tx
from mercato.kernel.errors import NotFound
from mercato.kernel.text import merge_metadata


async def create_tax_rate(tx: Tx, data: CreateTaxRate, *, created_by: str) -> TaxRate:
    """A rate of a region.

    Raises:
        NotFound: for an unknown region.
        Invalid: when the region has a default rate already, or a rule repeats.
    """
    await tx.require(TaxRegion, data.tax_region_id, "tax_region_id")
    rate = TaxRate(
        tax_region_id=data.tax_region_id,
        rate=data.rate,
        code=data.code,
        name=data.name,
        is_default=data.is_default or False,
        is_combinable=data.is_combinable or False,
        created_by=created_by,
        metadata_=data.metadata,
    )
    tx.add(rate)
    await tx.flush()
    await _add_rules(tx, rate.id, data.rules or [], created_by)
    return rate


async def update_tax_rate(tx: Tx, id: str, data: UpdateTaxRate, *, updated_by: str) -> TaxRate:
    """Changes what was sent.

    Raises:
        NotFound: for an unknown rate.
        Invalid: when the region has another default rate, or a rule repeats.
    """
    try:
        rate = await tx.lock(TaxRate, id)
    except NotFound:
        raise NotFound(f'Tax rate with id "{id}" not found') from None
    values = data.given()
    values.pop("rules", None)
    if "metadata" in values:
        rate.metadata_ = merge_metadata(rate.metadata_, values.pop("metadata"))
    for field, value in values.items():
        setattr(rate, field, value)
    await tx.flush()
    if data.rules is not None:
        await tx.delete(*await tx.scalars(_rules(id)))
        await _add_rules(tx, id, data.rules, updated_by)
    return rate


async def delete_tax_rate(tx: Tx, id: str) -> None:
    """Removes a rate with its rules; one that is gone already is no error."""
    rate = await tx.find(TaxRate, id)
    if rate is not None:
        await tx.delete(rate, *await tx.scalars(_rules(id)))


async def add_rule(tx: Tx, rate_id: str, data: CreateRule, *, created_by: str) -> None:
    """One more thing that a rate is for.

    Raises:
        NotFound: for an unknown rate.
        Invalid: for a thing that the rate is for already.
    """
    await tx.require(TaxRate, rate_id, "tax_rate_id")
    await _add_rules(tx, rate_id, [data], created_by)


async def delete_rule(tx: Tx, rate_id: str, id: str) -> None:
    """A rate is not for something any more; a rule that is gone already is no error."""
    await tx.delete(*await tx.scalars(_rules(rate_id).where(TaxRateRule.id == id)))


async def _add_rules(tx: Tx, rate_id: str, rules: Iterable[RateRule | CreateRule], created_by: str) -> None:
    for rule in rules:
        tx.add(
            TaxRateRule(
                tax_rate_id=rate_id,
                reference=rule.reference,
                reference_id=rule.reference_id,
                created_by=created_by,
            )
        )
    await tx.flush()


def _rules(rate_id: str) -> Select[TaxRateRule]:
    return select(TaxRateRule).where(TaxRateRule.tax_rate_id == rate_id, TaxRateRule.deleted_at.is_(None))
