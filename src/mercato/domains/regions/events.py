"""What happens to regions."""

from mercato.kernel.events.event import Event


class RegionCreated(Event, name="region.created"):
    """A region was opened."""

    id: str


class RegionUpdated(Event, name="region.updated"):
    """A region changed."""

    id: str


class RegionDeleted(Event, name="region.deleted"):
    """A region was closed."""

    id: str
