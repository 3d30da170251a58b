"""Which price counts, and how it is shown."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mercato.domains.pricing.models import PriceListType, PriceRuleOperator
from mercato.domains.pricing.rules import (
    GROUPS,
    REGION,
    CalculatedPrice,
    Candidate,
    Choice,
    Condition,
    ListTerms,
    PriceContext,
    TaxPreferences,
    as_object,
    choose,
    taxed,
)

D = Decimal
SALE, OVERRIDE = PriceListType.SALE, PriceListType.OVERRIDE
IN_REGION = (Condition(REGION, PriceRuleOperator.EQ, "reg_a"),)
CLUB = ((GROUPS, ("cusgroup_club",)),)


def price(amount: str, kind: PriceListType | None = None, **options: Any) -> Candidate:
    terms = None if kind is None else ListTerms(f"plist_{kind}", kind, options.pop("terms", ()))
    return Candidate(
        id=options.pop("id", f"price_{amount}"),
        price_set_id="pset_a",
        currency_code="eur",
        amount=D(amount),
        terms=terms,
        **options,
    )


def known(*groups: str, region: str | None = "reg_a", **more: Any) -> Any:
    return PriceContext("eur", region, groups, more=more).known()


def amounts(choice: Choice | None) -> tuple[str, str | None] | None:
    if choice is None:
        return None
    return str(choice.calculated.amount), None if choice.original is None else str(choice.original.amount)


@pytest.mark.parametrize(
    ("prices", "want"),
    [
        ([], None),
        ([price("100")], ("100", "100")),
        # More conditions win over a lower price.
        ([price("100"), price("110", conditions=IN_REGION)], ("110", "110")),
        ([price("100"), price("95")], ("95", "95")),
        # A sale lowers and never raises.
        ([price("100"), price("120", SALE)], ("100", "100")),
        ([price("110", conditions=IN_REGION), price("105", SALE)], ("105", "110")),
        ([price("77", SALE)], ("77", None)),
        # An override replaces, dearer or not.
        ([price("100"), price("140", OVERRIDE)], ("140", "140")),
        ([price("100"), price("140", OVERRIDE), price("50", OVERRIDE)], ("50", "50")),
        # An override wins over every sale.
        ([price("100"), price("90", SALE), price("140", OVERRIDE)], ("140", "140")),
    ],
)
def test_the_price_that_counts(prices: list[Candidate], want: tuple[str, str | None] | None) -> None:
    assert amounts(choose(prices, known())) == want


CLUB_PRICES = [price("40"), price("31", SALE), price("33.33", SALE, terms=CLUB)]


def test_members_pay_the_price_that_is_made_for_them() -> None:
    assert amounts(choose(CLUB_PRICES, known("cusgroup_club"))) == ("33.33", "40")
    assert amounts(choose(CLUB_PRICES, known())) == ("31", "40")
    assert amounts(choose(CLUB_PRICES, known("cusgroup_other"))) == ("31", "40")
    base = price("36", conditions=(Condition(GROUPS, PriceRuleOperator.EQ, "cusgroup_vip"),))
    assert amounts(choose([*CLUB_PRICES, base], known("cusgroup_vip", "cusgroup_club"))) == ("33.33", "36")
    override = price("33.33", OVERRIDE, terms=CLUB)
    assert amounts(choose([price("40"), override], known("cusgroup_club"))) == ("33.33", "33.33")
    assert amounts(choose([price("40"), override], known())) == ("40", "40")


def test_a_region_price_is_for_its_region() -> None:
    prices = [price("100"), price("110", conditions=IN_REGION)]

    assert amounts(choose(prices, known(region="reg_b"))) == ("100", "100")
    assert amounts(choose(prices, known(region=None))) == ("100", "100")
    assert amounts(choose(prices[1:], known(region="reg_b"))) is None


@pytest.mark.parametrize(("pieces", "want"), [(None, "8"), (1, "8"), (9, "8"), (10, "7"), (11, "7"), (20, "6")])
def test_more_pieces_cost_less(pieces: int | None, want: str) -> None:
    tiers = [
        price("8", min_quantity=D(1), max_quantity=D(9)),
        price("7", min_quantity=D(10), max_quantity=D(19)),
        price("6", min_quantity=D(20)),
    ]
    choice = choose(tiers, known(), None if pieces is None else D(pieces))

    assert choice is not None
    assert str(choice.calculated.amount) == want


def test_a_sale_beats_a_tier_and_its_end_brings_the_tier_back() -> None:
    prices = [price("8"), price("7", min_quantity=D(10)), price("6.4", SALE)]

    assert amounts(choose(prices, known(), D(9))) == ("6.4", "8")
    assert amounts(choose(prices[:2], known(), D(11))) == ("7", "7")
    assert amounts(choose(prices[:2], known(), D(4))) == ("8", "8")


@pytest.mark.parametrize(("item_total", "want"), [("30", "4.9"), ("59.99", "4.9"), ("60", "0"), ("60.00", "0")])
def test_free_delivery_from_an_amount(item_total: str, want: str) -> None:
    free = price("0", conditions=(Condition("item_total", PriceRuleOperator.GTE, "60"),))

    choice = choose([price("4.9"), free], known(item_total=D(item_total)))

    assert choice is not None
    assert str(choice.calculated.amount) == want


@pytest.mark.parametrize(
    ("operator", "limit", "holds"),
    [
        ("gt", "59.99", True),
        ("gt", "60", False),
        ("gte", "60", True),
        ("lt", "60", False),
        ("lt", "60.01", True),
        ("lte", "60", True),
        ("eq", "60.0", True),
        ("eq", "61", False),
        ("gt", "much", False),
        ("gt", "nan", False),
    ],
)
def test_conditions_on_numbers(operator: str, limit: str, holds: bool) -> None:
    one = price("1", conditions=(Condition("item_total", PriceRuleOperator(operator), limit),))

    assert (choose([one], known(item_total=D(60))) is not None) is holds
    assert choose([one], known()) is None


@pytest.mark.parametrize(
    ("conditions", "preferences", "inclusive"),
    [
        ((), TaxPreferences(), False),
        ((), TaxPreferences(of_currency=True), True),
        # A region speaks only of prices made for it.
        ((), TaxPreferences(of_region=True), False),
        (IN_REGION, TaxPreferences(of_region=True), True),
        (IN_REGION, TaxPreferences(of_region=False, of_currency=True), False),
        (IN_REGION, TaxPreferences(of_currency=True), True),
    ],
)
def test_whether_a_price_contains_tax(
    conditions: tuple[Condition, ...], preferences: TaxPreferences, inclusive: bool
) -> None:
    assert preferences.inclusive(price("1", conditions=conditions)) is inclusive


def shown(amount: str, *, inclusive: bool) -> CalculatedPrice:
    one = price(amount)
    return CalculatedPrice("pset_a", Choice(one, one), TaxPreferences(of_currency=inclusive))


@pytest.mark.parametrize(
    ("amount", "inclusive", "rate", "with_tax", "without_tax"),
    [
        ("59.99", False, "0.19", "71.3881", "59.99"),
        ("59.99", True, "0.19", "59.99", "50.411764705882355"),
        ("83.3", True, "0.19", "83.3", "70"),
        ("100", True, "0.19", "100", "84.03361344537815"),
        ("100", True, "0", "100", "100"),
        ("100", False, "0", "100", "100"),
    ],
)
def test_a_catalogue_shows_tax_to_the_last_digit(
    amount: str, inclusive: bool, rate: str, with_tax: str, without_tax: str
) -> None:
    found = taxed(shown(amount, inclusive=inclusive), D(rate))

    assert found["calculated_amount_with_tax"] == found["original_amount_with_tax"]
    assert abs((found["calculated_amount_with_tax"] or 0) - D(with_tax)) < D("1e-13")
    assert abs((found["original_amount_without_tax"] or 0) - D(without_tax)) < D("1e-13")


def test_the_object_of_a_sale() -> None:
    choice = choose([price("100", min_quantity=D(1)), price("83.3", SALE)], known())
    assert choice is not None

    assert as_object(CalculatedPrice("pset_a", choice, TaxPreferences(of_currency=True))) == {
        "id": "pset_a",
        "is_calculated_price_price_list": True,
        "is_calculated_price_tax_inclusive": True,
        "calculated_amount": D("83.3"),
        "is_original_price_price_list": False,
        "is_original_price_tax_inclusive": True,
        "original_amount": D("100"),
        "currency_code": "eur",
        "calculated_price": {
            "id": "price_83.3",
            "price_list_id": "plist_sale",
            "price_list_type": "sale",
            "min_quantity": None,
            "max_quantity": None,
        },
        "original_price": {
            "id": "price_100",
            "price_list_id": None,
            "price_list_type": None,
            "min_quantity": D(1),
            "max_quantity": None,
        },
    }


def test_the_object_of_a_sale_of_something_that_has_no_other_price() -> None:
    choice = choose([price("77", SALE)], known())
    assert choice is not None
    calculated = CalculatedPrice("pset_a", choice, TaxPreferences())

    assert as_object(calculated)["original_amount"] is None
    assert as_object(calculated)["original_price"]["id"] is None
    assert taxed(calculated, D("0.19"))["original_amount_with_tax"] is None


CANDIDATES = st.lists(
    st.builds(
        lambda number, amount, kind, bound, club: price(
            amount,
            kind,
            id=f"price_{number}",
            conditions=IN_REGION if bound else (),
            **({"terms": CLUB} if kind is not None and club else {}),
        ),
        st.integers(0, 9),
        st.integers(1, 50).map(str),
        st.sampled_from([None, SALE, OVERRIDE]),
        st.booleans(),
        st.booleans(),
    ),
    max_size=6,
    unique_by=lambda one: one.id,
)


@given(CANDIDATES, st.randoms(use_true_random=False))
def test_the_choice_does_not_depend_on_the_order(candidates: list[Candidate], random: Any) -> None:
    chosen = choose(candidates, known("cusgroup_club"))
    random.shuffle(candidates)

    assert choose(candidates, known("cusgroup_club")) == chosen


@given(CANDIDATES)
def test_a_sale_never_costs_more_and_a_guest_never_pays_a_members_price(candidates: list[Candidate]) -> None:
    choice = choose(candidates, known())

    if choice is None:
        assert all(one.terms is not None and one.terms.conditions for one in candidates)
        return
    assert choice.calculated in candidates
    assert not (choice.calculated.terms and choice.calculated.terms.conditions)
    if choice.original is not None:
        assert choice.calculated.amount <= choice.original.amount
        assert choice.original.terms is None or choice.original == choice.calculated
    if any(one.terms and one.terms.type is OVERRIDE and not one.terms.conditions for one in candidates):
        assert choice.calculated.terms is not None
        assert choice.calculated.terms.type is OVERRIDE
