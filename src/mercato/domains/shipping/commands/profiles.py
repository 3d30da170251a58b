"""Profiles (what goods an option carries), the words for options, and the providers of this installation."""

from collections.abc import Iterable

from sqlalchemy import select

from mercato.domains.sellers.links import SellerShippingProfile
from mercato.domains.shipping.events import (
    ShippingOptionTypeCreated,
    ShippingOptionTypeDeleted,
    ShippingOptionTypeUpdated,
)
from mercato.domains.shipping.models import (
    FulfillmentProvider,
    ProductShippingProfile,
    ShippingOptionType,
    ShippingProfile,
)
from mercato.domains.shipping.schemas import CreateOptionType, CreateProfile, UpdateOptionType, UpdateProfile
from mercato.kernel.db import Tx
from mercato.kernel.text import merge_metadata


async def create_profile(tx: Tx, data: CreateProfile, *, seller_id: str | None = None) -> ShippingProfile:
    """A kind of goods. A seller's is named `<seller id>:<name>`: names are unique in the whole marketplace."""
    profile = ShippingProfile(name=_named(data.name, seller_id), type=data.type, metadata_=data.metadata)
    tx.add(profile)
    if seller_id is not None:
        tx.add(SellerShippingProfile(seller_id=seller_id, shipping_profile_id=profile.id))
    await tx.flush()
    return profile


async def update_profile(tx: Tx, id: str, data: UpdateProfile, *, seller_id: str | None = None) -> ShippingProfile:
    """Changes a kind of goods. A seller's keeps its prefix."""
    profile = await tx.lock(ShippingProfile, id)
    values = data.given()
    if "name" in values:
        profile.name = _named(values["name"], seller_id)
    profile.type = values.get("type", profile.type)
    if "metadata" in values:
        profile.metadata_ = merge_metadata(profile.metadata_, values["metadata"])
    await tx.flush()
    return profile


async def delete_profile(tx: Tx, id: str) -> None:
    """Takes out a kind of goods; products of the kind have none then."""
    profile = await tx.lock(ShippingProfile, id)
    products, sellers = ProductShippingProfile, SellerShippingProfile
    links = [
        *await tx.scalars(select(products).where(products.shipping_profile_id == id, products.deleted_at.is_(None))),
        *await tx.scalars(select(sellers).where(sellers.shipping_profile_id == id, sellers.deleted_at.is_(None))),
    ]
    await tx.delete(profile, *links)


async def set_product_profile(tx: Tx, product_id: str, profile_id: str | None) -> None:
    """A product is of this kind from now on, or of none."""
    link = ProductShippingProfile
    if profile_id is not None:
        await tx.require(ShippingProfile, profile_id, "shipping_profile_id")
    query = select(link).where(link.product_id == product_id, link.deleted_at.is_(None))
    former = await tx.scalar(query)
    if former is not None and former.shipping_profile_id == profile_id:
        return
    if former is not None:
        await tx.delete(former)
    if profile_id is not None:
        tx.add(link(product_id=product_id, shipping_profile_id=profile_id))
    await tx.flush()


async def create_option_type(tx: Tx, data: CreateOptionType) -> ShippingOptionType:
    """Words for options."""
    made = ShippingOptionType(**data.model_dump())
    tx.add(made)
    await tx.flush()
    tx.emit(ShippingOptionTypeCreated(id=made.id))
    return made


async def update_option_type(tx: Tx, id: str, data: UpdateOptionType) -> ShippingOptionType:
    """Other words for options."""
    found = await tx.lock(ShippingOptionType, id)
    for name, value in data.given().items():
        setattr(found, name, value)
    await tx.flush()
    tx.emit(ShippingOptionTypeUpdated(id=id))
    return found


async def delete_option_type(tx: Tx, id: str) -> None:
    """Takes words out of use."""
    await tx.delete(await tx.lock(ShippingOptionType, id))
    tx.emit(ShippingOptionTypeDeleted(id=id))


async def ensure_providers(tx: Tx, ids: Iterable[str]) -> None:
    """Rows for the providers that the program knows; those it no longer knows are switched off."""
    known = set(ids)
    rows = {row.id: row for row in await tx.scalars(select(FulfillmentProvider))}
    tx.add(*(FulfillmentProvider(id=id) for id in sorted(known - rows.keys())))
    for id, row in rows.items():
        row.is_enabled = id in known
    await tx.flush()


def _named(name: str, seller_id: str | None) -> str:
    if seller_id is None or name.startswith(f"{seller_id}:"):
        return name
    return f"{seller_id}:{name}"
