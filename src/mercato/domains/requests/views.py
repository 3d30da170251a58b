"""What a request shows."""

from mercato.domains.requests.models import Request, RequestType, ShownStatus
from mercato.kernel.reader.view import Filters, View

_FIELDS = "id type data submitter_id reviewer_id reviewer_note status created_at updated_at"

ADMIN_REQUEST = View(
    Request,
    one="request",
    many="requests",
    default=f"{_FIELDS} *seller seller.onboarding.id",
    order="-created_at",
    search="data.title data.name data.seller.name seller.name",
    missing="Request with id: {id} was not found",
    filters=Filters(
        enum={"type": RequestType, "status": ShownStatus},
        paths={"seller_id": "seller.id"},
        dates="created_at",
        q=True,
    ),
)
VENDOR_REQUEST = View(
    Request,
    one="request",
    many="requests",
    default=_FIELDS,
    # The sellers' panel asks for everything, which is what it gets anyway.
    tolerated="*",
    missing="Request with id: {id} was not found",
    filters=Filters(enum={"type": RequestType, "status": ShownStatus}),
)
