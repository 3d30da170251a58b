"""Which rate a line pays, and how much that is. Pure arithmetic; amounts in the main unit of the order's currency."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from mercato.domains.commissions.models import RateType, RuleReference
from mercato.kernel.money import round_money

ZERO: Final = Decimal(0)


@dataclass(frozen=True, slots=True)
class Sale:
    """A line that was sold. `total` contains tax and is after discounts; `tax` is what of it is tax."""

    seller_id: str
    type_id: str | None
    category_id: str | None
    total: Decimal
    tax: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate: percent of the line, or a flat amount per line. Amounts and bounds by currency."""

    type: RateType
    percentage: Decimal | None
    include_tax: bool
    flat: Mapping[str, Decimal]
    minimum: Mapping[str, Decimal]
    maximum: Mapping[str, Decimal]


def references(sale: Sale) -> list[tuple[RuleReference, str]]:
    """What a rule may speak of to hold for this line, the most particular first: the first rule found is the one."""
    seller, kind, category = sale.seller_id, sale.type_id, sale.category_id
    found: list[tuple[RuleReference, str]] = []
    if kind:
        found.append((RuleReference.SELLER_AND_TYPE, f"{seller}+{kind}"))
    if category:
        found.append((RuleReference.SELLER_AND_CATEGORY, f"{seller}+{category}"))
    found.append((RuleReference.SELLER, seller))
    if kind:
        found.append((RuleReference.TYPE, kind))
    if category:
        found.append((RuleReference.CATEGORY, category))
    found.append((RuleReference.SITE, ""))
    return found


def commission(sale: Sale, rate: Rate) -> Decimal:
    """What the marketplace keeps of a line, rounded to the currency, half away from zero.

    Percentage: base x rate / 100 within the bounds, where base is the line's total, without its tax unless the rate
    includes tax. Flat: its amount in the line's currency, once per line whatever the quantity; none in that
    currency is zero.
    """
    if rate.type is RateType.FLAT:
        return round_money(rate.flat.get(sale.currency, ZERO), sale.currency)
    base = sale.total if rate.include_tax else sale.total - sale.tax
    value = base * (rate.percentage or ZERO) / 100
    highest = rate.maximum.get(sale.currency)
    if highest is not None:
        value = min(value, highest)
    return round_money(max(value, rate.minimum.get(sale.currency, ZERO)), sale.currency)
