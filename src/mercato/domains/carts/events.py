"""What happens to carts."""

from mercato.kernel.events.event import Event


class CartCreated(Event, name="cart.created"):
    """A shopper took a cart."""

    id: str


class CartUpdated(Event, name="cart.updated"):
    """A cart's head, lines or deliveries changed."""

    id: str


class CartRegionUpdated(Event, name="cart.region_updated"):
    """A cart moved to another region."""

    id: str


class CartCustomerTransferred(Event, name="cart.customer_transferred"):
    """A guest's cart became a customer's."""

    id: str
    customer_id: str
