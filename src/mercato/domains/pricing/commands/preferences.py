"""Whether prices of a currency, or of a region, contain the tax."""

from sqlalchemy import select

from mercato.domains.pricing.models import PricePreference
from mercato.domains.pricing.preference_schemas import CreatePreference, UpdatePreference
from mercato.kernel.db import Tx
from mercato.kernel.errors import NotFound


async def create_preference(tx: Tx, data: CreatePreference) -> PricePreference:
    """A preference for one value of an attribute.

    Raises:
        Invalid: when that value has one already.
    """
    preference = PricePreference(
        attribute=data.attribute, value=data.value, is_tax_inclusive=data.is_tax_inclusive or False
    )
    tx.add(preference)
    await tx.flush()
    return preference


async def update_preference(tx: Tx, id: str, data: UpdatePreference) -> PricePreference:
    """Changes what was sent.

    Raises:
        NotFound: for an unknown preference.
        Invalid: when another one is for the same value.
    """
    try:
        preference = await tx.lock(PricePreference, id)
    except NotFound:
        raise NotFound(f'Price preference with id "{id}" not found') from None
    for field, value in data.given().items():
        setattr(preference, field, value)
    await tx.flush()
    return preference


async def delete_preference(tx: Tx, id: str) -> None:
    """Removes a preference; one that is gone already is no error."""
    preference = await tx.find(PricePreference, id)
    if preference is not None:
        await tx.delete(preference)


async def set_preference(tx: Tx, attribute: str, value: str, *, is_tax_inclusive: bool) -> None:
    """The preference for a value from now on, new or changed."""
    query = select(PricePreference).where(
        PricePreference.attribute == attribute, PricePreference.value == value, PricePreference.deleted_at.is_(None)
    )
    preference = await tx.scalar(query)
    if preference is None:
        preference = PricePreference(attribute=attribute, value=value)
        tx.add(preference)
    preference.is_tax_inclusive = is_tax_inclusive
    await tx.flush()
