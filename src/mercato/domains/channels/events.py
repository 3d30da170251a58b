"""What happens to sales channels."""

from mercato.kernel.events.event import Event


class SalesChannelCreated(Event, name="sales-channel.created"):
    """A channel was opened."""

    id: str


class SalesChannelUpdated(Event, name="sales-channel.updated"):
    """A channel changed."""

    id: str


class SalesChannelDeleted(Event, name="sales-channel.deleted"):
    """A channel was closed."""

    id: str
