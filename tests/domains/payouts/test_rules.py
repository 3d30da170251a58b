"""What sellers are paid."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mercato.domains.payouts.rules import (
    Proceeds,
    Standing,
    commission_after_refund,
    from_provider_units,
    provider_units,
    reversible,
    why_not_payable,
)
from mercato.kernel.money import round_money

D = Decimal
GOOD = Standing(canceled=False, captured=True, fulfilled=True, held=False, paid_out=False)
CURRENCIES = st.sampled_from(["eur", "jpy", "kwd"])
AMOUNTS = st.decimals(0, 100000, places=3)


def test_a_seller_gets_what_was_taken_less_what_went_back_and_what_the_marketplace_keeps() -> None:
    assert str(Proceeds(D("93.4"), D("20"), D("9.34"), "eur").amount) == "64.06"
    assert str(Proceeds(D("10"), D("10"), D("1"), "eur").amount) == "-1.00"
    assert str(Proceeds(D("7125"), D(0), D("712.5"), "jpy").amount) == "6413"


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({}, None),
        ({"paid_out": True}, "already paid out"),
        ({"canceled": True}, "canceled"),
        ({"captured": False}, "payment not captured"),
        ({"fulfilled": False}, "not fulfilled"),
        ({"held": True}, "held back"),
    ],
)
def test_what_keeps_an_order_from_being_paid_out(change: dict[str, bool], why: str | None) -> None:
    assert why_not_payable(Proceeds(D(10), D(0), D(1), "eur"), replace(GOOD, **change)) == why


def test_nothing_is_no_payout() -> None:
    assert why_not_payable(Proceeds(D(10), D(9), D(1), "eur"), GOOD) == "nothing to pay"
    assert why_not_payable(Proceeds(D(10), D(10), D(1), "eur"), GOOD) == "nothing to pay"


def test_no_more_is_taken_back_than_was_paid() -> None:
    assert reversible(D("84.06"), []) == D("84.06")
    assert reversible(D("84.06"), [D("20"), D("4.06")]) == D("60.00")
    assert reversible(D("84.06"), [D("84.06"), D("1")]) == 0


@pytest.mark.parametrize(
    ("amount", "currency", "units"),
    [
        ("12.34", "eur", 1234),
        ("12.345", "EUR", 1235),
        ("7124", "jpy", 7124),
        ("500", "isk", 50000),
        ("1500", "ugx", 1500),
        ("1.230", "kwd", 1230),
        ("1.234", "kwd", 1240),
        ("1.2305", "kwd", 1240),
        ("5", "iqd", 5000),
    ],
)
def test_the_units_of_the_provider(amount: str, currency: str, units: int) -> None:
    assert provider_units(D(amount), currency) == units


@given(AMOUNTS, CURRENCIES)
def test_units_are_never_less_than_the_amount(amount: Decimal, currency: str) -> None:
    amount = round_money(amount, currency)
    transferred = from_provider_units(provider_units(amount, currency), currency)

    assert 0 <= transferred - amount < D("0.01")
    assert currency == "kwd" or transferred == amount


@given(AMOUNTS, AMOUNTS, st.decimals(0, 1, places=2), CURRENCIES)
def test_commission_goes_back_with_the_money(
    captured: Decimal, refunded: Decimal, rate: Decimal, currency: str
) -> None:
    captured = round_money(captured, currency)
    refunded = min(round_money(refunded, currency), captured)
    commission = round_money(captured * rate, currency)

    kept = commission_after_refund(commission, captured=captured, refunded=refunded, currency=currency)

    assert 0 <= kept <= commission
    assert kept == round_money(kept, currency)
    assert kept == commission if refunded == 0 and captured > 0 else True
    assert kept == 0 if refunded == captured else True
    assert Proceeds(captured, refunded, kept, currency).amount >= 0
