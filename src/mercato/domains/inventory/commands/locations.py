"""Stock locations: made, changed, closed, opened to sales channels."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from mercato.domains.inventory.models import (
    InventoryLevel,
    SalesChannelStockLocation,
    StockLocation,
    StockLocationAddress,
)
from mercato.domains.inventory.schemas import Address, CreateStockLocation, UpdateStockLocation
from mercato.domains.sellers.links import SellerStockLocation
from mercato.kernel.db import Tx
from mercato.kernel.errors import NotAllowed, NotFound
from mercato.kernel.text import merge_metadata


async def create_stock_location(tx: Tx, data: CreateStockLocation, *, seller_id: str | None = None) -> StockLocation:
    """A new place for goods; with a seller it is the seller's."""
    location = StockLocation(name=data.name, metadata_=data.metadata)
    await _require_own_address(tx, seller_id, data.address_id)
    await _give_address(tx, location, data.given())
    tx.add(location)
    if seller_id is not None:
        tx.add(SellerStockLocation(seller_id=seller_id, stock_location_id=location.id))
    await tx.flush()
    return location


async def update_stock_location(
    tx: Tx, id: str, data: UpdateStockLocation, *, seller_id: str | None = None
) -> StockLocation:
    """Changes a place. Of its address only what is given changes; a place without address gets one."""
    await _require_own_address(tx, seller_id, data.address_id)
    location = await lock_location(tx, id)
    values = data.given()
    location.name = values.get("name", location.name)
    if "metadata" in values:
        location.metadata_ = merge_metadata(location.metadata_, values["metadata"])
    await _give_address(tx, location, values)
    await tx.flush()
    return location


async def delete_stock_location(tx: Tx, id: str) -> None:
    """Closes a place: what is tied to it goes with it.

    Raises:
        NotAllowed: while goods lie there, or are promised from there.
    """
    location = await lock_location(tx, id)
    level = InventoryLevel
    query = select(level).where(level.location_id == id, level.deleted_at.is_(None)).order_by(level.id)
    levels = await tx.lock_rows(query)
    if any(level.stocked_quantity > 0 or level.reserved_quantity > 0 for level in levels):
        raise NotAllowed(
            f"Cannot delete Stock Location {id} because there are stocked items or reservations at the location"
        )
    links = [
        *await tx.scalars(_links_of(SalesChannelStockLocation, id)),
        *await tx.scalars(_links_of(SellerStockLocation, id)),
    ]
    address = await tx.find(StockLocationAddress, location.address_id) if location.address_id else None
    shared = address is not None and await _address_in_use(tx, address.id, besides=id)
    await tx.delete(location, *levels, *links, *([] if address is None or shared else [address]))


async def set_sales_channels(tx: Tx, id: str, *, add: Sequence[str], remove: Sequence[str]) -> None:
    """Opens a location to sales channels and closes it to others. The ids to add are known to exist."""
    await lock_location(tx, id)
    links = {link.sales_channel_id: link for link in await tx.scalars(_links_of(SalesChannelStockLocation, id))}
    await tx.delete(*(links[channel] for channel in dict.fromkeys(remove) if channel in links))
    wanted = [channel for channel in dict.fromkeys(add) if channel not in links or channel in remove]
    tx.add(*(SalesChannelStockLocation(sales_channel_id=channel, stock_location_id=id) for channel in wanted))
    await tx.flush()


async def lock_location(tx: Tx, id: str) -> StockLocation:
    """The location, locked.

    Raises:
        NotFound: when there is none.
    """
    return await tx.lock(StockLocation, id)


async def _require_own_address(tx: Tx, seller_id: str | None, address_id: str | None) -> None:
    """A seller's places may share the address of another of its places, and no other's."""
    if seller_id is None or address_id is None:
        return
    query = (
        select(StockLocation.id)
        .join(SellerStockLocation, SellerStockLocation.stock_location_id == StockLocation.id)
        .where(StockLocation.address_id == address_id, SellerStockLocation.seller_id == seller_id)
        .where(StockLocation.deleted_at.is_(None), SellerStockLocation.deleted_at.is_(None))
    )
    if await tx.scalar(query) is None:
        raise NotFound(f"You tried to set relationship address_id: {address_id}, but such entity does not exist")


async def _give_address(tx: Tx, location: StockLocation, values: dict[str, Any]) -> None:
    given: Address | None = values.get("address")
    if given is None:
        if "address_id" in values:
            if values["address_id"] is not None:
                await tx.require(StockLocationAddress, values["address_id"], "address_id")
            location.address_id = values["address_id"]
        return
    address = await tx.find(StockLocationAddress, location.address_id) if location.address_id else None
    if address is None:
        address = StockLocationAddress(**given.model_dump())
        tx.add(address)
        await tx.flush()
        location.address_id = address.id
        return
    for name, value in given.given().items():
        setattr(address, name, value)


async def _address_in_use(tx: Tx, address_id: str, *, besides: str) -> bool:
    query = select(StockLocation.id).where(
        StockLocation.address_id == address_id, StockLocation.id != besides, StockLocation.deleted_at.is_(None)
    )
    return await tx.scalar(query) is not None


def _links_of(link: Any, location_id: str) -> Any:
    return select(link).where(link.stock_location_id == location_id, link.deleted_at.is_(None)).order_by(link.id)
