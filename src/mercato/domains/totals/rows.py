"""What one row costs: a line or a shipping method. Each row is rounded by itself.

Sums of rows are then sums of rounded numbers, so a cart costs exactly what its orders cost together, however it is
divided. Amounts are in the main unit; rates are fractions (0.19).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from mercato.kernel.money import allocate, round_money

ZERO: Final = Decimal(0)


@dataclass(frozen=True, slots=True)
class Discount:
    """An adjustment of a whole row. `inclusive`: the amount contains tax."""

    amount: Decimal
    inclusive: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row before any arithmetic: `gross` is price times quantity, as the price is written."""

    gross: Decimal
    inclusive: bool
    rates: Sequence[Decimal]
    discounts: Sequence[Discount]
    currency: str


@dataclass(frozen=True, slots=True)
class RowTotals:
    """A row's totals by their names on the wire, rounded to the currency; the identities between them hold exactly.

    total = subtotal - discount_subtotal + tax_total; original_total = original_subtotal + original_tax_total;
    discount_total = original_total - total = discount_subtotal + discount_tax_total.
    """

    subtotal: Decimal
    total: Decimal
    original_subtotal: Decimal
    original_total: Decimal
    discount_subtotal: Decimal
    discount_tax_total: Decimal
    discount_total: Decimal
    tax_total: Decimal
    original_tax_total: Decimal


def row_totals(row: Row) -> RowTotals:
    """The totals of a row.

    Formulas (checkout 7.1 to 7.3), with r the sum of the rates and g the gross amount in whole minor units:
    S = g, or g / (1 + r) when the price contains tax; OT = S·r; D = sum of the discounts net of tax; T = (S - D)·r;
    total = S - D + T. They are written here so that each number costs one division at most: what can be expressed
    comes out exactly.

    A price that contains tax stays what the shopper was shown: there the net amount takes up the rounding, elsewhere
    the gross amount does. What rounding leaves over stands in the discount's net amount, which is at most a minor unit
    or two away from D.
    """
    rate, currency = _rate(row), row.currency
    gross = round_money(row.gross, currency)
    with_tax = gross if row.inclusive else gross * (1 + rate)
    exact_total = with_tax - sum((_whole(discount, rate) for discount in row.discounts), ZERO)
    original_tax = round_money(with_tax * rate / (1 + rate), currency)
    subtotal = gross - original_tax if row.inclusive else gross
    original_total = subtotal + original_tax
    total = round_money(exact_total, currency)
    discount_total = original_total - total
    tax = round_money(exact_total * rate / (1 + rate), currency)
    # A discount below half a minor unit may round to nothing while its tax does not.
    tax = max(tax, original_tax - max(discount_total, ZERO))
    return RowTotals(
        subtotal=subtotal,
        total=total,
        original_subtotal=subtotal,
        original_total=original_total,
        discount_subtotal=subtotal + tax - total,
        discount_tax_total=original_tax - tax,
        discount_total=discount_total,
        tax_total=tax,
        original_tax_total=original_tax,
    )


def tax_shares(row: Row, totals: RowTotals) -> list[tuple[Decimal, Decimal]]:
    """For each rate (tax before discounts, tax after them): the parts sum up to the row's taxes."""
    before = allocate(totals.original_tax_total, row.rates, row.currency)
    after = allocate(totals.tax_total, row.rates, row.currency)
    return list(zip(before, after, strict=True))


def discount_shares(row: Row, totals: RowTotals) -> list[tuple[Decimal, Decimal]]:
    """For each discount (net of tax, with tax): the parts sum up to the row's discounts."""
    weights = [_whole(discount, _rate(row)) for discount in row.discounts]
    net = allocate(totals.discount_subtotal, weights, row.currency)
    whole = allocate(totals.discount_total, weights, row.currency)
    return list(zip(net, whole, strict=True))


def _rate(row: Row) -> Decimal:
    return sum(row.rates, ZERO)


def _whole(discount: Discount, rate: Decimal) -> Decimal:
    """What the shopper saves, tax included."""
    return discount.amount if discount.inclusive else discount.amount * (1 + rate)
