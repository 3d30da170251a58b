"""What happens to orders."""

from mercato.kernel.events.event import Event


class OrderPlaced(Event, name="order.placed"):
    """The orders of one purchase were made."""

    order_ids: list[str]


class OrderSetPlaced(Event, name="order_set.placed"):
    """A purchase was made."""

    id: str


class OrderCompleted(Event, name="order.completed"):
    """An order was declared done."""

    id: str


class OrderCanceled(Event, name="order.canceled"):
    """An order was called off."""

    id: str


class OrderFulfillmentCreated(Event, name="order.fulfillment_created"):
    """Goods of an order were packed."""

    order_id: str
    fulfillment_id: str
    no_notification: bool | None


class OrderFulfillmentCanceled(Event, name="order.fulfillment_canceled"):
    """A parcel was unpacked again."""

    order_id: str
    fulfillment_id: str
    no_notification: bool | None


class ShipmentCreated(Event, name="shipment.created"):
    """A parcel was handed over."""

    id: str
    no_notification: bool | None


class DeliveryCreated(Event, name="delivery.created"):
    """A parcel arrived."""

    id: str
