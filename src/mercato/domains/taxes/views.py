"""What tax settings show."""

from mercato.domains.taxes.models import TaxProvider, TaxRate, TaxRegion
from mercato.kernel.reader.view import Filters, View

_DATES = "created_at updated_at deleted_at"


TAX_REGION = View(
    TaxRegion,
    one="tax_region",
    many="tax_regions",
    default=f"id country_code province_code parent_id provider_id created_by {_DATES} metadata *children "
    "*children.tax_rates *children.tax_rates.rules *parent *tax_rates *tax_rates.rules",
    limit=20,
    search="country_code province_code",
    missing="Tax region with id: {id} was not found",
    filters=Filters(
        plain="id created_by", operator="country_code province_code parent_id", dates=_DATES, q=True, logic=True
    ),
)
TAX_RATE = View(
    TaxRate,
    one="tax_rate",
    many="tax_rates",
    default=f"id name code rate tax_region_id is_default is_combinable created_by {_DATES} metadata *tax_region *rules",
    limit=20,
    search="name code",
    missing="Tax rate with id: {id} was not found",
    filters=Filters(operator="tax_region_id", boolean="is_default", dates=_DATES, q=True, logic=True),
)
TAX_PROVIDER = View(
    TaxProvider,
    one="tax_provider",
    many="tax_providers",
    default="id is_enabled",
    limit=20,
    missing="Tax provider with id: {id} was not found",
    filters=Filters(plain="id", boolean="is_enabled", logic=True),
)
