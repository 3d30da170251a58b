"""The operator's answer to a request, and what the answer makes true."""

from collections.abc import Awaitable, Callable
from typing import Any

from mercato.domains.catalog.models import Product, ProductStatus
from mercato.domains.catalog.views import PRODUCT_REVIEWED
from mercato.domains.requests.commands import review_request as write_review
from mercato.domains.requests.models import Request, RequestStatus, RequestType
from mercato.domains.requests.schemas import ReviewRequest
from mercato.flows.applications import open_seller
from mercato.kernel.db import Tx
from mercato.kernel.errors import Invalid
from mercato.kernel.reader.run import rows_of

SYSTEM = "system"
"""Reviewer of what the switches of the marketplace accept by themselves."""


async def review_request(tx: Tx, id: str, data: ReviewRequest, *, reviewer_id: str) -> dict[str, Any]:
    """Accepts or rejects; everything that an acceptance makes is there when the answer is.

    Returns:
        The answer of the route: id, status, and for an acceptance what it created.

    Raises:
        Invalid: when the request is unknown or reviewed already (the contract tells them not apart).
    """
    request = await tx.find(Request, id)
    if request is None:
        raise Invalid("This request is already reviewed")
    request = await tx.lock(Request, id)
    status = RequestStatus(data.status)
    await write_review(tx, request, status, reviewer_id=reviewer_id, note=data.reviewer_note)
    answer: dict[str, Any] = {"id": request.id, "status": status.value}
    if status is RequestStatus.REJECTED:
        await _REJECTED.get(request.type, _nothing)(tx, request)
        return answer
    created = await _ACCEPTED.get(request.type, _nothing)(tx, request)
    return {**answer, "createdResourceType": request.type, "createdResource": created}


async def accept_by_system(tx: Tx, request: Request) -> None:
    """Accepts at once what needs no approval."""
    await write_review(tx, request, RequestStatus.ACCEPTED, reviewer_id=SYSTEM, note="auto accepted")
    await _ACCEPTED.get(request.type, _nothing)(tx, request)


async def _nothing(tx: Tx, request: Request) -> dict[str, Any]:
    del tx, request
    return {}


async def _open_seller(tx: Tx, request: Request) -> dict[str, Any]:
    await open_seller(tx, request.data)
    # The contract answers an empty object here; clients read the seller from its own route.
    return {}


async def _publish(tx: Tx, request: Request) -> dict[str, Any]:
    product = await tx.lock(Product, request.data["product_id"])
    product.status = ProductStatus.PUBLISHED
    await tx.flush()
    return (await rows_of(tx, PRODUCT_REVIEWED, PRODUCT_REVIEWED.default, scope={"id": product.id}))[0]


async def _send_back(tx: Tx, request: Request) -> dict[str, Any]:
    product = await tx.find(Product, request.data["product_id"])
    if product is not None:
        product.status = ProductStatus.REJECTED
        await tx.flush()
    return {}


_Effect = Callable[[Tx, Request], Awaitable[dict[str, Any]]]
_ACCEPTED: dict[str, _Effect] = {
    RequestType.SELLER: _open_seller,
    RequestType.PRODUCT: _publish,
    RequestType.PRODUCT_IMPORT: _publish,
    RequestType.PRODUCT_UPDATE: _publish,
}
_REJECTED: dict[str, _Effect] = {
    RequestType.PRODUCT: _send_back,
    RequestType.PRODUCT_IMPORT: _send_back,
    RequestType.PRODUCT_UPDATE: _send_back,
}
