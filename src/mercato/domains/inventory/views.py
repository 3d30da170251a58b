"""What stock shows to operators and to sellers."""

from mercato.domains.inventory.models import InventoryItem, InventoryLevel, ReservationItem, StockLocation
from mercato.kernel.reader.view import Filters, View

_ADDRESS = (
    "address.id address.address_1 address.address_2 address.city address.country_code address.phone "
    "address.province address.postal_code address.metadata"
)
_SIZES = "weight length height width"
_SELLER_ITEM_FIELDS = (
    "id title description sku hs_code origin_country mid_code material weight length height width "
    "requires_shipping thumbnail metadata"
)
_ITEM_FIELDS = (
    "id sku title description thumbnail origin_country hs_code requires_shipping mid_code material "
    "weight length height width metadata reserved_quantity stocked_quantity created_at updated_at"
)
_RESERVATION_FIELDS = "id location_id inventory_item_id quantity line_item_id description"


def _of_item(fields: str) -> str:
    return " ".join(f"inventory_item.{name}" for name in fields.split())


LOCATION = View(
    StockLocation,
    one="stock_location",
    many="stock_locations",
    default=f"id name metadata created_at updated_at {_ADDRESS}",
    limit=20,
    search="name",
    missing="Stock location with id: {id} was not found",
    filters=Filters(
        plain="id name address_id",
        dates="created_at updated_at deleted_at",
        paths={"sales_channel_id": "sales_channels.id"},
        q=True,
        logic=True,
    ),
)
SELLER_LOCATION = View(
    StockLocation,
    one="stock_location",
    many="stock_locations",
    default=f"id metadata name {_ADDRESS} *fulfillment_sets *fulfillment_providers",
    limit=20,
    search="name",
    missing="Stock location with id: {id} was not found",
    filters=Filters(paths={"stock_location_id": "id"}, q=True, logic=True),
)

ITEM = View(
    InventoryItem,
    one="inventory_item",
    many="inventory_items",
    default=f"{_ITEM_FIELDS} *location_levels",
    limit=20,
    search="sku title description hs_code mid_code",
    missing="Inventory item with id: {id} was not found",
    filters=Filters(
        plain="id sku origin_country mid_code hs_code material",
        operator=_SIZES,
        boolean="requires_shipping",
        relation={"location_levels": "location_id"},
        q=True,
        logic=True,
    ),
)
SELLER_ITEM = View(
    InventoryItem,
    one="inventory_item",
    many="inventory_items",
    default=_SELLER_ITEM_FIELDS,
    search="sku title description hs_code mid_code",
    missing="Inventory item with id: {id} was not found",
    filters=Filters(paths={"inventory_item_id": "id"}, q=True, logic=True),
)
SELLER_ITEM_STOCK = View(
    InventoryItem,
    one="inventory_item",
    many="inventory_items",
    default="id stocked_quantity reserved_quantity *stock_locations *stock_locations.address",
    missing="Inventory item with id: {id} was not found",
)

LEVEL = View(
    InventoryLevel,
    one="inventory_level",
    many="inventory_levels",
    default=(
        "id inventory_item_id location_id stocked_quantity reserved_quantity incoming_quantity available_quantity "
        "metadata created_at updated_at"
    ),
    missing="Inventory level with id: {id} was not found",
    filters=Filters(plain="location_id", logic=True),
)
SELLER_LEVEL = View(
    InventoryLevel,
    one="location_level",
    many="location_levels",
    default=(
        "id inventory_item_id location_id available_quantity stocked_quantity reserved_quantity incoming_quantity "
        "*stock_locations *stock_locations.address"
    ),
    missing="Inventory level with id: {id} was not found",
    filters=Filters(plain="inventory_item_id", logic=True),
)
LEVEL_ROW = View(
    InventoryLevel,
    one="inventory_level",
    many="inventory_levels",
    default=(
        "id location_id metadata inventory_item_id created_at updated_at deleted_at stocked_quantity "
        "reserved_quantity incoming_quantity available_quantity inventory_item.id inventory_item.reserved_quantity "
        "inventory_item.stocked_quantity"
    ),
)

RESERVATION = View(
    ReservationItem,
    one="reservation",
    many="reservations",
    default=f"{_RESERVATION_FIELDS} metadata created_at updated_at {_of_item(_ITEM_FIELDS)}",
    limit=20,
    search="description inventory_item.sku inventory_item.title inventory_item.description",
    missing="Reservation with id: {id} was not found",
    filters=Filters(
        plain="location_id inventory_item_id line_item_id created_by description",
        operator="quantity",
        dates="created_at updated_at deleted_at",
        q=True,
    ),
)
SELLER_RESERVATION = View(
    ReservationItem,
    one="reservation",
    many="reservations",
    default=f"{_RESERVATION_FIELDS} created_at updated_at {_of_item(_SELLER_ITEM_FIELDS)}",
    missing="Entity not found",
    filters=Filters(plain="location_id", dates="created_at"),
)
