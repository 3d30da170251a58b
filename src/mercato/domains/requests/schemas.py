"""Bodies of requests."""

from typing import Literal

from mercato.kernel.http.body import Body


class ReviewRequest(Body):
    """The operator's answer to a request."""

    status: Literal["accepted", "rejected"]
    reviewer_note: str
