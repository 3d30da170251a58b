"""Carts and orders that were recorded with the reference: our rounded totals beside its unrounded ones."""

import json
from collections.abc import Iterator
from copy import deepcopy
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from mercato.domains.totals.rules import fill_cart_totals, fill_preview_totals
from mercato.kernel.money import minor_unit

RECORDED: list[dict[str, Any]] = json.loads(
    Path(__file__).with_name("recorded.json").read_text(), parse_float=Decimal, parse_int=Decimal
)
# Of what may be refunded the reference adds the pieces that came back, and mistakes the tax of discounts and of
# prices that contain it.
REFUNDABLE = {"refundable_total", "refundable_total_per_unit"}


@pytest.mark.parametrize("recorded", RECORDED, ids=lambda one: one["source"])
def test_totals_stay_within_three_minor_units_of_the_recorded(recorded: dict[str, Any]) -> None:
    ours, unit = deepcopy(recorded), minor_unit(recorded["currency_code"])
    fill = fill_preview_totals if "detail" in ours["items"][0] else fill_cart_totals

    fill(ours)

    for name, want, got in _pairs(recorded, ours):
        assert abs(want - got) <= 3 * unit, (name, want, got)
        if want == want.quantize(unit) and not recorded["items"][0]["tax_lines"]:
            assert abs(want - got) <= unit, (name, want, got)


def _pairs(recorded: dict[str, Any], ours: dict[str, Any]) -> Iterator[tuple[str, Decimal, Decimal]]:
    yield from ((name, want, ours[name]) for name, want in recorded["totals"].items())
    for rows in ("items", "shipping_methods"):
        for number, (row, our) in enumerate(zip(recorded[rows], ours[rows], strict=True)):
            detail = row.get("detail", {})
            returns = sum(number for name, number in detail.items() if name.startswith("return_"))
            sound = not (returns or row["adjustments"] or row["is_tax_inclusive"])
            for name, want in row["totals"].items():
                if sound or name not in REFUNDABLE:
                    yield f"{rows}[{number}].{name}", want, our[name]
            for tax, our_tax in zip(row["tax_lines"], our["tax_lines"], strict=True):
                for name in ("subtotal", "total"):
                    if name in tax:
                        yield f"{rows}[{number}].tax_lines.{name}", tax[name], our_tax[name]
