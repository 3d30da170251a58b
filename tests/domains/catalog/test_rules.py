"""Handles and values of variants."""

import pytest

from mercato.domains.catalog.rules import chosen_values, require_distinct, require_url_safe
from mercato.kernel.errors import Invalid

CHOICES = {"Size": {"S": "optval_s", "M": "optval_m"}, "Colour": {"Red": "optval_red"}}


@pytest.mark.parametrize("handle", ["", "Not Safe!", "kůň", "a--b", "-a", "a_b", "A"])
def test_handles_that_are_no_part_of_a_url(handle: str) -> None:
    with pytest.raises(Invalid, match="URL safe"):
        require_url_safe(handle)


def test_values_by_their_names() -> None:
    assert chosen_values(CHOICES, "S red", {"Colour": "Red", "Size": "S"}) == ["optval_red", "optval_s"]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({}, "Product has 2 option values but there were 0 provided option values for the variant: V."),
        ({"Size": "S"}, "Product has 2 option values but there were 1 provided option values for the variant: V."),
        ({"Size": "XL", "Colour": "Red"}, "Option value XL does not exist for option Size"),
        ({"Size": "S", "Cut": "Red"}, "Option value Red does not exist for option Cut"),
    ],
)
def test_values_that_do_not_fit(given: dict[str, str], message: str) -> None:
    with pytest.raises(Invalid) as refused:
        chosen_values(CHOICES, "V", given)
    assert refused.value.message == message


def test_no_two_variants_alike() -> None:
    require_distinct([("A", frozenset({"s"})), ("B", frozenset({"m"}))])
    with pytest.raises(Invalid, match=r"Variant \(A\) with provided options already exists\."):
        require_distinct([("A", frozenset({"s"})), ("B", frozenset({"s"}))])
