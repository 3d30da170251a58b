"""Bodies of the store."""

from mercato.kernel.http.body import Body, StrictNested
from mercato.kernel.http.types import Metadata, Opt


class SupportedCurrency(StrictNested):
    """A currency to sell in. `is_tax_inclusive` becomes the currency's price preference."""

    currency_code: str
    is_default: Opt[bool] = None
    is_tax_inclusive: Opt[bool] = None


class UpdateStore(Body):
    """Changes of the store. Currencies that are given take the place of all former ones."""

    name: Opt[str] = None
    supported_currencies: Opt[list[SupportedCurrency]] = None
    default_sales_channel_id: str | None = None
    default_region_id: str | None = None
    default_location_id: str | None = None
    metadata: Metadata = None
