"""Questions about stock: what lies where, and what of it is still free."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Select, and_, select, tuple_

from mercato.domains.inventory.models import (
    InventoryItem,
    InventoryLevel,
    ProductVariantInventoryItem,
    SalesChannelStockLocation,
    StockLocation,
)
from mercato.domains.inventory.rules import Free, Parts, Shortage, Want, place_all, place_what_fits, sellable
from mercato.domains.inventory.schemas import Level, LevelBatch, SellerItemLevelBatch
from mercato.domains.sellers.links import SellerInventoryItem, SellerStockLocation
from mercato.domains.sellers.queries import require_owned
from mercato.kernel.db import Tx
from mercato.kernel.errors import Forbidden, Invalid, NotAllowed, NotFound


@dataclass(frozen=True, slots=True)
class Availability:
    """What one location has free of one item of one variant. `location_id` is None when the item lies nowhere."""

    variant_id: str
    inventory_item_id: str
    required_quantity: int
    requires_shipping: bool
    location_id: str | None
    available: int
    in_channel: bool


async def find_availability(
    tx: Tx, variant_ids: Iterable[str], *, sales_channel_id: str | None = None
) -> list[Availability]:
    """Every item of the variants at every location that stocks it, in the order of links and locations.

    `in_channel` says whether the channel sells from that location; without a channel every location counts.
    A variant without items gives no rows.
    """
    wanted = sorted(set(variant_ids))
    if not wanted:
        return []
    rows = await tx.rows(_stock_of_variants(wanted))
    places = {row[2] for row in rows if row[2] is not None}
    served = await channel_locations(tx, sales_channel_id, among=places) if sales_channel_id is not None else places
    return [
        Availability(
            variant_id=link.variant_id,
            inventory_item_id=link.inventory_item_id,
            required_quantity=link.required_quantity,
            requires_shipping=ships,
            location_id=location_id,
            available=0 if location_id is None else stocked - reserved,
            in_channel=location_id in served,
        )
        for link, ships, location_id, stocked, reserved in rows
    ]


async def variant_quantities(
    tx: Tx, variant_ids: Iterable[str], *, sales_channel_id: str | None = None
) -> dict[str, int | None]:
    """How many pieces of each variant can be sold: the scarcest item decides; None for a variant without items."""
    wanted = list(variant_ids)
    free: dict[tuple[str, str, int], int] = defaultdict(int)
    for row in await find_availability(tx, wanted, sales_channel_id=sales_channel_id):
        free[row.variant_id, row.inventory_item_id, row.required_quantity] += row.available if row.in_channel else 0
    parts: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for (variant_id, _, required), available in free.items():
        parts[variant_id].append((available, required))
    return {variant_id: sellable(parts[variant_id]) for variant_id in wanted}


async def require_stock(
    tx: Tx, changed: Sequence[Want], *, others: Sequence[Want] = (), sales_channel_id: str | None
) -> None:
    """Refuses lines of a basket, all of managed variants, that the channel's locations cannot serve.

    `others` are the lines that stay as they are: they share the shelves, as far as they can still be served. One that
    cannot be served any more is told at the till, and does not keep the shopper from the rest.

    Raises:
        Invalid: a variant consists of nothing, or lies only where the channel does not sell from.
        NotAllowed: less is free than is wanted.
    """
    links = await item_links(tx, [want.variant_id for want in (*changed, *others)])
    parts = parts_of(links)
    levels = await tx.scalars(_levels_of({item for found in parts.values() for item, _ in found}))
    locations = await channel_locations(tx, sales_channel_id, among={level.location_id for level in levels})
    free = free_at([level for level in levels if level.location_id in locations], locations)
    _require_reach(changed, parts, free, sales_channel_id)
    place_what_fits(others, parts, free)
    try:
        place_all(changed, parts, free)
    except Shortage:
        raise NotAllowed("Some variant does not have the required inventory", code="insufficient_inventory") from None


def _require_reach(changed: Sequence[Want], parts: Parts, free: Free, sales_channel_id: str | None) -> None:
    stocked = {item for item, _ in free}
    for want in changed:
        if want.variant_id not in parts:
            raise Invalid(f"Variant {want.variant_id} does not have any inventory items associated with it.")
        if not want.allow_backorder and not any(item in stocked for item, _ in parts[want.variant_id]):
            raise Invalid(
                f"Sales channel {sales_channel_id} is not associated with any stock location for variant "
                f"{want.variant_id}."
            )


def free_at(levels: Iterable[InventoryLevel], location_ids: Sequence[str]) -> Free:
    """What is free at levels, in the order in which the locations are to be asked."""
    rank = {location: number for number, location in enumerate(location_ids)}
    ordered = sorted(levels, key=lambda level: rank[level.location_id])
    return {
        (level.inventory_item_id, level.location_id): level.stocked_quantity - level.reserved_quantity
        for level in ordered
    }


def parts_of(links: Mapping[str, Sequence[ProductVariantInventoryItem]]) -> Parts:
    """Variant -> its items with how many of each."""
    return {
        variant: [(link.inventory_item_id, link.required_quantity) for link in found]
        for variant, found in links.items()
    }


async def managers_of(tx: Tx, variant_ids: Iterable[str]) -> dict[str, str]:
    """Variant id -> whose locations stock it: `vendor`, `admin` or `both`. Variants that lie nowhere are absent."""
    wanted = sorted(set(variant_ids))
    link, level, place = ProductVariantInventoryItem, InventoryLevel, SellerStockLocation
    query = (
        select(link.variant_id, place.seller_id)
        .join(level, level.inventory_item_id == link.inventory_item_id)
        .outerjoin(place, and_(place.stock_location_id == level.location_id, place.deleted_at.is_(None)))
        .where(link.variant_id.in_(wanted), link.deleted_at.is_(None), level.deleted_at.is_(None))
        .distinct()
    )
    found: dict[str, set[bool]] = defaultdict(set)
    for variant_id, seller_id in await tx.rows(query) if wanted else ():
        found[variant_id].add(seller_id is not None)
    return {id: "both" if len(kinds) > 1 else "vendor" if True in kinds else "admin" for id, kinds in found.items()}


async def get_level(tx: Tx, inventory_item_id: str, location_id: str) -> InventoryLevel:
    """The level of an item at a location.

    Raises:
        NotFound: when the item is not stocked there.
    """
    level = await tx.scalar(find_levels([(inventory_item_id, location_id)]))
    if level is None:
        raise not_stocked(inventory_item_id, location_id)
    return level


def not_stocked(inventory_item_id: str, location_id: str) -> NotFound:
    """The refusal for an item that has no level at a location."""
    return NotFound(f"Item {inventory_item_id} is not stocked at location {location_id}")


def find_levels(places: Sequence[tuple[str, str]]) -> Select[InventoryLevel]:
    """The living levels of pairs of item and location, in the order in which they are to be locked."""
    place = tuple_(InventoryLevel.inventory_item_id, InventoryLevel.location_id)
    query = select(InventoryLevel).where(place.in_(sorted(set(places))), InventoryLevel.deleted_at.is_(None))
    return query.order_by(InventoryLevel.id)


async def require_locations(tx: Tx, ids: Iterable[str]) -> None:
    """Refuses ids of locations that do not exist.

    Raises:
        NotFound: naming the unknown ones.
    """
    wanted = list(dict.fromkeys(ids))
    query = select(StockLocation.id).where(StockLocation.id.in_(wanted), StockLocation.deleted_at.is_(None))
    known = set(await tx.scalars(query)) if wanted else set[str]()
    missing = [id for id in wanted if id not in known]
    if missing:
        raise NotFound(f"Stock locations with ids: {', '.join(missing)} was not found")


async def require_items(tx: Tx, ids: Iterable[str]) -> None:
    """Refuses ids of items that do not exist.

    Raises:
        NotFound: naming the unknown ones.
    """
    wanted = list(dict.fromkeys(ids))
    query = select(InventoryItem.id).where(InventoryItem.id.in_(wanted), InventoryItem.deleted_at.is_(None))
    known = set(await tx.scalars(query)) if wanted else set[str]()
    missing = [id for id in wanted if id not in known]
    if missing:
        raise NotFound(f"Inventory item with id: {', '.join(missing)} was not found")


async def item_links(tx: Tx, variant_ids: Iterable[str]) -> dict[str, list[ProductVariantInventoryItem]]:
    """Variant id -> the items it consists of. Variants without items are absent."""
    wanted = sorted(set(variant_ids))
    found: dict[str, list[ProductVariantInventoryItem]] = defaultdict(list)
    query = select(ProductVariantInventoryItem).where(
        ProductVariantInventoryItem.variant_id.in_(wanted), ProductVariantInventoryItem.deleted_at.is_(None)
    )
    for link in await tx.scalars(query.order_by(ProductVariantInventoryItem.id)) if wanted else []:
        found[link.variant_id].append(link)
    return dict(found)


async def channel_locations(tx: Tx, sales_channel_id: str | None, *, among: Iterable[str] | None = None) -> list[str]:
    """The locations from which a channel sells, in the order in which they were linked.

    A marketplace has thousands of them: `among` narrows to those that matter.
    """
    link = SalesChannelStockLocation
    query = select(link.stock_location_id).where(link.sales_channel_id == sales_channel_id, link.deleted_at.is_(None))
    if among is not None:
        query = query.where(link.stock_location_id.in_(sorted(set(among))))
    return await tx.scalars(query.order_by(link.id)) if sales_channel_id is not None else []


async def stocked_places(tx: Tx, item_ids: Iterable[str]) -> list[tuple[str, str]]:
    """Every pair of item and location where one of the items is stocked."""
    return [(level.inventory_item_id, level.location_id) for level in await tx.scalars(_levels_of(item_ids))]


def _levels_of(item_ids: Iterable[str]) -> Select[InventoryLevel]:
    level = InventoryLevel
    query = select(level).where(level.inventory_item_id.in_(sorted(set(item_ids))), level.deleted_at.is_(None))
    return query.order_by(level.id)


def _stock_of_variants(variant_ids: Sequence[str]) -> Select[ProductVariantInventoryItem, bool, str, int, int]:
    link, level = ProductVariantInventoryItem, InventoryLevel
    return (
        select(
            link, InventoryItem.requires_shipping, level.location_id, level.stocked_quantity, level.reserved_quantity
        )
        .join(InventoryItem, InventoryItem.id == link.inventory_item_id)
        .outerjoin(level, and_(level.inventory_item_id == InventoryItem.id, level.deleted_at.is_(None)))
        .where(link.variant_id.in_(variant_ids), link.deleted_at.is_(None), InventoryItem.deleted_at.is_(None))
        .order_by(link.id, level.id)
    )


async def require_own_place(tx: Tx, seller_id: str, inventory_item_id: str, location_id: str) -> None:
    """Refuses an item, or a location, that is not the seller's.

    Raises:
        Forbidden: either is somebody else's.
    """
    await require_owned(tx, SellerInventoryItem, seller_id, inventory_item_id)
    await require_owned(tx, SellerStockLocation, seller_id, location_id)


async def require_own_batch(tx: Tx, seller_id: str, batch: LevelBatch | SellerItemLevelBatch) -> None:
    """Refuses a batch that names anything that is not the seller's.

    Raises:
        NotAllowed: when any item, location or level is not.
    """
    levels = [*(batch.create or []), *(batch.update or [])]
    try:
        items = [level.inventory_item_id for level in levels if isinstance(level, Level)]
        await require_owned(tx, SellerInventoryItem, seller_id, items)
        await require_owned(tx, SellerStockLocation, seller_id, [level.location_id for level in levels])
    except Forbidden:
        raise _not_own_stock() from None
    await _require_own_levels(tx, seller_id, batch.delete or [])


async def _require_own_levels(tx: Tx, seller_id: str, ids: Iterable[str]) -> None:
    # Batches of one item name levels also by their location.
    wanted = sorted(set(ids))
    if not wanted:
        return
    level, link, place = InventoryLevel, SellerInventoryItem, SellerStockLocation
    levels = (
        select(level.id)
        .join(link, link.inventory_item_id == level.inventory_item_id)
        .where(level.id.in_(wanted), link.seller_id == seller_id)
        .where(level.deleted_at.is_(None), link.deleted_at.is_(None))
    )
    places = select(place.stock_location_id).where(
        place.stock_location_id.in_(wanted), place.seller_id == seller_id, place.deleted_at.is_(None)
    )
    if {*await tx.scalars(levels), *await tx.scalars(places)} != set(wanted):
        raise _not_own_stock()


def _not_own_stock() -> NotAllowed:
    return NotAllowed("Some of the entities do not belong to the current seller!")
