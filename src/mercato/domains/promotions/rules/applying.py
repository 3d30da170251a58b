"""Applies promotions to a basket, always from the beginning: former discounts do not count (checkout 8.1 to 8.4)."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from mercato.domains.promotions.models import PromotionStatus, PromotionType
from mercato.domains.promotions.rules.budgets import Purse
from mercato.domains.promotions.rules.buyget import Pieces, rewards
from mercato.domains.promotions.rules.matching import holds
from mercato.domains.promotions.rules.standard import Taken, discounts, reckons_inclusive
from mercato.domains.promotions.rules.terms import Adjustment, Basket, Candidate, Outcome, Refusal, Row

ZERO: Final = Decimal(0)


def apply(promotions: Sequence[Candidate], basket: Basket) -> Outcome:
    """What promotions, in the order of their creation, take off a basket.

    Rewards come first, then the rest, of each the higher value first, whatever it counts; earlier ones leave less to
    later ones. A promotion that gives nothing is refused with its reason and does not stay on the cart. One whose
    budget does not bear all that it would give, gives nothing.

    Raises:
        Invalid: a budget counts by an attribute that the basket does not have yet, and a shopper gave the code.
    """
    run = _Run(basket)
    adjustments: list[Adjustment] = []
    refused: dict[str, Refusal] = {}
    for promotion in sorted(promotions, key=_turn):
        answer = run.refusal(promotion) or run.take(promotion)
        if isinstance(answer, Refusal):
            refused[promotion.code] = answer
        else:
            adjustments += answer
    return Outcome(adjustments, refused)


class _Run:
    """What has been given in one run, on which later promotions depend."""

    def __init__(self, basket: Basket) -> None:
        self._basket = basket
        self._taken = Taken(basket.currency_code)
        self._pieces = Pieces({row.id: row.quantity for row in basket.lines})
        self._purse = Purse(basket)

    def refusal(self, promotion: Candidate) -> Refusal | None:
        """Why a promotion does not work at all on this basket."""
        campaign, method, now = promotion.campaign, promotion.method, self._basket.now
        if promotion.status is not PromotionStatus.ACTIVE:
            return Refusal.INACTIVE
        if campaign is not None and campaign.starts_at is not None and campaign.starts_at > now:
            return Refusal.NOT_YET
        if campaign is not None and campaign.ends_at is not None and campaign.ends_at <= now:
            return Refusal.OVER
        if method.currency_code is not None and method.currency_code.lower() != self._basket.currency_code:
            return Refusal.CURRENCY
        return None if holds(promotion.rules, self._basket.facts) else Refusal.CONDITIONS

    def take(self, promotion: Candidate) -> list[Adjustment] | Refusal:
        """What a promotion gives, booked."""
        is_reward, pieces = promotion.type is PromotionType.BUYGET, self._pieces.copy()
        inclusive = reckons_inclusive(promotion) and not is_reward
        found = (
            self._within(rewards(promotion, self._basket, pieces))
            if is_reward
            else discounts(promotion, self._basket, self._taken)
        )
        if not found:
            return Refusal.NOTHING
        if not self._purse.affords(promotion, sum((amount for _, amount in found), ZERO)):
            return Refusal.BUDGET
        self._pieces = pieces
        for row, amount in found:
            self._taken.take(row, amount, inclusive=inclusive)
        return [Adjustment(row.id, promotion.id, promotion.code, amount, inclusive) for row, amount in found]

    def _within(self, found: list[tuple[Row, Decimal]]) -> list[tuple[Row, Decimal]]:
        # Two rewards of half a row may each be rounded up.
        capped = [(row, min(amount, self._taken.share(row, inclusive=False).left)) for row, amount in found]
        return [(row, amount) for row, amount in capped if amount > 0]


def _turn(promotion: Candidate) -> tuple[bool, Decimal]:
    return promotion.type is not PromotionType.BUYGET, -(promotion.method.value or ZERO)
