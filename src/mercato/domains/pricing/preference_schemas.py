"""Bodies of price preferences."""

from mercato.kernel.http.body import Body
from mercato.kernel.http.types import Opt


class CreatePreference(Body):
    """A preference: `attribute` is `currency_code` or `region_id`, `value` says which."""

    attribute: str
    value: str
    is_tax_inclusive: Opt[bool] = None


class UpdatePreference(Body):
    """Changes of a preference."""

    attribute: Opt[str] = None
    value: Opt[str] = None
    is_tax_inclusive: Opt[bool] = None
