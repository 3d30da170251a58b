"""The judge is judged first."""

from typing import Any

import pytest

from tests.conformance.comparing import Deviation, compare, known_ids, normalise

ID = "prod_01ARZ3NDEKTSV4RRFFQ69G5FAV"


@pytest.mark.parametrize(
    ("want", "got", "found"),
    [
        ({"a": 1}, {"a": 1, "more": 2}, []),
        ({"a": 1}, {}, [("shape", ".a")]),
        ({"a": None}, {"a": "x"}, [("shape", ".a")]),
        ({"a": True}, {"a": 1}, [("shape", ".a")]),
        ([1, 2], [1], [("value", "")]),
        ([{"n": 1}, {"n": 2}], [{"n": 2}, {"n": 1}], [("order", "")]),
        ([{"n": 1}, {"n": 2}], [{"n": 2}, {"n": 3}], [("value", "[0].n")]),
        (10.5, 10.5000000001, []),
        (10.5, 10.51, [("value", "")]),
        (53.49225, 53.49, []),
        (53.49225, 53.53, [("value", "")]),
        ("<id:>", "<id:prod>", []),
    ],
)
def test_comparing(want: Any, got: Any, found: list[tuple[str, str]]) -> None:
    assert [(d.what, d.path) for d in compare(want, got)][:1] == found


def test_what_changes_from_run_to_run_is_compared_by_kind() -> None:
    ids = known_ids({"p": {"id": ID, "tags": [{"id": "ptag_01ARZ3NDEKTSV4RRFFQ69G5FAV"}]}})
    answer = {
        "id": ID,
        "tag": "ptag_01ARZ3NDEKTSV4RRFFQ69G5FAV",
        "other": "cus_01ARZ3NDEKTSV4RRFFQ69G5FAV",
        "at": "2025-01-31T12:00:00.000Z",
        "raw_total": {"value": "1"},
        "text": f"Product {ID} is gone",
    }
    assert normalise(answer, ids) == {
        "id": "${p.id}",
        "tag": "<id:ptag>",
        "other": "<id:cus>",
        "at": "<time>",
        "text": "Product ${p.id} is gone",
    }


def test_a_deviation_covers_what_it_names() -> None:
    deviation = Deviation("sale/*", "reason", do="POST /store/carts/*", path="cart.items[0].*")
    assert deviation.covers("sale/x", "POST /store/carts/${c}/complete", ".cart.items[0].total")
    assert not deviation.covers("sale/x", "GET /store/carts/${c}", ".cart.items[0].total")
    assert not deviation.covers("sale/x", "POST /store/carts/${c}", ".cart.items[1].total")
    assert Deviation("sale/x", "reason", path="status").covers("sale/x", "GET /a", "")
