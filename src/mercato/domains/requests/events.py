"""What happens to requests."""

from mercato.kernel.events.event import Event


class RequestCreated(Event, name="requests.created"):
    """A seller, or an applicant, asks the operator for something."""

    id: str
    type: str
    seller_id: str | None


class RequestReviewed(Event, name="requests.reviewed"):
    """The operator, or the system for him, accepted or rejected a request."""

    id: str
    type: str
    status: str
    reviewer_id: str
