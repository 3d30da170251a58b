"""Conditions of promotions."""

from decimal import Decimal
from typing import Any

import pytest

from mercato.domains.promotions.rules.matching import holds, row_holds
from tests.domains.promotions.make import line, on

FACTS: dict[str, Any] = {
    "region_id": "reg_a",
    "item_total": Decimal("100.00"),
    "gift": True,
    "metadata": {"code": "007"},
    "customer": {"groups": [{"id": "cusgroup_a"}, {"id": "cusgroup_b"}]},
    "items": [{"product": {"tags": [{"id": "ptag_a"}]}}, {"product": {"tags": [{"id": "ptag_b"}]}}],
    "shipping_address": None,
    "empty": [],
}


@pytest.mark.parametrize(
    ("attribute", "operator", "values", "kept"),
    [
        ("region_id", "eq", ["reg_a"], True),
        ("region_id", "eq", ["reg_b"], False),
        ("region_id", "in", ["reg_b", "reg_a"], True),
        ("region_id", "ne", ["reg_b"], True),
        ("region_id", "ne", ["reg_a"], False),
        # Every group is asked for, some group, none.
        ("customer.groups.id", "eq", ["cusgroup_a"], False),
        ("customer.groups.id", "eq", ["cusgroup_a", "cusgroup_b"], True),
        ("customer.groups.id", "in", ["cusgroup_a"], True),
        ("customer.groups.id", "ne", ["cusgroup_a"], False),
        ("items.product.tags.id", "in", ["ptag_b"], True),
        ("items.product.tags.id", "eq", ["ptag_b"], False),
        # What is missing equals nothing and differs from everything.
        ("shipping_address.country_code", "ne", ["fr"], True),
        ("shipping_address.country_code", "in", ["fr"], False),
        ("shipping_address.country_code", "eq", ["fr"], False),
        ("shipping_address.country_code", "gt", ["1"], False),
        ("empty", "in", ["x"], False),
        ("nothing.like.this", "in", ["x"], False),
        ("region_id.deeper", "in", ["reg_a"], False),
        # A condition without values holds never.
        ("region_id", "ne", [], False),
        ("region_id", "in", [], False),
        ("gift", "eq", ["true"], True),
        ("item_total", "eq", ["100"], True),
        ("item_total", "gt", ["99.99"], True),
        ("item_total", "gt", ["100"], False),
        ("item_total", "gte", ["100"], True),
        ("item_total", "lt", ["100.01"], True),
        ("item_total", "lte", ["100"], True),
        ("item_total", "lte", ["99", "150"], True),
        ("item_total", "gt", ["much"], False),
        ("item_total", "gt", ["nan"], False),
        ("region_id", "gt", ["1"], False),
        # A text of digits is no number.
        ("metadata.code", "eq", ["7"], False),
        ("metadata.code", "eq", ["007"], True),
        ("metadata", "in", ["007"], False),
    ],
)
def test_a_condition(attribute: str, operator: str, values: list[str], kept: bool) -> None:
    assert holds([on(attribute, *values, operator=operator)], FACTS) is kept


def test_all_conditions_must_hold_and_none_is_none() -> None:
    assert holds([], FACTS)
    assert holds([on("region_id", "reg_a"), on("gift", "true")], FACTS)
    assert not holds([on("region_id", "reg_a"), on("gift", "false")], FACTS)


@pytest.mark.parametrize("attribute", ["product.id", "items.product.id"])
def test_a_condition_on_rows_may_say_what_the_row_is(attribute: str) -> None:
    assert row_holds([on(attribute, "lamp")], line("lamp", "1"))
    assert not row_holds([on(attribute, "lamp")], line("tee", "1"))


def test_a_condition_on_deliveries() -> None:
    method = line("parcel", "10", shipping_option={"shipping_option_type_id": "sotype_a"})

    assert row_holds([on("shipping_methods.shipping_option.shipping_option_type_id", "sotype_a")], method)
