"""Questions about sales channels."""

from collections.abc import Iterable

from sqlalchemy import select

from mercato.domains.channels.models import SalesChannel
from mercato.kernel.db import Tx
from mercato.kernel.errors import NotFound


async def missing_channels(tx: Tx, ids: Iterable[str]) -> list[str]:
    """Those of the ids that no living channel has, each once, in the order given."""
    wanted = list(dict.fromkeys(ids))
    if not wanted:
        return []
    query = select(SalesChannel.id).where(SalesChannel.id.in_(wanted), SalesChannel.deleted_at.is_(None))
    known = set(await tx.scalars(query))
    return [id for id in wanted if id not in known]


async def require_channels(tx: Tx, ids: Iterable[str]) -> None:
    """Checks that every channel exists.

    Raises:
        NotFound: naming those that do not.
    """
    missing = await missing_channels(tx, ids)
    if missing:
        raise NotFound(f"Sales channels with ids: {', '.join(missing)} were not found")
