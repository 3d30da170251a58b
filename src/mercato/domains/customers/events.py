"""What happens to customers."""

from mercato.kernel.events.event import Event


class CustomerCreated(Event, name="customer.created"):
    """A customer came: a guest or an account."""

    id: str


class CustomerUpdated(Event, name="customer.updated"):
    """A customer's profile changed."""

    id: str


class CustomerDeleted(Event, name="customer.deleted"):
    """A customer was removed."""

    id: str
