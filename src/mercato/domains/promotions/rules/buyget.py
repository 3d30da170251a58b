"""What promotions take off that reward one purchase with another (checkout 8.10)."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final

from mercato.domains.promotions.rules.matching import row_holds
from mercato.domains.promotions.rules.standard import targets
from mercato.domains.promotions.rules.terms import Basket, Candidate, Row
from mercato.kernel.money import round_money

ALL: Final = Decimal(100)


class Pieces:
    """The pieces of lines that no reward has used yet: neither bought for one nor given as one."""

    def __init__(self, free: Mapping[str, int]) -> None:
        self._free = dict(free)

    def copy(self) -> "Pieces":
        """The same pieces, to be used or not."""
        return Pieces(self._free)

    def pick(self, rows: Sequence[Row], quantity: int, without: Mapping[str, int]) -> dict[str, int] | None:
        """Row id -> pieces that together are as many as wanted, or None; those in `without` are spoken for."""
        picked: dict[str, int] = {}
        for row in rows:
            free = self._free[row.id] - without.get(row.id, 0)
            number = min(quantity - sum(picked.values()), free)
            if number > 0:
                picked[row.id] = number
        return picked if sum(picked.values()) == quantity else None

    def use(self, picked: Mapping[str, int]) -> None:
        """Takes pieces out."""
        for row_id, number in picked.items():
            self._free[row_id] -= number


def rewards(promotion: Candidate, basket: Basket, pieces: Pieces) -> list[tuple[Row, Decimal]]:
    """What a promotion takes off the rewarded rows, net of tax in whole minor units. Uses up pieces.

    Round after round, the dearest rows first: as many pieces as have to be bought are set apart, then as many as are
    rewarded are taken from what is left. The value counts per cent of a piece's net amount, whatever its type.
    """
    method = promotion.method
    buying = _by_amount([row for row in basket.lines if row_holds(method.buy_rules, row)])
    rewarded, given = _by_amount(targets(method, basket.lines)), dict[str, int]()
    least, reward = method.buy_rules_min_quantity or 0, method.apply_to_quantity or 0
    if least < 1 or reward < 1:
        return []
    while method.max_quantity is None or sum(given.values()) + reward <= method.max_quantity:
        used = pieces.pick(buying, least, {})
        picked = pieces.pick(rewarded, reward, used) if used is not None else None
        if used is None or picked is None:
            break
        pieces.use(used)
        pieces.use(picked)
        for row_id, number in picked.items():
            given[row_id] = given.get(row_id, 0) + number
    part = min(ALL if method.value is None else method.value, ALL) / ALL
    amounts = [
        (row, round_money(row.subtotal * given[row.id] / row.quantity * part, basket.currency_code))
        for row in rewarded
        if row.id in given
    ]
    return [(row, amount) for row, amount in amounts if amount > 0]


def _by_amount(rows: Sequence[Row]) -> list[Row]:
    return sorted((row for row in rows if row.subtotal > 0), key=lambda row: -row.subtotal)
