"""What the marketplace keeps of a line."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mercato.domains.commissions.models import RateType, RuleReference
from mercato.domains.commissions.rules import Rate, Sale, commission, references
from mercato.kernel.money import round_money

D = Decimal


def sale(net: str, tax_rate: str = "0", currency: str = "eur") -> Sale:
    tax = round_money(D(net) * D(tax_rate), currency)
    return Sale("sel_a", "ptyp_a", "pcat_a", D(net) + tax, tax, currency)


def percentage(
    value: str, *, include_tax: bool = False, minimum: str | None = None, maximum: str | None = None
) -> Rate:
    bounds = [{} if bound is None else {"jpy": D(bound)} for bound in (minimum, maximum)]
    return Rate(RateType.PERCENTAGE, D(value), include_tax, {}, bounds[0], bounds[1])


def flat(**amounts: str) -> Rate:
    return Rate(RateType.FLAT, None, False, {code: D(amount) for code, amount in amounts.items()}, {}, {})


@pytest.mark.parametrize(
    ("of", "rate", "kept"),
    [
        (sale("49.98", "0.19"), percentage("10"), "5.00"),
        (sale("49.98", "0.19"), percentage("25", include_tax=True), "14.87"),
        (sale("224.91"), percentage("10"), "22.49"),
        (sale("99.99", "0.23"), percentage("7"), "7.00"),
        (sale("66.66", "0.23"), percentage("15"), "10.00"),
        (sale("399.96", "0.23"), percentage("4", include_tax=True), "19.68"),
        (sale("2560", currency="jpy"), percentage("5", minimum="200"), "200"),
        (sale("2560", currency="jpy"), flat(jpy="150"), "150"),
        (sale("11520", "0.1", "jpy"), percentage("30", include_tax=True, maximum="900"), "900"),
        (sale("12.375", currency="kwd"), percentage("3"), "0.371"),
        (sale("8.25", currency="kwd"), percentage("3"), "0.248"),
        (sale("100"), flat(usd="3"), "0.00"),
        (sale("100"), percentage("12.5"), "12.50"),
        # Bounds in another currency bind nothing.
        (sale("100"), percentage("10", minimum="500", maximum="1"), "10.00"),
        # The minimum has the last word.
        (sale("1000", currency="jpy"), percentage("10", minimum="200", maximum="100"), "200"),
    ],
)
def test_what_is_kept(of: Sale, rate: Rate, kept: str) -> None:
    assert str(commission(of, rate)) == kept


def test_the_most_particular_rule_comes_first() -> None:
    assert references(sale("1")) == [
        (RuleReference.SELLER_AND_TYPE, "sel_a+ptyp_a"),
        (RuleReference.SELLER_AND_CATEGORY, "sel_a+pcat_a"),
        (RuleReference.SELLER, "sel_a"),
        (RuleReference.TYPE, "ptyp_a"),
        (RuleReference.CATEGORY, "pcat_a"),
        (RuleReference.SITE, ""),
    ]


def test_what_a_line_lacks_no_rule_may_name() -> None:
    bare = Sale("sel_a", None, None, D(1), D(0), "eur")

    assert references(bare) == [(RuleReference.SELLER, "sel_a"), (RuleReference.SITE, "")]


@given(
    st.decimals(0, 100000, places=2),
    st.decimals(0, 1, places=2),
    st.decimals(0, 100, places=2),
    st.booleans(),
    st.sampled_from(["eur", "jpy", "kwd"]),
)
def test_per_cent_never_takes_more_than_the_line(
    net: Decimal, tax_rate: Decimal, rate: Decimal, include_tax: bool, currency: str
) -> None:
    of = sale(str(round_money(net, currency)), str(tax_rate), currency)

    kept = commission(of, percentage(str(rate), include_tax=include_tax))

    assert 0 <= kept <= (of.total if include_tax else of.total - of.tax)
    assert kept == round_money(kept, currency)
