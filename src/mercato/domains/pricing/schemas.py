"""Prices as request bodies send them."""

from decimal import Decimal

from mercato.kernel.http.body import StrictNested
from mercato.kernel.http.types import Amount, Opt


class PriceBody(StrictNested):
    """A new price. `rules` are conditions: attribute -> the value it must have."""

    currency_code: str
    amount: Amount
    min_quantity: Decimal | None = None
    max_quantity: Decimal | None = None
    rules: Opt[dict[str, str]] = None


class PriceChange(StrictNested):
    """A price in a full list of prices: with the id of one that exists it changes that one."""

    id: Opt[str] = None
    currency_code: Opt[str] = None
    amount: Opt[Amount] = None
    min_quantity: Decimal | None = None
    max_quantity: Decimal | None = None
    rules: Opt[dict[str, str]] = None
