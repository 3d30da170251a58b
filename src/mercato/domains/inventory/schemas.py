"""Bodies of the routes about stock."""

from typing import Annotated

from pydantic import Field

from mercato.kernel.http.body import Body, Nested
from mercato.kernel.http.types import Amount, Metadata, Opt, Trimmed

# Far beyond any warehouse, and far enough below 64 bits that a quantity times the parts of a kit still fits.
_MOST = 10**12
NotNegative = Annotated[int, Field(ge=0, le=_MOST)]
Positive = Annotated[int, Field(ge=1, le=_MOST)]


class Address(Nested):
    """Where a location stands."""

    address_1: str
    address_2: str | None = None
    company: str | None = None
    city: str | None = None
    country_code: str
    phone: str | None = None
    postal_code: str | None = None
    province: str | None = None


class CreateStockLocation(Body):
    """A new place for goods."""

    name: Trimmed
    address: Opt[Address] = None
    address_id: str | None = None
    metadata: Metadata = None


class UpdateStockLocation(Body):
    """Changes of a place; of its address only what is given."""

    name: Opt[Trimmed] = None
    address: Opt[Address] = None
    address_id: str | None = None
    metadata: Metadata = None


class Links(Body):
    """Ids to link to, and to unlink from, the thing in the path."""

    add: Opt[list[str]] = None
    remove: Opt[list[str]] = None


class UpdateInventoryItem(Body):
    """Changes of an item."""

    sku: str | None = None
    hs_code: str | None = None
    weight: Amount | None = None
    length: Amount | None = None
    height: Amount | None = None
    width: Amount | None = None
    origin_country: str | None = None
    mid_code: str | None = None
    material: str | None = None
    title: str | None = None
    description: str | None = None
    requires_shipping: Opt[bool] = None
    thumbnail: str | None = None
    metadata: Metadata = None


class ItemLevel(Nested):
    """A level in the body of its item."""

    location_id: str
    stocked_quantity: Opt[NotNegative] = None
    incoming_quantity: Opt[NotNegative] = None


class CreateInventoryItem(UpdateInventoryItem):
    """A new item, stocked or not."""

    location_levels: Opt[list[ItemLevel]] = None


class CreateLevel(Body):
    """An item at one more location."""

    location_id: str
    stocked_quantity: Opt[NotNegative] = None
    incoming_quantity: Opt[NotNegative] = None


class UpdateLevel(Body):
    """A new count of what lies, or is expected, at a location."""

    stocked_quantity: Opt[NotNegative] = None
    incoming_quantity: Opt[NotNegative] = None


class SellerLevel(Nested):
    """A level as the seller panel sends it. A reserved quantity is taken note of by reservations only."""

    location_id: str
    stocked_quantity: Opt[NotNegative] = None
    reserved_quantity: Opt[NotNegative] = None


class CreateSellerLevel(Body):
    """An item of a seller at one more of its locations."""

    location_id: str
    stocked_quantity: Opt[NotNegative] = None
    reserved_quantity: Opt[NotNegative] = None


class UpdateSellerLevel(Body):
    """A new count of what lies at a location."""

    stocked_quantity: Opt[NotNegative] = None
    incoming_quantity: Opt[NotNegative] = None
    reserved_quantity: Opt[NotNegative] = None


class ChangedItemLevel(Nested):
    """A changed level in a batch of one item."""

    id: Opt[str] = None
    location_id: str
    stocked_quantity: Opt[NotNegative] = None
    incoming_quantity: Opt[NotNegative] = None


class Level(Nested):
    """A level in a batch over items."""

    inventory_item_id: str
    location_id: str
    stocked_quantity: Opt[NotNegative] = None
    incoming_quantity: Opt[NotNegative] = None


class ItemLevelBatch(Body):
    """Levels of one item, made, changed and removed together."""

    create: Opt[list[ItemLevel]] = None
    update: Opt[list[ChangedItemLevel]] = None
    delete: Opt[list[str]] = None
    force: Opt[bool] = None


class SellerItemLevelBatch(Body):
    """Levels of one item of a seller."""

    create: Opt[list[SellerLevel]] = None
    update: Opt[list[Level]] = None
    delete: Opt[list[str]] = None
    force: Opt[bool] = None


class LevelBatch(Body):
    """Levels of many items."""

    create: Opt[list[Level]] = None
    update: Opt[list[Level]] = None
    delete: Opt[list[str]] = None
    force: Opt[bool] = None


class CreateReservation(Body):
    """A quantity to be set aside by hand."""

    line_item_id: str | None = None
    location_id: str
    inventory_item_id: str
    quantity: Positive
    description: str | None = None
    metadata: Metadata = None


class UpdateReservation(Body):
    """Changes of what is set aside."""

    location_id: Opt[str] = None
    quantity: Opt[Positive] = None
    description: str | None = None
    metadata: Metadata = None


class CreateSellerReservation(Body):
    """A quantity that a seller sets aside."""

    line_item_id: str | None = None
    location_id: str
    inventory_item_id: str
    quantity: Positive
    description: str | None = None


class UpdateSellerReservation(Body):
    """Changes of what a seller has set aside."""

    location_id: Opt[str] = None
    quantity: Opt[Positive] = None
    description: str | None = None
