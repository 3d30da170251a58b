"""Bodies of regions."""

from mercato.kernel.http.body import Body
from mercato.kernel.http.types import Metadata, Opt


class CreateRegion(Body):
    """A new region. `is_tax_inclusive` becomes the region's price preference."""

    name: str
    currency_code: str
    countries: Opt[list[str]] = None
    automatic_taxes: Opt[bool] = None
    is_tax_inclusive: Opt[bool] = None
    payment_providers: Opt[list[str]] = None
    metadata: Metadata = None


class UpdateRegion(Body):
    """Changes of a region. Countries and providers that are given take the place of all former ones."""

    name: Opt[str] = None
    currency_code: Opt[str] = None
    countries: Opt[list[str]] = None
    automatic_taxes: Opt[bool] = None
    is_tax_inclusive: Opt[bool] = None
    payment_providers: Opt[list[str]] = None
    metadata: Metadata = None
