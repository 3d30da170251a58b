"""What the operator has to approve of a seller's products, and what a change of status means for open requests."""

from sqlalchemy import select

from mercato.domains.catalog.commands import products
from mercato.domains.catalog.models import Product, ProductStatus
from mercato.domains.configuration.models import RuleType
from mercato.domains.configuration.queries import rules
from mercato.domains.requests.commands import review_request, submit_request
from mercato.domains.requests.models import Request, RequestStatus, RequestType
from mercato.flows.products.update_schemas import ChangedVariant
from mercato.flows.review_request import SYSTEM, accept_by_system
from mercato.kernel.db import Tx
from mercato.kernel.errors import NotAllowed

_UNSEEN = (ProductStatus.DRAFT, ProductStatus.PROPOSED)
_ABOUT_PRODUCTS = (RequestType.PRODUCT, RequestType.PRODUCT_IMPORT, RequestType.PRODUCT_UPDATE)
_SETTLED = {ProductStatus.PUBLISHED: RequestStatus.ACCEPTED, ProductStatus.REJECTED: RequestStatus.REJECTED}
_NOTE = "auto"


async def review_change(tx: Tx, product: Product, *, seller_id: str, member_id: str) -> None:
    """Sends a product that shoppers may have seen back to the operator, where changes have to be approved."""
    if product.status in _UNSEEN or not await approval_required(tx):
        return
    product.status = ProductStatus.PROPOSED
    await _ask(tx, product, seller_id=seller_id, member_id=member_id)


async def review_variant_change(
    tx: Tx, product: Product, data: ChangedVariant, *, seller_id: str, member_id: str
) -> None:
    """As `review_change`; new prices alone need no approval."""
    if data.model_fields_set - {"id"} != {"prices"}:
        await review_change(tx, product, seller_id=seller_id, member_id=member_id)


async def set_seller_status(tx: Tx, product: Product, status: ProductStatus) -> None:
    """What a seller wants of a product. Publishing is the operator's where products have to be approved.

    Raises:
        NotAllowed: for publishing what has to be approved.
    """
    if status is ProductStatus.PUBLISHED and await approval_required(tx):
        raise NotAllowed("This feature is disabled!")
    await products.update_product(tx, product, status=status)


async def settle_requests(tx: Tx, product: Product, *, seller_id: str, member_id: str) -> None:
    """Brings the requests about a product in line with the status that it was given.

    A proposed product has one request that the operator can answer, or is published at once where nobody wants to.
    """
    waiting = await _requests_of(tx, product.id)
    pending = [request for request in waiting if request.status is RequestStatus.PENDING]
    if (verdict := _SETTLED.get(product.status)) is not None:
        for request in pending:
            await review_request(tx, request, verdict, reviewer_id=SYSTEM, note=_NOTE)
    if product.status is not ProductStatus.PROPOSED:
        return
    for draft in waiting:
        draft.status = RequestStatus.PENDING
    if not waiting:
        waiting = [await _ask(tx, product, seller_id=seller_id, member_id=member_id)]
    await tx.flush()
    if not await approval_required(tx):
        for request in waiting:
            await accept_by_system(tx, request)


async def approval_required(tx: Tx) -> bool:
    """Whether the operator approves what sellers publish."""
    return (await rules(tx))[RuleType.REQUIRE_PRODUCT_APPROVAL]


async def withdraw_requests(tx: Tx, product_id: str) -> None:
    """Takes out the open requests about a product that is gone."""
    await tx.delete(*await _requests_of(tx, product_id))


async def _ask(tx: Tx, product: Product, *, seller_id: str, member_id: str) -> Request:
    return await submit_request(
        tx,
        kind=RequestType.PRODUCT_UPDATE,
        data={"product_id": product.id, "title": product.title},
        submitter_id=member_id,
        seller_id=seller_id,
    )


async def _requests_of(tx: Tx, product_id: str) -> list[Request]:
    """The requests about a product that nobody has answered, locked."""
    query = select(Request).where(
        Request.type.in_(_ABOUT_PRODUCTS),
        Request.data["product_id"].as_string() == product_id,
        Request.status.in_((RequestStatus.DRAFT, RequestStatus.PENDING)),
        Request.deleted_at.is_(None),
    )
    return await tx.lock_rows(query.order_by(Request.id))
