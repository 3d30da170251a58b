"""Writing requests."""

from typing import Any

from mercato.domains.requests.events import RequestCreated, RequestReviewed
from mercato.domains.requests.models import Request, RequestStatus, RequestType
from mercato.domains.sellers.links import SellerRequest
from mercato.kernel.db import Tx


async def submit_request(
    tx: Tx,
    *,
    kind: RequestType,
    data: dict[str, Any],
    submitter_id: str,
    seller_id: str | None,
    status: RequestStatus = RequestStatus.PENDING,
) -> Request:
    """A new request; without a seller only when it is the application of one."""
    request = Request(type=kind.value, data=data, submitter_id=submitter_id, status=status)
    tx.add(request)
    if seller_id is not None:
        tx.add(SellerRequest(seller_id=seller_id, request_id=request.id))
    await tx.flush()
    if status is not RequestStatus.DRAFT:
        tx.emit(RequestCreated(id=request.id, type=request.type, seller_id=seller_id))
    return request


async def review_request(tx: Tx, request: Request, status: RequestStatus, *, reviewer_id: str, note: str) -> None:
    """Accepts or rejects a request that the caller has locked."""
    request.review(status, reviewer_id=reviewer_id, note=note)
    await tx.flush()
    tx.emit(RequestReviewed(id=request.id, type=request.type, status=request.status.value, reviewer_id=reviewer_id))
