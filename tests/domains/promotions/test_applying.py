"""What promotions take off baskets: the worked examples."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from mercato.domains.promotions.models import BudgetType
from mercato.domains.promotions.rules.applying import apply
from mercato.domains.promotions.rules.budgets import uses
from mercato.domains.promotions.rules.terms import Basket, Budget, Campaign, Candidate, Refusal
from mercato.kernel.errors import Invalid
from tests.domains.promotions.make import NOW, basket, buyget, line, off, on, products, promotion, taken

D = Decimal
TEE, SOCK, LAMP = ("tee", "24.99"), ("sock", "3.33"), ("lamp", "120")


def each(value: str, kind: str, most: int, *ids: str) -> Candidate:
    return promotion(value, kind, "items", allocation="each", max_quantity=most, target_rules=products(*ids))


@pytest.mark.parametrize(
    ("rule", "lines", "want"),
    [
        (each("7.77", "fixed", 2, "tee"), [line(*TEE, 3)], {"tee": "15.54"}),
        (each("7.77", "fixed", 2, "sock"), [line(*SOCK, 1)], {"sock": "3.33"}),
        (each("7.77", "fixed", 2, "sock"), [line(*SOCK, 4)], {"sock": "6.66"}),
        (each("7.77", "fixed", 2, "lamp"), [line(*LAMP)], {"lamp": "7.77"}),
        (each("50", "percentage", 2, "tee"), [line(*TEE, 3)], {"tee": "24.99"}),
        (each("50", "percentage", 2, "sock"), [line(*SOCK, 4)], {"sock": "3.33"}),
        (each("100", "percentage", 9, "tee"), [line(*TEE, 3)], {"tee": "74.97"}),
    ],
)
def test_for_each_piece(rule: Candidate, lines: list[Any], want: dict[str, str]) -> None:
    assert off(basket(*lines, line("other", "50")), rule) == want


def test_one_amount_across_lines() -> None:
    cart = basket(line(*TEE, 3), line(*SOCK, 4), line(*LAMP))
    twenty = promotion("20", "fixed", "items", allocation="across", target_rules=products("tee", "sock", "lamp"))

    # The reference gives 7.198617312400979, 1.2789860290940516 and 11.522396658504968.
    assert off(cart, twenty) == {"tee": "7.20", "sock": "1.28", "lamp": "11.52"}


def test_an_order_discount_and_then_per_cent_of_what_is_left() -> None:
    cart = basket(line("a", "48.99"), line("b", "120"))
    fixed, rate = promotion("33"), promotion("7.25", "percentage")

    outcome = apply([rate, fixed], cart)

    assert sum(D(amount) for amount in taken(outcome, "33 fixed").values()) == 33
    # 7.25 % of 135.99 is 9.859275.
    assert sum(D(amount) for amount in taken(outcome, "7.25 percentage").values()) == D("9.86")


def test_a_value_above_the_basket_takes_the_basket() -> None:
    outcome = apply([promotion("500")], basket(line(*TEE), line(*SOCK)))

    assert taken(outcome) == {"tee": "24.99", "sock": "3.33"}
    assert outcome.working == ["promo_500 fixed"]


@pytest.mark.parametrize(("socks", "want"), [(2, {"sock": "2.66", "tee": "10.00"}), (5, {"sock": "4.00"})])
def test_once_for_the_cheapest_pieces(socks: int, want: dict[str, str]) -> None:
    once = promotion("40", "percentage", "items", allocation="once", max_quantity=3)

    # The reference gives 2.664 + 9.996, and 3.996.
    assert off(basket(line(*TEE, 2), line(*SOCK, socks), line(*LAMP, 2)), once) == want


def test_two_once_promotions_have_their_own_quotas() -> None:
    free = promotion("100", "percentage", "items", allocation="once", max_quantity=1, code="free")
    half = promotion("50", "percentage", "items", allocation="once", max_quantity=2, code="half")

    outcome = apply([half, free], basket(line(*SOCK), line(*TEE)))

    assert taken(outcome, "free") == {"sock": "3.33"}
    # The sock uses up one of two pieces although nothing of it is left.
    assert taken(outcome, "half") == {"tee": "12.50"}


def parcel(amount: str, id: str = "parcel", kind: str = "sotype_a") -> Any:
    return line(id, amount, shipping_option={"shipping_option_type_id": kind})


def test_deliveries() -> None:
    fixed = promotion("4.25", "fixed", "shipping_methods", allocation="each", max_quantity=1)
    rate = promotion(
        "50",
        "percentage",
        "shipping_methods",
        allocation="each",
        max_quantity=1,
        target_rules=(on("shipping_methods.shipping_option.shipping_option_type_id", "sotype_a"),),
    )
    cart = basket(line(*LAMP), methods=[parcel("10")])

    assert off(cart, fixed) == {"parcel": "4.25"}
    outcome = apply([fixed, rate], cart)
    # 50 is more than 4.25: five first, then 4.25 of the five that are left.
    assert [(one.code, str(one.amount)) for one in outcome.adjustments] == [
        ("50 percentage", "5.00"),
        ("4.25 fixed", "4.25"),
    ]
    assert off(basket(line(*LAMP), methods=[parcel("10", kind="sotype_b")]), rate) == {}
    assert apply([fixed], basket(line(*LAMP))).refused == {"4.25 fixed": Refusal.NOTHING}


def test_deliveries_across_and_once() -> None:
    cart = basket(methods=[parcel("10", "a"), parcel("5", "b"), parcel("0", "c")])

    across = promotion("6", "fixed", "shipping_methods", allocation="across")
    assert off(cart, across) == {"a": "4.00", "b": "2.00"}
    once = promotion("100", "percentage", "shipping_methods", allocation="once", max_quantity=1)
    assert off(cart, once) == {"b": "5.00"}


@pytest.mark.parametrize(
    ("lines", "want"),
    [
        ([line("tee-s", "24.99", 2), line(*SOCK, 3)], {}),
        ([line("tee-s", "24.99", 2), line("tee-m", "24.99", 1), line(*SOCK, 3)], {"sock": "3.33"}),
        ([line("tee-s", "24.99", 6), line(*SOCK, 3)], {"sock": "6.66"}),
        ([line("tee-s", "24.99", 31), line(*SOCK, 3)], {"sock": "6.66"}),
        ([line("tee-s", "24.99", 6)], {}),
    ],
)
def test_buy_three_get_one(lines: list[Any], want: dict[str, str]) -> None:
    assert off(basket(*lines), buyget(buy="tee-s tee-m", get="sock", least=3, most=2)) == want


@pytest.mark.parametrize(("lamps", "want"), [(2, {}), (3, {"lamp": "72.00"}), (11, {"lamp": "216.00"})])
def test_buy_two_get_one_of_the_same(lamps: int, want: dict[str, str]) -> None:
    assert off(basket(line(*LAMP, lamps)), buyget("60", buy="lamp", get="lamp", least=2, most=3)) == want


def test_pieces_count_for_one_reward_only() -> None:
    first = buyget("100", buy="tee", get="sock", least=2, most=9, code="first")
    second = buyget("90", buy="tee", get="lamp", least=2, most=9, code="second")

    outcome = apply([first, second], basket(line(*TEE, 3), line(*SOCK, 4), line(*LAMP)))

    assert taken(outcome) == {"sock": "3.33"}
    assert outcome.refused == {"second": Refusal.NOTHING}


def test_a_reward_that_no_budget_bears_leaves_its_pieces_to_others() -> None:
    spent = Campaign(budget=Budget("probudg_a", BudgetType.USAGE, D(1), used=D(1)))
    first = buyget("100", buy="tee", get="sock", least=2, most=9, code="first", campaign=spent)
    second = buyget("90", buy="tee", get="lamp", least=2, most=9, code="second")

    outcome = apply([first, second], basket(line(*TEE, 2), line(*SOCK, 4), line(*LAMP)))

    assert taken(outcome) == {"lamp": "108.00"}
    assert outcome.refused == {"first": Refusal.BUDGET}


def test_rewards_come_first_then_the_higher_value_whatever_it_counts() -> None:
    reward = buyget("1", buy="tee", get="tee", least=1, most=1, code="reward")
    rules = [
        promotion("10", "percentage", code="ten per cent"),
        promotion("30", code="thirty"),
        promotion("15", code="fifteen"),
        promotion("20", "percentage", code="twenty per cent"),
        reward,
        promotion("15", code="fifteen again"),
    ]

    outcome = apply(rules, basket(line(*TEE, 40)))

    assert [one.code for one in outcome.adjustments] == [
        "reward",
        "thirty",
        "twenty per cent",
        "fifteen",
        "fifteen again",
        "ten per cent",
    ]


def test_what_may_not_be_discounted_is_left_alone() -> None:
    cart = basket(line(*TEE), line("card", "50", is_discountable=False), line("gift", "0"))

    assert off(cart, promotion("100", "percentage")) == {"tee": "24.99"}
    assert off(cart, promotion("100", "percentage", "items", allocation="each", max_quantity=9)) == {"tee": "24.99"}


def test_a_promotion_that_contains_tax_reckons_with_tax() -> None:
    cart = basket(line("lamp", "100", tax="0.19"))

    outcome = apply([promotion("20", is_tax_inclusive=True), promotion("10", "percentage")], cart)

    # 20 with tax are 16.8067 net; a tenth of the rest is 8.3193.
    assert [(str(one.amount), one.inclusive) for one in outcome.adjustments] == [("20.00", True), ("8.32", False)]
    whole = apply([promotion("500", is_tax_inclusive=True)], cart)
    assert [str(one.amount) for one in whole.adjustments] == ["119.00"]


def test_a_promotion_after_a_net_one_leaves_nothing_below_zero() -> None:
    cart = basket(line("lamp", "100", tax="0.19"))
    outcome = apply([promotion("600", code="net"), promotion("500", is_tax_inclusive=True, code="gross")], cart)

    assert taken(outcome) == {"lamp": "100.00"}
    assert outcome.refused == {"gross": Refusal.NOTHING}


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"status": "draft"}, Refusal.INACTIVE),
        ({"status": "inactive"}, Refusal.INACTIVE),
        ({"campaign": Campaign(starts_at=NOW + timedelta(seconds=1))}, Refusal.NOT_YET),
        ({"campaign": Campaign(ends_at=NOW)}, Refusal.OVER),
        ({"currency_code": "usd"}, Refusal.CURRENCY),
        ({"rules": (on("region_id", "reg_b"),)}, Refusal.CONDITIONS),
        ({"rules": (on("region_id"),)}, Refusal.CONDITIONS),
        ({"campaign": Campaign(NOW, NOW + timedelta(days=1))}, None),
        ({"currency_code": "EUR"}, None),
        ({"rules": (on("region_id", "reg_a"),)}, None),
    ],
)
def test_why_a_code_is_refused(change: dict[str, Any], why: Refusal | None) -> None:
    outcome = apply([promotion("5", code="five", **change)], basket(line(*TEE), facts={"region_id": "reg_a"}))

    assert outcome.refused == ({} if why is None else {"five": why})
    assert bool(outcome.adjustments) is (why is None)


def budgeted(kind: str, limit: str | None, used: str = "0", **more: Any) -> Campaign:
    return Campaign(budget=Budget("probudg_a", BudgetType(kind), None if limit is None else D(limit), D(used), **more))


@pytest.mark.parametrize(
    ("campaign", "net", "gives"),
    [
        (budgeted("spend", "10"), "37.44", True),
        (budgeted("spend", "10"), "112.32", False),
        (budgeted("spend", "10", "6.26"), "37.44", True),
        (budgeted("spend", "10", "6.27"), "37.44", False),
        (budgeted("spend", None), "112.32", True),
        (budgeted("spend", "10", currency_code="usd"), "37.44", False),
        (budgeted("usage", "1"), "37.44", True),
        (budgeted("usage", "1", "1"), "37.44", False),
    ],
)
def test_budgets(campaign: Campaign, net: str, gives: bool) -> None:
    outcome = apply([promotion("10", "percentage", campaign=campaign)], basket(line("a", net)))

    assert bool(outcome.adjustments) is gives
    assert list(outcome.refused.values()) == ([] if gives else [Refusal.BUDGET])


def test_a_budget_is_not_spent_twice_in_one_cart() -> None:
    campaign = budgeted("spend", "10")
    cart = basket(line("a", "60"), line("b", "60"))

    # The reference lets both rows pass, each by itself, and then refuses the purchase.
    assert off(cart, promotion("10", "percentage", campaign=campaign)) == {}
    outcome = apply([promotion("8", code="a", campaign=campaign), promotion("3", code="b", campaign=campaign)], cart)
    assert outcome.working == ["promo_a"]
    assert outcome.refused == {"b": Refusal.BUDGET}


def by_mail(limit: str = "1", kind: str = "use_by_attribute", **usages: str) -> Campaign:
    return budgeted(
        kind,
        limit,
        attribute="customer_email",
        usages={name.replace("_at_", "@") + ".test": D(used) for name, used in usages.items()},
    )


def test_budgets_that_count_by_customer() -> None:
    def cart(email: str | None) -> Basket:
        return basket(line(*TEE), email=email)

    rule = promotion("5", campaign=by_mail(ann_at_x="1"))
    assert off(cart("bob@x.test"), rule) == {"tee": "5.00"}
    assert off(cart("ann@x.test"), rule) == {}
    with pytest.raises(Invalid, match='Attribute value for "customer_email" is required by promotion campaing budget'):
        apply([rule], cart(None))
    assert off(cart(None), promotion("5", campaign=by_mail(), is_automatic=True)) == {}
    spending = by_mail("8", "spend_by_attribute", ann_at_x="4")
    assert off(cart("ann@x.test"), promotion("5", campaign=spending)) == {}
    assert off(cart("bob@x.test"), promotion("5", campaign=spending)) == {"tee": "5.00"}


def test_what_a_purchase_takes_from_budgets() -> None:
    campaign = budgeted("spend", "100")
    rules = [
        promotion("8", code="a", campaign=campaign),
        promotion("3", code="b", campaign=campaign),
        promotion("2", code="c"),
        promotion("1", code="d", campaign=by_mail("5")),
        promotion("1", code="e", campaign=budgeted("usage", "5"), status="draft"),
    ]
    rules[3] = promotion(
        "1",
        code="d",
        campaign=Campaign(budget=Budget("probudg_b", BudgetType.USE_BY_ATTRIBUTE, D(5), attribute="customer_id")),
    )
    cart = basket(line(*TEE, 3), customer_id="cus_a")

    taken_from = uses(rules, apply(rules, cart).adjustments, cart)

    assert [(one.budget_id, one.value, str(one.amount)) for one in taken_from] == [
        ("probudg_a", None, "11.00"),
        ("probudg_b", "cus_a", "1"),
    ]
