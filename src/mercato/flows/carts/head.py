"""The head of a cart: region and currency, customer, addresses."""

from dataclasses import dataclass

from sqlalchemy import select

from mercato.domains.carts.commands import new_address
from mercato.domains.carts.models import CartAddress
from mercato.domains.carts.schemas import AddressBody
from mercato.domains.customers.commands.accounts import customer_of_email
from mercato.domains.customers.models import Customer
from mercato.domains.regions.models import Region
from mercato.domains.regions.queries import countries_of
from mercato.domains.stores.queries import default_store
from mercato.kernel.db import Tx
from mercato.kernel.errors import Invalid, NotFound


@dataclass(frozen=True, slots=True)
class Buyer:
    """Whose a cart is, and the e-mail on it."""

    customer_id: str | None
    email: str | None


async def region_for(tx: Tx, region_id: str | None, currency_code: str | None) -> Region:
    """The region of a new cart: the one asked for, else the store's, else the oldest that sells in the currency.

    Raises:
        NotFound: no such region, or none at all.
        Invalid: the region sells in another currency.
    """
    currency = currency_code.lower() if currency_code else None
    region = await _asked_region(tx, region_id) if region_id else await _usual_region(tx, currency)
    if currency is not None and currency != region.currency_code:
        raise Invalid(f"Region {region.name} does not sell in {currency}")
    return region


async def buyer_for(tx: Tx, email: str | None, account_id: str | None) -> Buyer:
    """Whose a new cart is: the caller's, else the one's to whom the e-mail belongs, else nobody's yet."""
    if account_id is not None:
        account = await tx.get(Customer, account_id)
        return Buyer(account.id, email or account.email)
    if not email:
        return Buyer(None, None)
    return Buyer((await customer_of_email(tx, email)).id, email)


async def address_of(tx: Tx, given: AddressBody | str | None, region: Region | None = None) -> CartAddress | None:
    """The address row for what a request brings: a new one, or the one that it names.

    Raises:
        NotFound: it names none.
        Invalid: its country is not in the region.
    """
    if given is None:
        return None
    address = await tx.get(CartAddress, given) if isinstance(given, str) else None
    country = address.country_code if address is not None else getattr(given, "country_code", None)
    if region is not None and country:
        await require_country(tx, region, country)
    return address or (await new_address(tx, given.model_dump()) if isinstance(given, AddressBody) else None)


async def only_country(tx: Tx, region: Region) -> str | None:
    """The country of a region that has just one."""
    countries = await countries_of(tx, region.id)
    return countries[0] if len(countries) == 1 else None


async def require_country(tx: Tx, region: Region, country_code: str) -> None:
    """Refuses a country that a region does not sell to.

    Raises:
        Invalid: naming both.
    """
    if country_code.lower() not in await countries_of(tx, region.id):
        raise Invalid(f"Country with code {country_code} is not within region {region.name}")


async def _asked_region(tx: Tx, id: str) -> Region:
    region = await tx.find(Region, id)
    if region is None:
        raise NotFound("No regions found")
    return region


async def _usual_region(tx: Tx, currency: str | None) -> Region:
    default_id = (await default_store(tx)).default_region_id
    usual = await tx.find(Region, default_id) if default_id is not None else None
    if usual is not None and currency in (None, usual.currency_code):
        return usual
    oldest = select(Region).where(Region.deleted_at.is_(None)).order_by(Region.id).limit(1)
    selling = oldest if currency is None else oldest.where(Region.currency_code == currency)
    region = await tx.scalar(selling) or usual or await tx.scalar(oldest)
    if region is None:
        raise NotFound("No regions found")
    return region
