"""Through which sales channel a cart sells."""

from collections.abc import Sequence
from typing import Any

from mercato.domains.channels.models import SalesChannel
from mercato.domains.stores.queries import default_store
from mercato.kernel.db import Tx
from mercato.kernel.errors import Invalid


class ForeignChannel(Invalid):
    """The request names a channel that its publishable key does not open."""

    def __init__(self, id: str) -> None:
        super().__init__("Provided request body contains errors. Please check the data and retry the request")
        self.channel_id = id

    def body(self) -> dict[str, Any]:
        """The contract's form for this one."""
        problem = (
            f"Sales channel ID in payload {self.channel_id} is not associated with the Publishable API Key in the "
            "header."
        )
        return {"errors": [problem], "message": self.message}


async def channel_for(tx: Tx, wanted: str | None, key_channels: Sequence[str]) -> SalesChannel:
    """The channel of a new cart: the one asked for, else the key's only one, else the store's.

    Raises:
        Invalid: the key does not open it, it is disabled, or there is none.
    """
    if wanted is not None:
        return await channel_of_key(tx, wanted, key_channels)
    if len(key_channels) == 1:
        return await _open_channel(tx, key_channels[0])
    return await _open_channel(tx, (await default_store(tx)).default_sales_channel_id)


async def channel_of_key(tx: Tx, id: str, key_channels: Sequence[str]) -> SalesChannel:
    """A channel that the key opens and that may sell.

    Raises:
        Invalid: the key does not open it, or it is disabled.
    """
    if id not in key_channels:
        raise ForeignChannel(id)
    return await _open_channel(tx, id)


async def _open_channel(tx: Tx, id: str | None) -> SalesChannel:
    channel = await tx.find(SalesChannel, id) if id is not None else None
    if channel is None:
        raise Invalid(
            "Sales channel is required when creating a cart. Either provide a sales channel ID or set the default "
            "sales channel for the store."
        )
    if channel.is_disabled:
        raise Invalid(f"Unable to assign cart to disabled Sales Channel: {channel.name}")
    return channel
