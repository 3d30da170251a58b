"""Bodies of sales channels."""

from mercato.kernel.http.body import Body
from mercato.kernel.http.types import Metadata, Opt


class CreateChannel(Body):
    """A new channel."""

    name: str
    description: str | None = None
    is_disabled: Opt[bool] = None
    metadata: Metadata = None


class UpdateChannel(Body):
    """Changes of a channel."""

    name: Opt[str] = None
    description: str | None = None
    is_disabled: Opt[bool] = None
    metadata: Metadata = None


class ChannelProducts(Body):
    """Products to offer in a channel, and products to take out of it."""

    add: Opt[list[str]] = None
    remove: Opt[list[str]] = None
