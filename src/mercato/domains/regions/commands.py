"""Writing regions."""

from collections.abc import Sequence

from sqlalchemy import Select, select, update

from mercato.domains.regions.events import RegionCreated, RegionDeleted, RegionUpdated
from mercato.domains.regions.models import Country, Region, RegionPaymentProvider
from mercato.domains.regions.queries import require_countries, require_currencies
from mercato.domains.regions.schemas import CreateRegion, UpdateRegion
from mercato.kernel.db import Tx
from mercato.kernel.errors import Invalid, NotFound
from mercato.kernel.text import merge_metadata


async def create_region(tx: Tx, data: CreateRegion) -> Region:
    """A region with its countries. Providers and the price preference are the flow's.

    Raises:
        Invalid: for an unknown currency or country, or a country that belongs to a region already.
    """
    region = Region(name=data.name, currency_code=data.currency_code.lower(), metadata_=data.metadata)
    if data.automatic_taxes is not None:
        region.automatic_taxes = data.automatic_taxes
    await require_currencies(tx, [region.currency_code])
    tx.add(region)
    await set_countries(tx, region, data.countries or [])
    tx.emit(RegionCreated(id=region.id))
    return region


async def update_region(tx: Tx, id: str, data: UpdateRegion) -> Region:
    """Changes what was sent.

    Raises:
        NotFound: for an unknown region.
        Invalid: as for a new one.
    """
    region = await lock_region(tx, id)
    values = data.given()
    if "currency_code" in values:
        values["currency_code"] = values["currency_code"].lower()
        await require_currencies(tx, [values["currency_code"]])
    for field in values.keys() & {"name", "currency_code", "automatic_taxes"}:
        setattr(region, field, values[field])
    if "metadata" in values:
        region.metadata_ = merge_metadata(region.metadata_, values["metadata"])
    if data.countries is not None:
        await set_countries(tx, region, data.countries)
    await tx.flush()
    tx.emit(RegionUpdated(id=id))
    return region


async def delete_region(tx: Tx, id: str) -> bool:
    """Closes a region; its countries are free at once. False when there was none."""
    region = await tx.find(Region, id)
    if region is None:
        return False
    await tx.execute(update(Country).where(Country.region_id == id).values(region_id=None))
    await tx.delete(region, *await tx.scalars(_links(id)))
    tx.emit(RegionDeleted(id=id))
    return True


async def set_countries(tx: Tx, region: Region, codes: Sequence[str]) -> None:
    """These countries, and no others, belong to the region.

    Raises:
        Invalid: for a country that is unknown, named twice, or another region's.
    """
    wanted = [code.lower() for code in codes]
    await require_countries(tx, wanted)
    countries = await tx.lock_all(Country, wanted)
    taken = {country.iso_2 for country in countries if country.region_id not in (None, region.id)}
    twice = {code for code in wanted if wanted.count(code) > 1}
    refused = [code for code in dict.fromkeys(wanted) if code in taken | twice]
    if refused:
        raise Invalid(f'Countries with codes: "{", ".join(refused)}" are already assigned to a region')
    await tx.flush()
    left = update(Country).where(Country.region_id == region.id, Country.iso_2.not_in(wanted))
    await tx.execute(left.values(region_id=None))
    for country in countries:
        country.region_id = region.id
    region.updated_at = tx.now
    await tx.flush()


async def set_providers(tx: Tx, region_id: str, provider_ids: Sequence[str]) -> None:
    """These providers, and no others, are ways of paying in the region. The caller knows that they exist."""
    links = {link.payment_provider_id: link for link in await tx.scalars(_links(region_id))}
    await tx.delete(*(link for id, link in links.items() if id not in provider_ids))
    new = [id for id in dict.fromkeys(provider_ids) if id not in links]
    tx.add(*(RegionPaymentProvider(region_id=region_id, payment_provider_id=id) for id in new))
    await tx.flush()


async def lock_region(tx: Tx, id: str) -> Region:
    """A region that is about to change.

    Raises:
        NotFound: in the words of the contract.
    """
    try:
        return await tx.lock(Region, id)
    except NotFound:
        raise NotFound(f'Region with id "{id}" not found') from None


def _links(region_id: str) -> Select[RegionPaymentProvider]:
    link = RegionPaymentProvider
    return select(link).where(link.region_id == region_id, link.deleted_at.is_(None))
