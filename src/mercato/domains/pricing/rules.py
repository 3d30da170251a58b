"""Which price counts: the arithmetic of conditions, lists and tax, without a database."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any, Final, TypeAlias

from mercato.domains.pricing.models import PriceListType, PriceRuleOperator

REGION: Final = "region_id"
GROUPS: Final = "customer.groups.id"
ONE: Final = Decimal(1)

Known: TypeAlias = Mapping[str, Any]
"""What is known of a purchase: attribute -> a text, a number, or several of them."""


@dataclass(frozen=True, slots=True)
class PriceContext:
    """For whom and how much is priced.

    A guest has no groups and so never meets a condition on groups. `quantities` are of price sets; a set without one
    is priced as a catalogue does. `more` are other attributes: `item_total`.
    """

    currency_code: str
    region_id: str | None = None
    customer_group_ids: tuple[str, ...] = ()
    quantities: Mapping[str, Decimal] = field(default_factory=dict[str, Decimal])
    more: Known = field(default_factory=dict[str, Any])

    def known(self) -> Known:
        """All attributes that conditions may ask for."""
        region = {} if self.region_id is None else {REGION: self.region_id}
        return {**self.more, **region, GROUPS: self.customer_group_ids, "currency_code": self.currency_code}


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition of a price."""

    attribute: str
    operator: PriceRuleOperator
    value: str


@dataclass(frozen=True, slots=True)
class ListTerms:
    """The list a price belongs to, with its conditions: attribute -> values of which one must be known."""

    id: str
    type: PriceListType
    conditions: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A price that may count: of the right currency, and of a list that is in force or of none."""

    id: str
    price_set_id: str
    currency_code: str
    amount: Decimal
    min_quantity: Decimal | None = None
    max_quantity: Decimal | None = None
    conditions: tuple[Condition, ...] = ()
    terms: ListTerms | None = None

    @property
    def narrowness(self) -> int:
        """How many conditions it took: the narrower price wins."""
        return len(self.conditions) + (0 if self.terms is None else len(self.terms.conditions))

    @property
    def for_region(self) -> bool:
        """Whether it is a price of one region."""
        return any(condition.attribute == REGION for condition in self.conditions)


@dataclass(frozen=True, slots=True)
class Choice:
    """What a thing costs, and what it would cost without a sale."""

    calculated: Candidate
    original: Candidate | None


@dataclass(frozen=True, slots=True)
class TaxPreferences:
    """Whether prices contain the tax; None where nothing is said."""

    of_region: bool | None = None
    of_currency: bool | None = None

    def inclusive(self, price: Candidate) -> bool:
        """A region's word counts only for prices of the region."""
        if price.for_region and self.of_region is not None:
            return self.of_region
        return bool(self.of_currency)


@dataclass(frozen=True, slots=True)
class CalculatedPrice:
    """The price of a set, with whether it contains the tax."""

    price_set_id: str
    choice: Choice
    preferences: TaxPreferences

    @property
    def amount(self) -> Decimal:
        """What one piece costs."""
        return self.choice.calculated.amount

    @property
    def original_amount(self) -> Decimal | None:
        """What one piece costs without the sale."""
        return None if self.choice.original is None else self.choice.original.amount

    @property
    def is_tax_inclusive(self) -> bool:
        """Whether the amount contains the tax."""
        return self.preferences.inclusive(self.choice.calculated)

    @property
    def is_original_tax_inclusive(self) -> bool:
        """Whether the original amount contains the tax."""
        original = self.choice.original
        return original is not None and self.preferences.inclusive(original)


def choose(candidates: Iterable[Candidate], known: Known, quantity: Decimal | None = None) -> Choice | None:
    """The price that counts, or None where there is none.

    Prices of lists come first, an override before every sale; then the narrower one, then the lower one. A sale counts
    only when it is lower than the price beside it.
    """
    open_ = [price for price in candidates if _covers(price, quantity) and _holds(price, known)]
    base = _best(price for price in open_ if price.terms is None)
    override = _best(price for price in open_ if price.terms and price.terms.type is PriceListType.OVERRIDE)
    if override is not None:
        return Choice(override, override)
    sale = _best(price for price in open_ if price.terms and price.terms.type is PriceListType.SALE)
    if sale is not None and (base is None or sale.amount <= base.amount):
        return Choice(sale, base)
    return None if base is None else Choice(base, base)


def as_object(price: CalculatedPrice) -> dict[str, Any]:
    """The object of the wire."""
    calculated, original = price.choice.calculated, price.choice.original
    return {
        "id": price.price_set_id,
        "is_calculated_price_price_list": calculated.terms is not None,
        "is_calculated_price_tax_inclusive": price.is_tax_inclusive,
        "calculated_amount": calculated.amount,
        "is_original_price_price_list": original is not None and original.terms is not None,
        "is_original_price_tax_inclusive": price.is_original_tax_inclusive,
        "original_amount": price.original_amount,
        "currency_code": calculated.currency_code,
        "calculated_price": _facts(calculated),
        "original_price": _facts(original),
    }


def taxed(price: CalculatedPrice, rate: Decimal) -> dict[str, Decimal | None]:
    """The amounts with and without a tax (0.19), unrounded as a catalogue shows them."""
    with_tax, without_tax = _both(price.amount, price.is_tax_inclusive, rate)
    original = price.original_amount
    original_with, original_without = (
        (None, None) if original is None else _both(original, price.is_original_tax_inclusive, rate)
    )
    return {
        "calculated_amount_with_tax": with_tax,
        "calculated_amount_without_tax": without_tax,
        "original_amount_with_tax": original_with,
        "original_amount_without_tax": original_without,
    }


def _both(amount: Decimal, inclusive: bool, rate: Decimal) -> tuple[Decimal, Decimal]:
    return (amount, amount / (ONE + rate)) if inclusive else (amount * (ONE + rate), amount)


def _facts(price: Candidate | None) -> dict[str, Any]:
    terms = None if price is None else price.terms
    return {
        "id": None if price is None else price.id,
        "price_list_id": None if terms is None else terms.id,
        "price_list_type": None if terms is None else terms.type.value,
        "min_quantity": None if price is None else price.min_quantity,
        "max_quantity": None if price is None else price.max_quantity,
    }


def _best(prices: Iterable[Candidate]) -> Candidate | None:
    return min(prices, key=lambda price: (-price.narrowness, price.amount, price.id), default=None)


def _covers(price: Candidate, quantity: Decimal | None) -> bool:
    lowest, highest = price.min_quantity, price.max_quantity
    if quantity is None:
        return lowest is None or lowest <= ONE
    return (lowest is None or lowest <= quantity) and (highest is None or quantity <= highest)


def _holds(price: Candidate, known: Known) -> bool:
    if not all(_meets(condition, known) for condition in price.conditions):
        return False
    terms = price.terms.conditions if price.terms is not None else ()
    return all(not _texts(known.get(attribute)).isdisjoint(values) for attribute, values in terms)


def _meets(condition: Condition, known: Known) -> bool:
    value = known.get(condition.attribute)
    if condition.operator is PriceRuleOperator.EQ:
        number = _number(value)
        return condition.value in _texts(value) or (number is not None and number == _number(condition.value))
    number, limit = _number(value), _number(condition.value)
    if number is None or limit is None:
        return False
    match condition.operator:
        case PriceRuleOperator.GT:
            return number > limit
        case PriceRuleOperator.GTE:
            return number >= limit
        case PriceRuleOperator.LT:
            return number < limit
        case PriceRuleOperator.LTE:
            return number <= limit


def _texts(value: Any) -> frozenset[str]:
    if value is None:
        return frozenset()
    if isinstance(value, Sequence) and not isinstance(value, str):
        items: Sequence[Any] = value  # pyright: ignore[reportUnknownVariableType]
        return frozenset(str(item) for item in items)
    return frozenset({str(value)})


def _number(value: Any) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, int | str | Decimal):
        return None
    try:
        number = Decimal(value)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
