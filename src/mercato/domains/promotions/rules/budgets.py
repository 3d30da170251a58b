"""What campaigns may still give away (checkout 8.12 to 8.15)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from mercato.domains.promotions.models import BudgetType
from mercato.domains.promotions.rules.terms import Adjustment, Basket, Budget, Candidate
from mercato.kernel.errors import Invalid

ZERO: Final = Decimal(0)
ONE: Final = Decimal(1)
_SPENDS: Final = (BudgetType.SPEND, BudgetType.SPEND_BY_ATTRIBUTE)
_BY_ATTRIBUTE: Final = (BudgetType.USE_BY_ATTRIBUTE, BudgetType.SPEND_BY_ATTRIBUTE)


@dataclass(frozen=True, slots=True)
class Use:
    """What one order takes from a budget: money or a number of uses; `value` is the attribute's, where one counts."""

    budget_id: str
    value: str | None
    amount: Decimal


class Purse:
    """Budgets as promotions of one run draw on them: those of one campaign share one."""

    def __init__(self, basket: Basket) -> None:
        self._basket = basket
        self._drawn: dict[str, Decimal] = {}

    def affords(self, promotion: Candidate, amount: Decimal) -> bool:
        """Whether a promotion's budget bears that it gives this amount; if so it is drawn.

        Raises:
            Invalid: the budget counts by an attribute that the basket does not have yet, and a shopper asked for it.
        """
        budget = promotion.campaign.budget if promotion.campaign is not None else None
        if budget is None:
            return True
        value = attribute_value(budget, self._basket)
        if budget.type in _BY_ATTRIBUTE and value is None:
            if promotion.is_automatic:
                return False
            raise Invalid(f'Attribute value for "{budget.attribute}" is required by promotion campaing budget')
        if budget.type in _SPENDS and budget.currency_code not in (None, self._basket.currency_code):
            return False
        asked = amount if budget.type in _SPENDS else ONE
        drawn = self._drawn.get(budget.id, ZERO) + asked
        if budget.limit is not None and _used(budget, value) + drawn > budget.limit:
            return False
        self._drawn[budget.id] = drawn
        return True


def attribute_value(budget: Budget, basket: Basket) -> str | None:
    """By which value a budget counts a basket; None where it counts all alike, or where the value is unknown."""
    if budget.type not in _BY_ATTRIBUTE:
        return None
    match budget.attribute:
        case "customer_id":
            return basket.customer_id or None
        case "customer_email":
            return basket.email or None
        case _:
            return None


def uses(promotions: Iterable[Candidate], adjustments: Sequence[Adjustment], basket: Basket) -> list[Use]:
    """What completing a basket takes from budgets: its discounts, or one use for each promotion that gives any."""
    found: dict[str, Use] = {}
    for promotion in promotions:
        given = [one.amount for one in adjustments if one.promotion_id == promotion.id]
        budget = promotion.campaign.budget if promotion.campaign is not None else None
        if budget is None or not given:
            continue
        amount = sum(given, ZERO) if budget.type in _SPENDS else ONE
        former = found[budget.id].amount if budget.id in found else ZERO
        found[budget.id] = Use(budget.id, attribute_value(budget, basket), former + amount)
    return list(found.values())


def _used(budget: Budget, value: str | None) -> Decimal:
    return budget.used if budget.type not in _BY_ATTRIBUTE else budget.usages.get(value or "", ZERO)
