"""Questions about taxes."""

from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import or_, select

from mercato.domains.taxes.models import TaxRate, TaxRateRule, TaxRegion
from mercato.kernel.db import Tx


@dataclass(frozen=True, slots=True)
class AddressRate:
    """A rate that may hold at an address. `references` are the (kind, id) of what it is for besides being a default."""

    id: str
    code: str
    name: str
    rate: Decimal | None
    provider_id: str
    in_province: bool
    is_default: bool
    is_combinable: bool
    references: frozenset[tuple[str, str]]


async def find_rates_for(tx: Tx, country_code: str | None, province: str | None) -> list[AddressRate] | None:
    """Every rate of an address's country and province, oldest first; None where no tax is settled at all.

    A province counts only below a country that has a region of its own.
    """
    regions = await _regions_of(tx, country_code, province) if country_code else []
    root = next((region for region in regions if region.parent_id is None), None)
    if root is None:
        return None
    in_force = {region.id: region for region in regions if region is root or region.parent_id == root.id}
    query = select(TaxRate).where(TaxRate.tax_region_id.in_(in_force), TaxRate.deleted_at.is_(None))
    rates = await tx.scalars(query.order_by(TaxRate.id))
    references = await _references(tx, [rate.id for rate in rates])
    return [
        AddressRate(
            id=rate.id,
            code=rate.code,
            name=rate.name,
            rate=rate.rate,
            provider_id=root.provider_id or "",
            in_province=rate.tax_region_id != root.id,
            is_default=rate.is_default,
            is_combinable=rate.is_combinable,
            references=frozenset(references.get(rate.id, ())),
        )
        for rate in rates
    ]


async def _regions_of(tx: Tx, country_code: str, province: str | None) -> list[TaxRegion]:
    region = TaxRegion
    here = region.province_code.is_(None)
    if province:
        here = or_(here, region.province_code == province.lower())
    query = select(region).where(region.country_code == country_code.lower(), here, region.deleted_at.is_(None))
    return await tx.scalars(query)


async def _references(tx: Tx, rate_ids: list[str]) -> dict[str, set[tuple[str, str]]]:
    found: dict[str, set[tuple[str, str]]] = {}
    if rate_ids:
        rule = TaxRateRule
        query = select(rule).where(rule.tax_rate_id.in_(rate_ids), rule.deleted_at.is_(None))
        for row in await tx.scalars(query):
            found.setdefault(row.tax_rate_id, set()).add((row.reference, row.reference_id))
    return found
