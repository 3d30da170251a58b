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


@dataclass(frozen=True, slots=True)
class _Exact:
    """The unrounded numbers: S, D, T, OT of the specification."""

    subtotal: Decimal
    discount: Decimal
    tax: Decimal
    original_tax: Decimal


def row_totals(row: Row) -> RowTotals:
    """The totals of a row.

    Formulas: S = gross, or gross / (1 + r) when the price contains tax; OT = S·r; D = sum of the discounts net of
    tax; T = (S - D)·r; total = S - D + T. A price that contains tax stays what the shopper was shown: there the net
    amount takes up the rounding, elsewhere the gross amount does.
    """
    exact, currency = _exact(row), row.currency
    original_tax = round_money(exact.original_tax, currency)
    tax = round_money(exact.tax, currency)
    gross = round_money(row.gross, currency)
    subtotal = gross - original_tax if row.inclusive else gross
    if exact.discount == 0:
        total = subtotal + original_tax
        tax = original_tax
    else:
        total = round_money(exact.subtotal - exact.discount + exact.tax, currency)
    return RowTotals(
        subtotal=subtotal,
        total=total,
        original_subtotal=subtotal,
        original_total=subtotal + original_tax,
        discount_subtotal=subtotal + tax - total,
        discount_tax_total=original_tax - tax,
        discount_total=subtotal + original_tax - total,
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
    weights = [_net(discount, _rate(row)) for discount in row.discounts]
    net = allocate(totals.discount_subtotal, weights, row.currency)
    whole = allocate(totals.discount_total, weights, row.currency)
    return list(zip(net, whole, strict=True))


def _exact(row: Row) -> _Exact:
    rate = _rate(row)
    subtotal = row.gross / (1 + rate) if row.inclusive else row.gross
    discount = sum((_net(discount, rate) for discount in row.discounts), ZERO)
    return _Exact(subtotal, discount, (subtotal - discount) * rate, subtotal * rate)


def _rate(row: Row) -> Decimal:
    return sum(row.rates, ZERO)


def _net(discount: Discount, rate: Decimal) -> Decimal:
    return discount.amount / (1 + rate) if discount.inclusive else discount.amount
