"""Questions about requests."""

from collections.abc import Sequence

from sqlalchemy import select

from mercato.domains.requests.models import Request, RequestStatus, RequestType
from mercato.kernel.db import Tx


async def find_request_of(
    tx: Tx, kind: RequestType, submitter_id: str, *, statuses: Sequence[RequestStatus]
) -> Request | None:
    """The newest request of a kind by a submitter that stands in one of the statuses."""
    query = select(Request).where(
        Request.type == kind,
        Request.submitter_id == submitter_id,
        Request.status.in_(statuses),
        Request.deleted_at.is_(None),
    )
    return await tx.scalar(query.order_by(Request.id.desc()))
