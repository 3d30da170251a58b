"""Which rates tax a row."""

from dataclasses import dataclass
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mercato.domains.taxes.rules import Reference, rates_for_row


@dataclass(frozen=True)
class Rate:
    """A rate of an address."""

    code: str
    in_province: bool = False
    is_default: bool = False
    is_combinable: bool = False
    references: frozenset[Reference] = frozenset()


PRODUCT, TYPE, OPTION = ("product", "prod_a"), ("product_type", "ptyp_a"), ("shipping_option", "so_a")
GST = Rate("gst", is_default=True)
QST = Rate("qst", in_province=True, is_default=True, is_combinable=True)
HST = Rate("hst", in_province=True, is_default=True)
COUNTRY_TYPE = Rate("country type", references=frozenset({TYPE}))
COUNTRY_PRODUCT = Rate("country product", references=frozenset({PRODUCT}))
PROVINCE_TYPE = Rate("province type", in_province=True, references=frozenset({TYPE}))
PROVINCE_PRODUCT = Rate("province product", in_province=True, references=frozenset({PRODUCT}))


@pytest.mark.parametrize(
    ("rates", "want"),
    [
        ([], []),
        ([GST], ["gst"]),
        # Two lines of 5 and 9.975 per cent; the combinable rate is the province's.
        ([GST, QST], ["qst", "gst"]),
        ([GST, HST], ["hst"]),
        ([QST], ["qst"]),
        ([GST, COUNTRY_TYPE], ["country type"]),
        ([GST, COUNTRY_TYPE, COUNTRY_PRODUCT], ["country product"]),
        # Any rate of the province comes before any of the country.
        ([GST, COUNTRY_PRODUCT, HST], ["hst"]),
        ([HST, PROVINCE_TYPE, COUNTRY_PRODUCT], ["province type"]),
        ([HST, PROVINCE_TYPE, PROVINCE_PRODUCT], ["province product"]),
        # What is added to a combinable rate is the country's closest one.
        ([GST, COUNTRY_PRODUCT, QST], ["qst", "country product"]),
        ([Rate("combinable", is_default=True, is_combinable=True), COUNTRY_TYPE], ["country type"]),
    ],
)
def test_the_closest_rate(rates: list[Rate], want: list[str]) -> None:
    for order in permutations(rates):
        assert [rate.code for rate in rates_for_row(order, [PRODUCT, TYPE])] == want


def test_rates_that_name_other_things_do_not_count() -> None:
    assert rates_for_row([COUNTRY_TYPE, COUNTRY_PRODUCT], [("product", "prod_b"), ("product_type", "ptyp_b")]) == []
    assert rates_for_row([COUNTRY_PRODUCT, GST], [OPTION]) == [GST]
    delivery = Rate("delivery", references=frozenset({OPTION}))
    assert rates_for_row([delivery, GST], [OPTION]) == [delivery]
    # An id says nothing without what it is the id of.
    assert rates_for_row([Rate("odd", references=frozenset({("product_type", "prod_a")}))], [PRODUCT]) == []


RATES = st.lists(
    st.builds(
        Rate,
        st.uuids().map(str),
        st.booleans(),
        st.booleans(),
        st.booleans(),
        st.frozensets(st.sampled_from([PRODUCT, TYPE, OPTION, ("product", "prod_b")]), max_size=2),
    ),
    max_size=6,
)


@given(RATES)
def test_at_most_one_rate_of_each_region(rates: list[Rate]) -> None:
    chosen = rates_for_row(rates, [PRODUCT, TYPE])

    assert len(chosen) <= 2
    assert len({rate.in_province for rate in chosen}) == len(chosen)
    if len(chosen) == 2:
        assert chosen[0].in_province
        assert chosen[0].is_combinable
    for rate in chosen:
        assert rate.is_default or rate.references & {PRODUCT, TYPE}
    if any(rate.is_default for rate in rates):
        assert chosen
