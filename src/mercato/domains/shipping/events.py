"""What happens to the words of options. Sets, zones, profiles and options themselves are quiet."""

from mercato.kernel.events.event import Event


class ShippingOptionTypeCreated(Event, name="shipping-option-type.created"):
    """New words for options."""

    id: str


class ShippingOptionTypeUpdated(Event, name="shipping-option-type.updated"):
    """Other words for options."""

    id: str


class ShippingOptionTypeDeleted(Event, name="shipping-option-type.deleted"):
    """Words that options no longer use."""

    id: str
