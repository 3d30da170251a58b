"""Writing sales channels."""

from mercato.domains.channels.events import SalesChannelCreated, SalesChannelDeleted, SalesChannelUpdated
from mercato.domains.channels.models import SalesChannel
from mercato.domains.channels.schemas import CreateChannel, UpdateChannel
from mercato.kernel.db import Tx
from mercato.kernel.errors import NotFound
from mercato.kernel.text import merge_metadata


async def create_channel(tx: Tx, data: CreateChannel) -> SalesChannel:
    """A new channel. Names need not be unique."""
    channel = SalesChannel(
        name=data.name,
        description=data.description,
        is_disabled=data.is_disabled or False,
        metadata_=data.metadata,
    )
    tx.add(channel)
    await tx.flush()
    tx.emit(SalesChannelCreated(id=channel.id))
    return channel


async def update_channel(tx: Tx, id: str, data: UpdateChannel) -> SalesChannel:
    """Changes what was sent.

    Raises:
        NotFound: for an unknown channel.
    """
    channel = await lock_channel(tx, id)
    values = data.given()
    if "metadata" in values:
        channel.metadata_ = merge_metadata(channel.metadata_, values.pop("metadata"))
    for field, value in values.items():
        setattr(channel, field, value)
    await tx.flush()
    tx.emit(SalesChannelUpdated(id=id))
    return channel


async def delete_channel(tx: Tx, id: str) -> bool:
    """Closes a channel. False when there was none. The flow unlinks what was tied to it."""
    channel = await tx.find(SalesChannel, id)
    if channel is None:
        return False
    await tx.delete(channel)
    tx.emit(SalesChannelDeleted(id=id))
    return True


async def lock_channel(tx: Tx, id: str) -> SalesChannel:
    """A channel that is about to change.

    Raises:
        NotFound: in the words of the contract.
    """
    try:
        return await tx.lock(SalesChannel, id)
    except NotFound:
        raise NotFound(f'Sales channel with id "{id}" not found') from None
