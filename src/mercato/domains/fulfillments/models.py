"""Tables of fulfilments."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from mercato.domains.carts.columns import PostalAddress
from mercato.kernel.db import HasMetadata, Record, index_live, unique_live


class FulfillmentAddress(PostalAddress, HasMetadata, Record, prefix="fuladdr"):
    """Where a parcel goes."""

    __tablename__ = "fulfillment_address"


class Fulfillment(HasMetadata, Record, prefix="ful"):
    """One parcel."""

    __tablename__ = "fulfillment"
    __table_args__ = (index_live("fulfillment", "location_id"), index_live("fulfillment", "shipping_option_id"))

    location_id: Mapped[str]
    packed_at: Mapped[datetime | None]
    shipped_at: Mapped[datetime | None]
    delivered_at: Mapped[datetime | None]
    canceled_at: Mapped[datetime | None]
    marked_shipped_by: Mapped[str | None]
    created_by: Mapped[str | None]
    data: Mapped[dict[str, Any] | None]
    requires_shipping: Mapped[bool] = mapped_column(default=True)
    provider_id: Mapped[str | None]
    shipping_option_id: Mapped[str | None]
    delivery_address_id: Mapped[str | None] = mapped_column(ForeignKey("fulfillment_address.id"))


class FulfillmentItem(Record, prefix="fulit"):
    """What is in a parcel; for a kit one row per inventory item."""

    __tablename__ = "fulfillment_item"
    __table_args__ = (index_live("fulfillment_item", "fulfillment_id"),)

    title: Mapped[str]
    sku: Mapped[str]
    barcode: Mapped[str]
    quantity: Mapped[int]
    line_item_id: Mapped[str | None]
    inventory_item_id: Mapped[str | None]
    fulfillment_id: Mapped[str] = mapped_column(ForeignKey("fulfillment.id"))


class FulfillmentLabel(Record, prefix="fulla"):
    """How a parcel is followed."""

    __tablename__ = "fulfillment_label"
    __table_args__ = (index_live("fulfillment_label", "fulfillment_id"),)

    tracking_number: Mapped[str]
    tracking_url: Mapped[str]
    label_url: Mapped[str]
    fulfillment_id: Mapped[str] = mapped_column(ForeignKey("fulfillment.id"))


class OrderFulfillment(Record, prefix="ordful"):
    """Whose parcel it is."""

    __tablename__ = "order_fulfillment"
    __table_args__ = (unique_live("order_fulfillment", "fulfillment_id"), index_live("order_fulfillment", "order_id"))

    order_id: Mapped[str]
    fulfillment_id: Mapped[str]
