"""Bodies of fulfilment routes."""

from typing import Annotated

from pydantic import Field

from mercato.kernel.http.body import Body, StrictNested
from mercato.kernel.http.types import NotNegative, Opt, Quantity


class PackedItem(StrictNested):
    """A line and how many pieces of it are packed."""

    id: str
    quantity: NotNegative


class PackOrder(Body):
    """A parcel to be packed at one of the seller's locations."""

    items: Annotated[list[PackedItem], Field(min_length=1)]
    requires_shipping: bool
    location_id: str


class ShippedItem(StrictNested):
    """A line and how many pieces of it are sent."""

    id: str
    quantity: Quantity


class Label(StrictNested):
    """How a parcel is followed."""

    tracking_number: str
    tracking_url: str
    label_url: str


class ShipParcel(Body):
    """A parcel is handed over; it goes whole, whatever quantities are named."""

    items: list[ShippedItem]
    labels: Opt[list[Label]] = None
