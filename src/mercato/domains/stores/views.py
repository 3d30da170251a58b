"""What the store shows."""

from mercato.domains.stores.models import Store
from mercato.kernel.reader.view import Filters, View

_DEFAULTS = "default_sales_channel_id default_region_id default_location_id metadata created_at updated_at"

ADMIN_STORE = View(
    Store,
    one="store",
    many="stores",
    default=f"id name *supported_currencies *supported_currencies.currency {_DEFAULTS}",
    search="name supported_currencies.currency_code",
    missing="Store with id: {id} was not found",
    filters=Filters(plain="id name", q=True, logic=True),
)
VENDOR_STORE = View(
    Store,
    one="store",
    many="stores",
    default="id name supported_currencies.id supported_currencies.is_default supported_currencies.currency_code "
    + _DEFAULTS,
    missing="Store with id: {id} was not found",
)
