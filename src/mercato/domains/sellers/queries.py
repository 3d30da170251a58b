"""Questions about sellers and what is theirs."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import func, select

from mercato.domains.sellers.models import Seller, SellerOnboarding
from mercato.kernel.db import Record, Tx
from mercato.kernel.errors import Forbidden, NotFound

OWNER_COLUMNS = {"id", "created_at", "updated_at", "deleted_at", "seller_id"}


def owned_column(link: type[Record]) -> Any:
    """The column of a seller link that names the thing owned (`product_id` of SellerProduct)."""
    name = next(column.name for column in link.__table__.columns if column.name not in OWNER_COLUMNS)
    return getattr(link, name)


async def require_owned(tx: Tx, link: type[Record], seller_id: str, ids: str | Sequence[str]) -> None:
    """Refuses ids that are not the seller's; unknown ids are refused alike, so nothing leaks.

    Raises:
        Forbidden: when any of the ids is not linked to the seller.
    """
    wanted = {ids} if isinstance(ids, str) else set(ids)
    column = owned_column(link)
    query = select(func.count()).where(
        column.in_(sorted(wanted)), _seller_column(link) == seller_id, link.deleted_at.is_(None)
    )
    if wanted and await tx.scalar(query) != len(wanted):
        raise Forbidden()


async def owns_any(tx: Tx, link: type[Record], seller_id: str) -> bool:
    """Whether a seller owns anything of one kind."""
    query = select(owned_column(link)).where(_seller_column(link) == seller_id, link.deleted_at.is_(None))
    return await tx.scalar(query.limit(1)) is not None


async def owners(tx: Tx, link: type[Record], ids: Iterable[str]) -> dict[str, str]:
    """Thing id -> seller id, for those that have a seller. The operator's own things are absent."""
    column, wanted = owned_column(link), sorted(set(ids))
    if not wanted:
        return {}
    query = select(column, _seller_column(link)).where(column.in_(wanted), link.deleted_at.is_(None))
    return {row[0]: row[1] for row in await tx.rows(query)}


async def get_seller_by_handle(tx: Tx, handle: str) -> Seller:
    """The living seller of a handle.

    Raises:
        NotFound: when there is none.
    """
    seller = await tx.scalar(select(Seller).where(Seller.handle == handle, Seller.deleted_at.is_(None)))
    if seller is None:
        raise NotFound(f"Seller with handle: {handle} was not found")
    return seller


async def find_onboarding(tx: Tx, seller_id: str) -> SellerOnboarding | None:
    """The seller's checklist, if it has one yet."""
    query = select(SellerOnboarding).where(
        SellerOnboarding.seller_id == seller_id, SellerOnboarding.deleted_at.is_(None)
    )
    return await tx.scalar(query)


def _seller_column(link: type[Record]) -> Any:
    return link.__table__.c.seller_id
