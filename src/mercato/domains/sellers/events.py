"""What happens to sellers."""

from mercato.kernel.events.event import Event


class SellerCreated(Event, name="seller.created"):
    """A seller opened on the marketplace."""

    id: str


class SellerStatusChanged(Event, name="seller.store_status_changed"):
    """The operator opened, closed or suspended a seller."""

    id: str
    store_status: str
