"""What plain promotions take off rows (checkout 8.5 to 8.9)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from typing import Final

from mercato.domains.promotions.models import Allocation, MethodType, TargetType
from mercato.domains.promotions.rules.matching import row_holds
from mercato.domains.promotions.rules.terms import Basket, Candidate, Method, Row
from mercato.kernel.money import allocate, minor_unit, round_money

ZERO: Final = Decimal(0)
_HUNDRED: Final = Decimal(100)


@dataclass(frozen=True, slots=True)
class Share:
    """A row that a promotion may make cheaper: its whole amount, and what earlier promotions have left of it.

    Both as the promotion reckons: net of tax, or with it.
    """

    row: Row
    base: Decimal
    left: Decimal

    def of(self, pieces: int) -> Decimal:
        """The amount of some of its pieces, unrounded."""
        return self.base * pieces / self.row.quantity


class Taken:
    """What promotions have taken off rows so far in one run, net of tax."""

    def __init__(self, currency: str) -> None:
        self._unit = minor_unit(currency)
        self._net: dict[str, Decimal] = {}

    def share(self, row: Row, *, inclusive: bool) -> Share:
        """What is left of a row, rounded down: a discount never takes the last bit twice."""
        net = self._net.get(row.id, ZERO)
        base = row.original_total if inclusive else row.subtotal
        gone = net * row.original_total / row.subtotal if inclusive and row.subtotal else net
        return Share(row, base, max((base - gone).quantize(self._unit, ROUND_DOWN), ZERO))

    def take(self, row: Row, amount: Decimal, *, inclusive: bool) -> None:
        """Books an amount."""
        net = amount * row.subtotal / row.original_total if inclusive and row.original_total else amount
        self._net[row.id] = self._net.get(row.id, ZERO) + net


def discounts(promotion: Candidate, basket: Basket, taken: Taken) -> list[tuple[Row, Decimal]]:
    """What a promotion takes off rows, in whole minor units; rows that it does not touch are left out."""
    method, currency = promotion.method, basket.currency_code
    shares = _shares(promotion, basket, taken)
    match method.allocation if method.target_type is not TargetType.ORDER else Allocation.ACROSS:
        case Allocation.EACH:
            amounts = [round_money(_each(method, share, _pieces(method, share)), currency) for share in shares]
        case Allocation.ONCE:
            shares = sorted(shares, key=lambda share: share.of(1))
            amounts = [round_money(amount, currency) for amount in _once(method, shares)]
        case _:
            amounts = _across(method, [share.left for share in shares], currency)
    return [(share.row, amount) for share, amount in zip(shares, amounts, strict=True) if amount > 0]


def reckons_inclusive(promotion: Candidate) -> bool:
    """Whether its amounts contain tax. Those on deliveries never do: their adjustments cannot say so."""
    return promotion.is_tax_inclusive and promotion.method.target_type is not TargetType.SHIPPING_METHODS


def targets(method: Method, rows: Iterable[Row]) -> list[Row]:
    """The rows that a promotion may make cheaper; conditions on rows are none for a whole order."""
    return [
        row
        for row in rows
        if row.is_discountable
        and row.quantity > 0
        and (method.target_type is TargetType.ORDER or row_holds(method.target_rules, row))
    ]


def _shares(promotion: Candidate, basket: Basket, taken: Taken) -> list[Share]:
    method = promotion.method
    rows = basket.methods if method.target_type is TargetType.SHIPPING_METHODS else basket.lines
    inclusive = reckons_inclusive(promotion)
    shares = [taken.share(row, inclusive=inclusive) for row in targets(method, rows)]
    return [share for share in shares if share.base > 0]


def _pieces(method: Method, share: Share) -> int:
    if method.max_quantity is None or method.target_type is TargetType.SHIPPING_METHODS:
        return share.row.quantity
    return min(method.max_quantity, share.row.quantity)


def _each(method: Method, share: Share, pieces: int) -> Decimal:
    """What one row gets for some of its pieces, unrounded."""
    value, base = method.value or ZERO, min(share.left, share.of(pieces))
    return min(base * value / _HUNDRED if method.type is MethodType.PERCENTAGE else value * pieces, base)


def _once(method: Method, cheapest_first: Sequence[Share]) -> list[Decimal]:
    """The first pieces get it until the quota is used up; a row where nothing is left uses it up too."""
    quota, amounts = method.max_quantity or 0, list[Decimal]()
    for share in cheapest_first:
        pieces = min(quota, share.row.quantity)
        quota -= pieces
        amounts.append(_each(method, share, pieces))
    return amounts


def _across(method: Method, left: Sequence[Decimal], currency: str) -> list[Decimal]:
    """One amount for all rows, divided so that the parts sum up to it."""
    whole, value = sum(left, ZERO), method.value or ZERO
    total = whole * value / _HUNDRED if method.type is MethodType.PERCENTAGE else value
    return allocate(min(total, whole), left, currency)
