"""What is known of promotions and baskets when discounts are reckoned. Amounts in the main unit of the currency."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeAlias

from mercato.domains.promotions.models import (
    Allocation,
    BudgetType,
    MethodType,
    PromotionRuleOperator,
    PromotionStatus,
    PromotionType,
    TargetType,
)

Facts: TypeAlias = Mapping[str, Any]
"""What conditions may ask for: objects in objects, lists too; a path like `product.tags.id` goes through them."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition: how the values found at a path compare with those of the condition."""

    attribute: str
    operator: PromotionRuleOperator
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Method:
    """How a promotion works. The three quantities are pieces; `value` is an amount or per cent."""

    type: MethodType
    target_type: TargetType
    value: Decimal | None = None
    allocation: Allocation | None = None
    currency_code: str | None = None
    max_quantity: int | None = None
    apply_to_quantity: int | None = None
    buy_rules_min_quantity: int | None = None
    target_rules: tuple[Condition, ...] = ()
    buy_rules: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Budget:
    """What a campaign may give away, and what it has. `usages` are those of single values of `attribute`."""

    id: str
    type: BudgetType
    limit: Decimal | None
    used: Decimal = Decimal(0)
    currency_code: str | None = None
    attribute: str | None = None
    usages: Mapping[str, Decimal] = field(default_factory=dict[str, Decimal])


@dataclass(frozen=True, slots=True)
class Campaign:
    """When promotions work, and what they may cost together."""

    starts_at: datetime | None = None
    ends_at: datetime | None = None
    budget: Budget | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A promotion that may work on a basket: it is automatic, or the shopper has given its code."""

    id: str
    code: str
    type: PromotionType
    status: PromotionStatus
    method: Method
    is_automatic: bool = False
    is_tax_inclusive: bool = False
    rules: tuple[Condition, ...] = ()
    campaign: Campaign | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A line or a shipping method, before any promotion: `subtotal` net of tax, `original_total` with it."""

    id: str
    quantity: int
    subtotal: Decimal
    original_total: Decimal
    is_discountable: bool = True
    facts: Facts = field(default_factory=dict[str, Any])
    """What conditions on rows ask for: paths without `items.` or `shipping_methods.` before them."""


@dataclass(frozen=True, slots=True)
class Basket:
    """What promotions work on.

    `facts` are the basket's for conditions of promotions, their amounts before any promotion: a discount must not
    take away the reason for which it was given.
    """

    currency_code: str
    now: datetime
    lines: Sequence[Row]
    methods: Sequence[Row] = ()
    facts: Facts = field(default_factory=dict[str, Any])
    customer_id: str | None = None
    email: str | None = None


@dataclass(frozen=True, slots=True)
class Adjustment:
    """What a promotion takes off a row, in whole minor units. `inclusive`: the amount contains tax."""

    row_id: str
    promotion_id: str
    code: str
    amount: Decimal
    inclusive: bool = False


class Refusal(StrEnum):
    """Why a promotion gives nothing."""

    INACTIVE = "The promotion is not active"
    NOT_YET = "The campaign has not started"
    OVER = "The campaign is over"
    CURRENCY = "The promotion is for another currency"
    CONDITIONS = "The cart does not meet the conditions"
    NOTHING = "Nothing in the cart can be discounted by it"
    BUDGET = "The budget of the campaign is used up"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What promotions did to a basket: discounts, and for each promotion that gave none the reason by its code."""

    adjustments: Sequence[Adjustment]
    refused: Mapping[str, Refusal]

    @property
    def working(self) -> list[str]:
        """The promotions that give something, each once: those that stay on the cart."""
        return list(dict.fromkeys(one.promotion_id for one in self.adjustments))
