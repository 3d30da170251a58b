"""Regions with their ways of paying, and how their prices are meant."""

from collections.abc import Sequence

from sqlalchemy import select, update

from mercato.domains.payments.models import PaymentProvider
from mercato.domains.pricing.commands.preferences import set_preference
from mercato.domains.regions import commands
from mercato.domains.regions.models import Region
from mercato.domains.regions.schemas import CreateRegion, UpdateRegion
from mercato.domains.stores.models import Store
from mercato.kernel.db import Tx
from mercato.kernel.errors import NotFound


async def create_region(tx: Tx, data: CreateRegion) -> Region:
    """A region, ready to sell in. Each has a price preference.

    Raises:
        Invalid: for an unknown currency or country, or a country of another region.
        NotFound: for a payment provider that is unknown or switched off.
    """
    providers = data.payment_providers or []
    await _require_providers(tx, providers)
    region = await commands.create_region(tx, data)
    await commands.set_providers(tx, region.id, providers)
    await set_preference(tx, "region_id", region.id, is_tax_inclusive=data.is_tax_inclusive or False)
    return region


async def update_region(tx: Tx, id: str, data: UpdateRegion) -> Region:
    """Changes what was sent.

    Raises:
        NotFound: for an unknown region, or a provider as above.
        Invalid: as for a new region.
    """
    region = await commands.update_region(tx, id, data)
    if data.payment_providers is not None:
        await _require_providers(tx, data.payment_providers)
        await commands.set_providers(tx, id, data.payment_providers)
    if data.is_tax_inclusive is not None:
        await set_preference(tx, "region_id", id, is_tax_inclusive=data.is_tax_inclusive)
    return region


async def delete_region(tx: Tx, id: str) -> None:
    """Closes a region, which is nobody's default any more; its price preference stays for what was sold."""
    if await commands.delete_region(tx, id):
        await tx.execute(update(Store).where(Store.default_region_id == id).values(default_region_id=None))


async def _require_providers(tx: Tx, ids: Sequence[str]) -> None:
    provider = PaymentProvider
    usable = (provider.id.in_(ids), provider.is_enabled.is_(True), provider.deleted_at.is_(None))
    known = set(await tx.scalars(select(provider.id).where(*usable))) if ids else set[str]()
    missing = [id for id in dict.fromkeys(ids) if id not in known]
    if missing:
        raise NotFound(f"Payment providers with ids {', '.join(missing)} not found or not enabled")
