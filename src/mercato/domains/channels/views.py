"""What sales channels show."""

from mercato.domains.channels.models import SalesChannel
from mercato.kernel.reader.view import Filters, View

_FIELDS = "id name description is_disabled created_at updated_at deleted_at metadata"

ADMIN_CHANNEL = View(
    SalesChannel,
    one="sales_channel",
    many="sales_channels",
    default=_FIELDS,
    limit=20,
    search="name description",
    missing="Sales channel with id: {id} not found",
    filters=Filters(
        plain="id name description",
        boolean="is_disabled",
        dates="created_at updated_at deleted_at",
        paths={"location_id": "stock_locations.id", "publishable_key_id": "publishable_api_keys.id"},
        q=True,
        logic=True,
    ),
)
VENDOR_CHANNEL = View(
    SalesChannel,
    one="sales_channel",
    many="sales_channels",
    default=_FIELDS,
    # The marketplace's keys, and what others sell, are not a seller's business.
    restricted="publishable_api_keys stock_locations products products_link",
    missing="Sales channel with id: {id} not found",
)
