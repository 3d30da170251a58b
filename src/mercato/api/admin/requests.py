"""Requests of sellers, for the operator."""

from litestar import Router, get, post

from mercato.api.access import CurrentUser
from mercato.domains.requests.schemas import ReviewRequest
from mercato.domains.requests.views import ADMIN_REQUEST
from mercato.flows.review_request import review_request as review
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, answer, listing, show
from mercato.kernel.reader.view import Listing, Selection

# Drafts are the seller's own business until it submits them.
_SUBMITTED = {"status": {"$ne": "draft"}}


@get("/", view=ADMIN_REQUEST)
async def list_requests(tx: Tx, query: Listing) -> Answer:
    """Requests that were submitted, newest first."""
    return await listing(tx, query, scope=_SUBMITTED)


@get("/{id:str}", view=ADMIN_REQUEST)
async def get_request(tx: Tx, id: str, fields: Selection) -> Answer:
    """One request."""
    return await show(tx, fields, id)


@post("/{id:str}", status_code=200)
async def review_request(tx: Tx, id: str, data: ReviewRequest, user: CurrentUser) -> Answer:
    """Accepts or rejects a request."""
    return answer(200, **await review(tx, id, data, reviewer_id=user.id))


router = Router("/requests", route_handlers=[list_requests, get_request, review_request])
