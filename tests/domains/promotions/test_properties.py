"""What holds for whatever promotions and baskets."""

from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from mercato.domains.promotions.models import BudgetType
from mercato.domains.promotions.rules.applying import apply
from mercato.domains.promotions.rules.budgets import uses
from mercato.domains.promotions.rules.terms import Basket, Budget, Campaign, Candidate, Row
from mercato.domains.totals.rows import Discount, row_totals
from mercato.domains.totals.rows import Row as TotalsRow
from mercato.kernel.money import minor_unit, round_money
from tests.domains.promotions.make import NOW, products, promotion

D = Decimal
CURRENCIES = st.sampled_from(["eur", "jpy", "kwd"])
IDS = ["a", "b", "c"]
TAX = {"a": D("0.19"), "b": D("0.07"), "c": D(0)}


@st.composite
def rows(draw: st.DrawFn, currency: str, ids: list[str]) -> list[Row]:
    digits = -int(minor_unit(currency).as_tuple().exponent)
    found: list[Row] = []
    for id in draw(st.lists(st.sampled_from(ids), unique=True)):
        subtotal = draw(st.decimals(0, 1000, places=digits))
        whole = round_money(subtotal * (1 + TAX[id[-1]]), currency)
        found.append(Row(id, draw(st.integers(1, 6)), subtotal, whole, draw(st.booleans()), {"product": {"id": id}}))
    return found


@st.composite
def promotions(draw: st.DrawFn) -> list[Candidate]:
    found: list[Candidate] = []
    for number in range(draw(st.integers(1, 5))):
        target = draw(st.sampled_from(["order", "items", "shipping_methods"]))
        kind = draw(st.sampled_from(["fixed", "percentage"]))
        options: dict[str, Any] = {"code": str(number), "is_tax_inclusive": draw(st.booleans())}
        if draw(st.booleans()):
            budget = Budget(
                draw(st.sampled_from(["probudg_a", "probudg_b"])),
                draw(st.sampled_from([BudgetType.SPEND, BudgetType.USAGE])),
                D(draw(st.integers(0, 60))),
            )
            options["campaign"] = Campaign(
                budget=Budget(f"{budget.id}_{budget.type}_{budget.limit}", budget.type, budget.limit)
            )
        if target != "order":
            options["allocation"] = draw(st.sampled_from(["each", "once", "across"]))
            if options["allocation"] != "across":
                options["max_quantity"] = draw(st.integers(1, 4))
        if target == "items":
            options["target_rules"] = products(*draw(st.lists(st.sampled_from(IDS), min_size=1)))
            if draw(st.integers(0, 2)) == 0:
                options |= {
                    "type": "buyget",
                    "buy_rules": products(*draw(st.lists(st.sampled_from(IDS), min_size=1))),
                    "buy_rules_min_quantity": draw(st.integers(1, 3)),
                    "apply_to_quantity": draw(st.integers(1, 2)),
                }
        found.append(promotion(str(draw(st.decimals(0, 100, places=2))), kind, target, **options))
    return found


@st.composite
def baskets(draw: st.DrawFn) -> Basket:
    currency = draw(CURRENCIES)
    lines = draw(rows(currency, IDS))
    return Basket(currency, NOW, lines, draw(rows(currency, [f"so_{id}" for id in IDS])))


@given(baskets(), promotions())
def test_discounts_are_whole_and_never_more_than_the_row(cart: Basket, rules: list[Candidate]) -> None:
    outcome = apply(rules, cart)

    for one in outcome.adjustments:
        assert one.amount > 0
        assert one.amount == round_money(one.amount, cart.currency_code)
    for row in [*cart.lines, *cart.methods]:
        own = [one for one in outcome.adjustments if one.row_id == row.id]
        assert row.is_discountable or not own
        net = sum(
            (one.amount * row.subtotal / row.original_total if one.inclusive else one.amount for one in own), D(0)
        )
        assert net <= row.subtotal + D("1e-20")


@given(baskets(), promotions())
def test_no_total_falls_below_zero(cart: Basket, rules: list[Candidate]) -> None:
    outcome = apply(rules, cart)

    for row in [*cart.lines, *cart.methods]:
        discounts = [Discount(one.amount, one.inclusive) for one in outcome.adjustments if one.row_id == row.id]
        totals = row_totals(TotalsRow(row.subtotal, False, [TAX[row.id[-1]]], discounts, cart.currency_code))
        assert totals.total >= 0
        assert totals.tax_total >= 0
        assert totals.discount_total >= 0


@given(baskets(), promotions())
def test_every_promotion_works_or_says_why_not(cart: Basket, rules: list[Candidate]) -> None:
    outcome = apply(rules, cart)

    working = {one.code for one in outcome.adjustments}
    assert working | outcome.refused.keys() == {rule.code for rule in rules}
    assert working.isdisjoint(outcome.refused)
    assert apply(rules, cart) == outcome


@given(baskets(), promotions())
def test_no_budget_is_overdrawn(cart: Basket, rules: list[Candidate]) -> None:
    limits = {
        rule.campaign.budget.id: rule.campaign.budget.limit for rule in rules if rule.campaign and rule.campaign.budget
    }

    for use in uses(rules, apply(rules, cart).adjustments, cart):
        limit = limits[use.budget_id]
        assert limit is None or use.amount <= limit


@given(baskets(), st.decimals(0, 2000, places=0))
def test_an_order_discount_is_given_whole(cart: Basket, value: Decimal) -> None:
    outcome = apply([promotion(str(value))], cart)

    open_ = sum((row.subtotal for row in cart.lines if row.is_discountable), D(0))
    assert sum((one.amount for one in outcome.adjustments), D(0)) == min(value, open_)
