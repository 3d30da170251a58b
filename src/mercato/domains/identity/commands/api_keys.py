"""Writing API keys."""

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal
from typing import Final

from sqlalchemy import select

from mercato.domains.identity.models import ApiKey, ApiKeyType, PublishableApiKeySalesChannel
from mercato.domains.identity.queries import find_key_links
from mercato.domains.identity.schemas import CreateApiKey, RevokeApiKey, UpdateApiKey
from mercato.kernel.auth.secret_keys import PUBLISHABLE, SECRET, key_hash, new_key, redacted
from mercato.kernel.db import Tx
from mercato.kernel.errors import Invalid, NotAllowed, NotFound

_FAR: Final = Decimal(100 * 365 * 86_400)


async def create_api_key(tx: Tx, data: CreateApiKey, *, created_by: str) -> tuple[ApiKey, str]:
    """A new key, and its token: of a secret key nobody sees it again."""
    token = new_key(SECRET if data.type is ApiKeyType.SECRET else PUBLISHABLE)
    key = ApiKey(
        title=data.title,
        type=data.type,
        token="" if data.type is ApiKeyType.SECRET else token,
        token_hash=key_hash(token),
        redacted=redacted(token),
        created_by=created_by,
    )
    tx.add(key)
    await tx.flush()
    return key, token


async def update_api_key(tx: Tx, id: str, data: UpdateApiKey) -> ApiKey:
    """A new title, also for a revoked key.

    Raises:
        NotFound: for an unknown key.
    """
    key = await lock_api_key(tx, id)
    key.title = data.title
    await tx.flush()
    return key


async def revoke_api_key(tx: Tx, id: str, data: RevokeApiKey, *, revoked_by: str) -> ApiKey:
    """Ends a key now or later. A publishable key may be revoked again, a secret one only before it has ended.

    Raises:
        NotFound: for an unknown key.
        Invalid: for a secret key that has ended.
    """
    key = await lock_api_key(tx, id)
    if key.type is ApiKeyType.SECRET and key.revoked_at is not None and key.revoked_at <= tx.now:
        raise Invalid("There are 1 secret keys that are already revoked.")
    seconds = min(max(data.revoke_in or Decimal(0), Decimal(0)), _FAR)
    key.revoked_at = tx.now + timedelta(seconds=float(seconds))
    key.revoked_by = revoked_by
    await tx.flush()
    return key


async def delete_api_key(tx: Tx, id: str) -> None:
    """Removes a revoked key; one that is gone already is no error.

    Raises:
        NotAllowed: for a key that still works.
    """
    key = await tx.find(ApiKey, id)
    if key is None:
        return
    if key.revoked_at is None or key.revoked_at > tx.now:
        raise NotAllowed(f"Cannot delete api keys that are not revoked - {id}")
    await tx.delete(key, *await tx.scalars(find_key_links([id])))


async def link_channels(tx: Tx, key: ApiKey, *, add: Sequence[str], remove: Sequence[str]) -> None:
    """Opens and closes sales channels for a locked publishable key. The caller knows that the channels exist."""
    await tx.delete(*await tx.scalars(find_key_links([key.id], remove)))
    linked = {link.sales_channel_id for link in await tx.scalars(find_key_links([key.id], add))}
    for channel in dict.fromkeys(add):
        if channel not in linked:
            tx.add(PublishableApiKeySalesChannel(publishable_key_id=key.id, sales_channel_id=channel))
    await tx.flush()


async def unlink_channel(tx: Tx, channel_id: str) -> None:
    """Closes a sales channel that goes away for every key."""
    link = PublishableApiKeySalesChannel
    query = select(link).where(link.sales_channel_id == channel_id, link.deleted_at.is_(None))
    await tx.delete(*await tx.scalars(query))


async def lock_api_key(tx: Tx, id: str) -> ApiKey:
    """A key that is about to change.

    Raises:
        NotFound: in the words of the contract.
    """
    try:
        return await tx.lock(ApiKey, id)
    except NotFound:
        raise NotFound(f'API Key with id "{id}" not found') from None
