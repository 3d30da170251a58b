"""Money: decimals in the main unit of a currency, rounded to its minor unit where somebody pays."""

from collections.abc import Sequence
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal
from typing import Final

# Digits after the point where they are not two (CLDR, as in the list of currencies that a new database gets).
_WITHOUT_CENTS: Final = """
    afn all bif clp djf gnf iqd irr isk jpy kmf kpw krw lak lbp mga mmk pyg rsd rwf sll sos syp ugx vnd vuv xaf xof xpf
    yer zmk
"""
_DIGITS: Final[dict[str, int]] = {
    **dict.fromkeys(_WITHOUT_CENTS.split(), 0),
    **dict.fromkeys(("bhd", "jod", "kwd", "lyd", "omr", "tnd"), 3),
}
_ZERO: Final = Decimal(0)
# Wide enough for whatever number a client may send: rounding must never fail for want of digits.
_WIDE: Final = Context(prec=100)


def minor_digits(currency: str) -> int:
    """How many digits after the point the currency has (0 for jpy, 3 for kwd)."""
    return _DIGITS.get(currency.lower(), 2)


def minor_unit(currency: str) -> Decimal:
    """The smallest amount of the currency, in its main unit (0.01 for eur)."""
    return Decimal(1).scaleb(-minor_digits(currency))


def round_money(amount: Decimal, currency: str) -> Decimal:
    """The amount in whole minor units, half away from zero. What rounds to nothing has no sign."""
    rounded = amount.quantize(minor_unit(currency), ROUND_HALF_UP, _WIDE)
    return rounded or abs(rounded)


def to_minor(amount: Decimal, currency: str) -> int:
    """The amount as a number of minor units (12.34 eur → 1234), half away from zero."""
    return int(round_money(amount, currency).scaleb(minor_digits(currency), _WIDE))


def from_minor(units: int, currency: str) -> Decimal:
    """The amount of a number of minor units, in the main unit."""
    return Decimal(units).scaleb(-minor_digits(currency), _WIDE)


def allocate(total: Decimal, weights: Sequence[Decimal], currency: str) -> list[Decimal]:
    """Divides an amount by weights into parts of whole minor units whose sum is the amount, rounded, again.

    The method of the largest remainder: every part gets its share rounded down, what is left goes one unit at a time
    to the parts that lost most, the earlier first among equals. Weights are not negative; if all are zero the first
    part gets everything. Negative totals are divided as their opposites.
    """
    if not weights:
        return []
    sign = -1 if total < 0 else 1
    units, whole = abs(to_minor(total, currency)), sum(weights, _ZERO)
    if whole == 0:
        return [from_minor(sign * units if number == 0 else 0, currency) for number in range(len(weights))]
    exact = [units * weight / whole for weight in weights]
    parts = [int(share.to_integral_value(ROUND_FLOOR)) for share in exact]
    by_loss = sorted(range(len(parts)), key=lambda number: (parts[number] - exact[number], number))
    for number in by_loss[: units - sum(parts)]:
        parts[number] += 1
    return [from_minor(sign * part, currency) for part in parts]
