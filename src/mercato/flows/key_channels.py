"""Which sales channels a publishable key opens."""

from sqlalchemy import select

from mercato.domains.channels.models import SalesChannel
from mercato.domains.identity.commands.api_keys import link_channels, lock_api_key
from mercato.domains.identity.models import ApiKey, ApiKeyType
from mercato.domains.identity.schemas import ChangeKeyChannels
from mercato.kernel.db import Tx
from mercato.kernel.errors import Invalid


async def change_key_channels(tx: Tx, id: str, data: ChangeKeyChannels) -> ApiKey:
    """Opens and closes channels for a key.

    Raises:
        NotFound: for an unknown key.
        Invalid: for a secret key, or channels that do not exist.
    """
    add, remove = data.add or [], data.remove or []
    key = await lock_api_key(tx, id)
    if key.type is not ApiKeyType.PUBLISHABLE:
        raise Invalid("Sales channels can only be associated with publishable API keys")
    query = select(SalesChannel.id).where(SalesChannel.id.in_(add), SalesChannel.deleted_at.is_(None))
    known = set(await tx.scalars(query)) if add else set[str]()
    unknown = [channel for channel in dict.fromkeys(add) if channel not in known]
    if unknown:
        raise Invalid(f"Sales channels with IDs {', '.join(unknown)} do not exist")
    await link_channels(tx, key, add=add, remove=remove)
    return key
