"""How much of an order its seller gets, and how a provider is told. Pure; amounts in the main unit of the currency."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from mercato.kernel.money import round_money

ZERO: Final = Decimal(0)
# The provider's own table, which is not that of `kernel.money`: there iqd has no digits, here it has three.
_WHOLE: Final = frozenset(
    ("bif", "clp", "djf", "gnf", "jpy", "kmf", "krw", "mga", "pyg", "rwf", "ugx", "vnd", "vuv", "xaf", "xof", "xpf")
)
_THOUSANDTHS: Final = frozenset(("bhd", "iqd", "jod", "kwd", "omr", "tnd"))
_THOUSAND: Final = 1000


@dataclass(frozen=True, slots=True)
class Proceeds:
    """What one order brought: taken from the buyer, given back, and kept by the marketplace."""

    captured: Decimal
    refunded: Decimal
    commission: Decimal
    currency: str

    @property
    def amount(self) -> Decimal:
        """What is the seller's (marketplace 9.3), shipping and tax included; negative: the seller owes it."""
        return round_money(self.captured - self.refunded - self.commission, self.currency)


@dataclass(frozen=True, slots=True)
class Standing:
    """What else decides whether an order is paid out."""

    canceled: bool
    captured: bool
    fulfilled: bool
    held: bool
    """Whether the days of waiting have not passed yet."""
    paid_out: bool


def why_not_payable(proceeds: Proceeds, standing: Standing) -> str | None:
    """What keeps an order from being paid out, or None when nothing does (marketplace 24, row 8)."""
    reasons = (
        (standing.paid_out, "already paid out"),
        (standing.canceled, "canceled"),
        (not standing.captured, "payment not captured"),
        (not standing.fulfilled, "not fulfilled"),
        (standing.held, "held back"),
        (proceeds.amount <= 0, "nothing to pay"),
    )
    return next((reason for holds, reason in reasons if holds), None)


def reversible(paid: Decimal, reversals: Iterable[Decimal]) -> Decimal:
    """What of a payout can still be taken back: what was paid less what was taken back already, never below zero."""
    return max(paid - sum(reversals, ZERO), ZERO)


def commission_after_refund(commission: Decimal, *, captured: Decimal, refunded: Decimal, currency: str) -> Decimal:
    """What the marketplace keeps when a part of the money went back: its share of what stayed, rounded half up."""
    if captured <= 0 or refunded >= captured:
        return round_money(ZERO, currency)
    return round_money(commission * (captured - refunded) / captured, currency)


def provider_units(amount: Decimal, currency: str) -> int:
    """An amount in the provider's smallest unit (marketplace 9.3): whole units, hundredths or thousandths, half up.

    Thousandths have to be a multiple of ten there and are rounded up to one, so a payout may transfer a little more
    than was asked: `from_provider_units` says what the books have to show.
    """
    units = int((amount * _units_in_one(currency)).to_integral_value(ROUND_HALF_UP))
    return -(-units // 10) * 10 if _units_in_one(currency) == _THOUSAND else units


def from_provider_units(units: int, currency: str) -> Decimal:
    """The amount, main unit, of a number of the provider's smallest units."""
    return Decimal(units) / _units_in_one(currency)


def _units_in_one(currency: str) -> int:
    code = currency.lower()
    if code in _WHOLE:
        return 1
    return _THOUSAND if code in _THOUSANDTHS else 100
