"""Minor units, rounding, division into parts."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mercato
from mercato.kernel.money import allocate, from_minor, minor_digits, minor_unit, round_money, to_minor

CURRENCIES = st.sampled_from(["eur", "jpy", "kwd"])
AMOUNTS = st.decimals("-1000000", "1000000", places=6)
WEIGHTS = st.lists(st.decimals(0, 100000, places=5), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("currency", "digits"),
    [("eur", 2), ("EUR", 2), ("jpy", 0), ("kwd", 3), ("bhd", 3), ("afn", 0), ("iqd", 0), ("huf", 2), ("xyz", 2)],
)
def test_digits(currency: str, digits: int) -> None:
    assert minor_digits(currency) == digits


def test_digits_are_those_of_the_currencies_that_an_installation_has() -> None:
    seeded = json.loads((Path(mercato.__file__).parent / "seed/data/currencies.json").read_text(encoding="utf-8"))

    assert len(seeded) > 100
    assert {one["code"]: minor_digits(one["code"]) for one in seeded} == {
        one["code"]: one["decimal_digits"] for one in seeded
    }


@pytest.mark.parametrize(
    ("amount", "currency", "rounded"),
    [
        ("1.005", "eur", "1.01"),
        ("-1.005", "eur", "-1.01"),
        ("1.004999", "eur", "1.00"),
        ("7124.5", "jpy", "7125"),
        ("0.0005", "kwd", "0.001"),
        ("-0.001", "eur", "0.00"),
        ("1e40", "eur", "1" + "0" * 40 + ".00"),
    ],
)
def test_rounds_half_away_from_zero(amount: str, currency: str, rounded: str) -> None:
    assert str(round_money(Decimal(amount), currency)) == rounded


@given(AMOUNTS, CURRENCIES)
def test_rounding_is_near_and_settled(amount: Decimal, currency: str) -> None:
    rounded = round_money(amount, currency)

    assert abs(rounded - amount) * 2 <= minor_unit(currency)
    assert round_money(rounded, currency) == rounded
    assert from_minor(to_minor(amount, currency), currency) == rounded


@pytest.mark.parametrize(
    ("total", "weights", "currency", "parts"),
    [
        ("20", ["120", "49.98"], "eur", ["14.12", "5.88"]),
        ("20", ["74.97", "13.32", "120"], "eur", ["7.20", "1.28", "11.52"]),
        ("10", ["1", "1", "1"], "eur", ["3.34", "3.33", "3.33"]),
        ("-10", ["1", "1", "1"], "eur", ["-3.34", "-3.33", "-3.33"]),
        ("100", ["1", "1", "1"], "jpy", ["34", "33", "33"]),
        ("1", ["0", "0"], "kwd", ["1.000", "0.000"]),
        ("0.01", ["1", "3"], "eur", ["0.00", "0.01"]),
        ("1", [], "eur", []),
    ],
)
def test_divides(total: str, weights: list[str], currency: str, parts: list[str]) -> None:
    assert [str(p) for p in allocate(Decimal(total), [Decimal(w) for w in weights], currency)] == parts


@given(AMOUNTS, WEIGHTS, CURRENCIES)
def test_parts_sum_up_and_none_is_a_unit_away_from_its_share(
    total: Decimal, weights: list[Decimal], currency: str
) -> None:
    parts = allocate(total, weights, currency)

    assert sum(parts) == round_money(total, currency)
    assert all(part == round_money(part, currency) and part * total >= 0 for part in parts)
    if whole := sum(weights):
        for part, weight in zip(parts, weights, strict=True):
            assert abs(part - round_money(total, currency) * weight / whole) < minor_unit(currency)


@given(AMOUNTS, WEIGHTS, CURRENCIES)
def test_what_is_owed_is_divided_as_what_is_due(total: Decimal, weights: list[Decimal], currency: str) -> None:
    assert allocate(-total, weights, currency) == [-part for part in allocate(total, weights, currency)]
