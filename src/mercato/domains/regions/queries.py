"""Questions about regions, countries and currencies."""

from collections.abc import Iterable

from sqlalchemy import select

from mercato.domains.regions.models import Country, Currency, Region, RegionPaymentProvider
from mercato.kernel.db import Tx
from mercato.kernel.errors import Invalid


async def region_of_country(tx: Tx, country_code: str) -> Region | None:
    """The region that a country belongs to."""
    query = select(Region).join(Country, Country.region_id == Region.id)
    return await tx.scalar(query.where(Country.iso_2 == country_code.lower(), Region.deleted_at.is_(None)))


async def countries_of(tx: Tx, region_id: str) -> list[str]:
    """The codes of a region's countries, in the order of the alphabet."""
    query = select(Country.iso_2).where(Country.region_id == region_id, Country.deleted_at.is_(None))
    return await tx.scalars(query.order_by(Country.iso_2))


async def provider_ids_of(tx: Tx, region_id: str) -> list[str]:
    """The payment providers linked to a region, switched on or not."""
    link = RegionPaymentProvider
    query = select(link.payment_provider_id).where(link.region_id == region_id, link.deleted_at.is_(None))
    return await tx.scalars(query.order_by(link.payment_provider_id))


async def require_countries(tx: Tx, codes: Iterable[str]) -> None:
    """Checks that these countries exist. Codes are small letters.

    Raises:
        Invalid: naming those that do not.
    """
    wanted = list(dict.fromkeys(codes))
    known = set(await tx.scalars(select(Country.iso_2).where(Country.iso_2.in_(wanted)))) if wanted else set[str]()
    _refuse_unknown("Countries", [code for code in wanted if code not in known])


async def require_currencies(tx: Tx, codes: Iterable[str]) -> None:
    """Checks that these currencies exist. Codes are small letters.

    Raises:
        Invalid: naming those that do not.
    """
    wanted = list(dict.fromkeys(codes))
    known = set(await tx.scalars(select(Currency.code).where(Currency.code.in_(wanted)))) if wanted else set[str]()
    _refuse_unknown("Currencies", [code for code in wanted if code not in known])


def _refuse_unknown(what: str, codes: list[str]) -> None:
    if codes:
        raise Invalid(f'{what} with codes: "{", ".join(codes)}" do not exist')
