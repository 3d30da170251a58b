"""Tables of stock: what is stored, where, how much of it, and what is set aside for whom."""

from decimal import Decimal

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from mercato.kernel.db import HasMetadata, Record, index_live, unique_live


class StockLocationAddress(HasMetadata, Record, prefix="laddr"):
    """Where a stock location stands."""

    __tablename__ = "stock_location_address"

    address_1: Mapped[str]
    address_2: Mapped[str | None]
    company: Mapped[str | None]
    city: Mapped[str | None]
    country_code: Mapped[str]
    phone: Mapped[str | None]
    province: Mapped[str | None]
    postal_code: Mapped[str | None]


class StockLocation(HasMetadata, Record, prefix="sloc"):
    """A place where goods lie: of the operator, or of a seller."""

    __tablename__ = "stock_location"
    __table_args__ = (index_live("stock_location", "address_id"),)

    name: Mapped[str]
    address_id: Mapped[str | None] = mapped_column(ForeignKey("stock_location_address.id"))


class InventoryItem(HasMetadata, Record, prefix="iitem"):
    """A thing that is counted. A variant sells one or several of them."""

    __tablename__ = "inventory_item"
    __table_args__ = (unique_live("inventory_item", "sku"),)

    sku: Mapped[str | None]
    origin_country: Mapped[str | None]
    hs_code: Mapped[str | None]
    mid_code: Mapped[str | None]
    material: Mapped[str | None]
    weight: Mapped[Decimal | None]
    length: Mapped[Decimal | None]
    height: Mapped[Decimal | None]
    width: Mapped[Decimal | None]
    requires_shipping: Mapped[bool] = mapped_column(default=True)
    description: Mapped[str | None]
    title: Mapped[str | None]
    thumbnail: Mapped[str | None]


class InventoryLevel(HasMetadata, Record, prefix="ilev"):
    """How much of an item lies at a location, and how much of that is promised. Moved by SQL expressions only."""

    __tablename__ = "inventory_level"
    __table_args__ = (
        unique_live("inventory_level", "inventory_item_id", "location_id"),
        index_live("inventory_level", "location_id"),
    )

    inventory_item_id: Mapped[str] = mapped_column(ForeignKey("inventory_item.id"))
    location_id: Mapped[str] = mapped_column(ForeignKey("stock_location.id"))
    stocked_quantity: Mapped[int] = mapped_column(default=0)
    reserved_quantity: Mapped[int] = mapped_column(default=0)
    incoming_quantity: Mapped[int] = mapped_column(default=0)


class ReservationItem(HasMetadata, Record, prefix="resitem"):
    """A quantity of an item set aside at a location: for a line of an order, or by hand."""

    __tablename__ = "reservation_item"
    __table_args__ = (
        index_live("reservation_item", "line_item_id"),
        index_live("reservation_item", "inventory_item_id"),
        index_live("reservation_item", "location_id"),
    )

    line_item_id: Mapped[str | None]
    inventory_item_id: Mapped[str] = mapped_column(ForeignKey("inventory_item.id"))
    location_id: Mapped[str] = mapped_column(ForeignKey("stock_location.id"))
    quantity: Mapped[int]
    allow_backorder: Mapped[bool] = mapped_column(default=False)
    external_id: Mapped[str | None]
    description: Mapped[str | None]
    created_by: Mapped[str | None]


class ProductVariantInventoryItem(Record, prefix="pvitem"):
    """Of which items, and how many of each, one piece of a variant consists."""

    __tablename__ = "product_variant_inventory_item"
    __table_args__ = (
        unique_live("product_variant_inventory_item", "variant_id", "inventory_item_id"),
        index_live("product_variant_inventory_item", "inventory_item_id"),
    )

    variant_id: Mapped[str]
    inventory_item_id: Mapped[str] = mapped_column(ForeignKey("inventory_item.id"))
    required_quantity: Mapped[int] = mapped_column(default=1)


class SalesChannelStockLocation(Record, prefix="scloc"):
    """From which locations a sales channel sells."""

    __tablename__ = "sales_channel_stock_location"
    __table_args__ = (
        unique_live("sales_channel_stock_location", "sales_channel_id", "stock_location_id"),
        index_live("sales_channel_stock_location", "stock_location_id"),
    )

    sales_channel_id: Mapped[str]
    stock_location_id: Mapped[str] = mapped_column(ForeignKey("stock_location.id"))
