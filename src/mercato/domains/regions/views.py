"""What regions and currencies show."""

from mercato.domains.regions.models import Currency, Region
from mercato.kernel.reader.view import Filters, View

_STORE_FIELDS = "id name currency_code created_at updated_at deleted_at metadata *countries"
_FIELDS = f"{_STORE_FIELDS} automatic_taxes"
_CURRENCY_FIELDS = "code name symbol symbol_native decimal_digits rounding"
_CURRENCY_FILTERS = Filters(plain="code", q=True, logic=True)

ADMIN_REGION = View(
    Region,
    one="region",
    many="regions",
    default=_FIELDS,
    search="name currency_code",
    missing="Region with id: {id} not found",
    filters=Filters(plain="id currency_code name", dates="created_at updated_at deleted_at", q=True, logic=True),
)
STORE_REGION = View(
    Region,
    one="region",
    many="regions",
    default=_STORE_FIELDS,
    restricted="order orders",
    search="name currency_code",
    missing="Region with id: {id} was not found",
    filters=Filters(plain="id currency_code name", q=True, logic=True),
)
VENDOR_REGION = View(Region, one="region", many="regions", default=_FIELDS, missing="Region id not found: {id}")

ADMIN_CURRENCY = View(
    Currency,
    one="currency",
    many="currencies",
    default=_CURRENCY_FIELDS,
    limit=200,
    search="code name",
    filters=_CURRENCY_FILTERS,
    key="code",
)
STORE_CURRENCY = View(
    Currency,
    one="currency",
    many="currencies",
    default=_CURRENCY_FIELDS,
    restricted="order orders",
    search="code name",
    filters=_CURRENCY_FILTERS,
    key="code",
)
