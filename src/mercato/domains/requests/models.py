"""The table of requests."""

from enum import StrEnum
from typing import Any

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from mercato.kernel.db import Record, index_live
from mercato.kernel.errors import Invalid


class RequestType(StrEnum):
    """What a request asks for."""

    SELLER = "seller"
    PRODUCT = "product"
    PRODUCT_IMPORT = "product_import"
    PRODUCT_UPDATE = "product_update"
    PRODUCT_CATEGORY = "product_category"
    PRODUCT_COLLECTION = "product_collection"
    PRODUCT_COLLECTION_UPDATE = "product_collection_update"
    PRODUCT_TYPE = "product_type"
    PRODUCT_TAG = "product_tag"
    REVIEW_REMOVE = "review_remove"


class RequestStatus(StrEnum):
    """Where a request stands."""

    DRAFT = "draft"
    PENDING = "pending"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class ShownStatus(StrEnum):
    """What a list can be narrowed to. Drafts are the seller's own business until it submits them."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    PENDING = "pending"


NEXT: dict[RequestStatus, frozenset[RequestStatus]] = {
    RequestStatus.DRAFT: frozenset({RequestStatus.PENDING}),
    RequestStatus.PENDING: frozenset({RequestStatus.ACCEPTED, RequestStatus.REJECTED}),
    RequestStatus.ACCEPTED: frozenset(),
    RequestStatus.REJECTED: frozenset(),
}


class Request(Record, prefix="req"):
    """One request. `submitter_id` is a member, or for an application the provider identity of the applicant."""

    __tablename__ = "request"
    __table_args__ = (
        index_live("request", "type", "submitter_id"),
        Index("ix_request_created_at_id", "created_at", "id"),
    )

    type: Mapped[str]
    data: Mapped[dict[str, Any]]
    submitter_id: Mapped[str]
    reviewer_id: Mapped[str | None]
    reviewer_note: Mapped[str | None]
    status: Mapped[RequestStatus] = mapped_column(default=RequestStatus.PENDING)

    def review(self, status: RequestStatus, *, reviewer_id: str, note: str) -> None:
        """Accepts or rejects.

        Raises:
            Invalid: when the request is not pending.
        """
        if status not in NEXT[self.status]:
            raise Invalid("This request is already reviewed")
        self.status = status
        self.reviewer_id = reviewer_id
        self.reviewer_note = note
