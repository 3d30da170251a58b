"""Countries and provinces that have taxes."""

from sqlalchemy import select

from mercato.domains.regions.queries import require_countries
from mercato.domains.taxes.models import TaxProvider, TaxRate, TaxRateRule, TaxRegion
from mercato.domains.taxes.schemas import CreateTaxRegion, DefaultRate, UpdateTaxRegion
from mercato.kernel.db import Tx
from mercato.kernel.errors import Invalid, NotFound
from mercato.kernel.text import merge_metadata

_ORPHAN = "Province region must belong to a parent region. {tried} but parent does not exist"
_FOREIGN = (
    "Province region must belong to a parent region with the same country code. {tried} but parent expects "
    "(country: {country})"
)
_TRIED = "You are trying to create a province region with (country: {country}, province: {province})"


async def create_tax_region(tx: Tx, data: CreateTaxRegion, *, created_by: str) -> TaxRegion:
    """A country with its provider, or a province, which has its parent's.

    Raises:
        Invalid: for an unknown country, a province without its country, or a second region of the same place.
        NotFound: for an unknown provider.
    """
    region = TaxRegion(
        country_code=data.country_code.lower(),
        province_code=data.province_code.lower() if data.province_code else None,
        parent_id=data.parent_id or None,
        provider_id=data.provider_id or None,
        created_by=created_by,
        metadata_=data.metadata,
    )
    await _check_place(tx, region)
    tx.add(region)
    await tx.flush()
    if data.default_tax_rate is not None:
        tx.add(_default_rate(region, data.default_tax_rate, created_by))
        await tx.flush()
    return region


async def update_tax_region(tx: Tx, id: str, data: UpdateTaxRegion) -> TaxRegion:
    """Another province, another provider.

    Raises:
        NotFound: for an unknown region or provider.
        Invalid: for the province of a country, the provider of a province, or a place that has a region already.
    """
    try:
        region = await tx.lock(TaxRegion, id)
    except NotFound:
        raise NotFound(f'TaxRegion with id "{id}" not found') from None
    values = data.given()
    if values.get("provider_id"):
        await tx.require(TaxProvider, values["provider_id"], "provider_id")
        if region.parent_id is not None:
            raise Invalid("A province tax region has the provider of its parent region")
        region.provider_id = values["provider_id"]
    if "province_code" in values:
        region.province_code = _other_province(region, values["province_code"])
    if "metadata" in values:
        region.metadata_ = merge_metadata(region.metadata_, values["metadata"])
    await tx.flush()
    return region


async def delete_tax_region(tx: Tx, id: str) -> None:
    """Removes a region with its provinces and all their rates; one that is gone already is no error."""
    region = await tx.find(TaxRegion, id)
    if region is None:
        return
    query = select(TaxRegion).where(TaxRegion.parent_id == id, TaxRegion.deleted_at.is_(None))
    regions = [region, *await tx.scalars(query)]
    of_regions = TaxRate.tax_region_id.in_([one.id for one in regions])
    rates = await tx.scalars(select(TaxRate).where(of_regions, TaxRate.deleted_at.is_(None)))
    of_rates = TaxRateRule.tax_rate_id.in_([rate.id for rate in rates])
    rules = await tx.scalars(select(TaxRateRule).where(of_rates, TaxRateRule.deleted_at.is_(None)))
    await tx.delete(*regions, *rates, *rules)


async def _check_place(tx: Tx, region: TaxRegion) -> None:
    if region.parent_id is not None:
        await _check_province(tx, region, region.parent_id)
    if region.provider_id is not None:
        await tx.require(TaxProvider, region.provider_id, "provider_id")
    await require_countries(tx, [region.country_code])
    if region.parent_id is None and region.province_code is not None:
        raise Invalid(_ORPHAN.format(tried=_tried(region)))


async def _check_province(tx: Tx, region: TaxRegion, parent_id: str) -> None:
    # The parent stays locked: it must not be deleted while a province is put below it.
    parent = next(iter(await tx.lock_all(TaxRegion, [parent_id])), None)
    if parent is None:
        raise Invalid(_ORPHAN.format(tried=_tried(region)))
    if parent.country_code != region.country_code:
        raise Invalid(_FOREIGN.format(tried=_tried(region), country=parent.country_code))
    if parent.parent_id is not None:
        raise Invalid("The parent of a province tax region must be the region of a country")
    if region.province_code is None:
        raise Invalid("A tax region below another one must have a province_code")
    if region.provider_id is not None:
        raise Invalid("A province tax region has the provider of its parent region")


def _tried(region: TaxRegion) -> str:
    return _TRIED.format(country=region.country_code, province=region.province_code)


def _other_province(region: TaxRegion, code: str | None) -> str | None:
    if region.parent_id is None and code:
        raise Invalid("The tax region of a country cannot have a province_code")
    if region.parent_id is not None and not code:
        raise Invalid("A tax region below another one must have a province_code")
    return code.lower() if code else None


def _default_rate(region: TaxRegion, data: DefaultRate, created_by: str) -> TaxRate:
    return TaxRate(
        tax_region_id=region.id,
        is_default=True,
        rate=data.rate,
        code=data.code,
        name=data.name,
        is_combinable=data.is_combinable or False,
        created_by=created_by,
        metadata_=data.metadata,
    )
