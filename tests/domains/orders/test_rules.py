"""States of orders and of order sets."""

from decimal import Decimal
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mercato.domains.orders.rules import (
    Pieces,
    fulfillment_status,
    moved,
    payment_status,
    set_fulfillment_status,
    set_status,
)
from mercato.kernel.errors import Invalid

NOW = "2026-01-01T00:00:00.000Z"
STAMPS = {
    "packed": ["packed_at"],
    "shipped": ["packed_at", "shipped_at"],
    "delivered": ["packed_at", "shipped_at", "delivered_at"],
    "handed over": ["packed_at", "delivered_at"],
    "canceled": ["packed_at", "canceled_at"],
    "open": [],
}


def parcels(*kinds: str) -> list[dict[str, Any]]:
    return [dict.fromkeys(STAMPS[kind], NOW) for kind in kinds]


def line(quantity: int, fulfilled: int) -> dict[str, Any]:
    return {"detail": {"quantity": quantity, "fulfilled_quantity": fulfilled}}


@pytest.mark.parametrize(
    ("kinds", "fulfilled", "state"),
    [
        ([], 0, "not_fulfilled"),
        (["packed"], 2, "partially_fulfilled"),
        (["packed"], 5, "fulfilled"),
        (["shipped"], 2, "partially_shipped"),
        (["shipped", "packed"], 5, "partially_shipped"),
        (["shipped", "shipped"], 5, "shipped"),
        (["delivered", "shipped"], 5, "partially_delivered"),
        (["delivered", "delivered"], 5, "delivered"),
        (["delivered", "handed over"], 5, "delivered"),
        (["delivered"], 4, "partially_delivered"),
        (["canceled"], 0, "canceled"),
        (["canceled", "canceled"], 0, "canceled"),
        (["canceled", "packed"], 5, "fulfilled"),
        (["canceled", "delivered"], 5, "delivered"),
        (["canceled", "open"], 0, "not_fulfilled"),
    ],
)
def test_how_far_the_goods_are(kinds: list[str], fulfilled: int, state: str) -> None:
    assert fulfillment_status(parcels(*kinds), [line(5, fulfilled)]) == state


def collection(amount: str, status: str = "not_paid", captured: str = "0", refunded: str = "0") -> dict[str, Any]:
    return {
        "amount": Decimal(amount),
        "status": status,
        "captured_amount": Decimal(captured),
        "refunded_amount": Decimal(refunded),
    }


@pytest.mark.parametrize(
    ("collections", "state"),
    [
        ([], "not_paid"),
        ([collection("60")], "not_paid"),
        ([collection("60", "awaiting")], "awaiting"),
        ([collection("60", "authorized")], "authorized"),
        ([collection("60", "authorized"), collection("30")], "partially_authorized"),
        # What is still open on the order has no collection yet: this counts as captured.
        ([collection("60", "completed", "60")], "captured"),
        ([collection("60", "completed", "60"), collection("29.9")], "partially_captured"),
        ([collection("60", "completed", "60"), collection("29.9", "completed", "29.9")], "captured"),
        ([collection("60", "completed", "60"), collection("29.9", "canceled")], "captured"),
        ([collection("60", "partially_captured", "20")], "partially_captured"),
        ([collection("60", "completed", "60"), collection("29.9", "completed", "29.9", "29.9")], "partially_refunded"),
        ([collection("60", "completed", "60", "20")], "partially_refunded"),
        ([collection("60", "completed", "60", "60")], "refunded"),
        ([collection("60", "canceled", "60", "60")], "refunded"),
        ([collection("60", "canceled")], "canceled"),
        ([collection("60", "requires_action")], "requires_action"),
        ([collection("0", "completed")], "captured"),
    ],
)
def test_how_far_the_payment_is(collections: list[dict[str, Any]], state: str) -> None:
    assert payment_status(collections) == state


@pytest.mark.parametrize(
    ("statuses", "state"),
    [
        (["completed", "completed"], "completed"),
        (["canceled", "canceled"], "canceled"),
        (["completed", "canceled"], "pending"),
        (["pending", "requires_action"], "requires_action"),
        (["pending", "completed"], "pending"),
        ([], "completed"),
    ],
)
def test_a_set_is_what_its_orders_are(statuses: list[str], state: str) -> None:
    assert set_status(statuses) == state


@pytest.mark.parametrize(
    ("statuses", "state"),
    [
        ([], "not_fulfilled"),
        (["not_fulfilled"], "not_fulfilled"),
        (["canceled", "canceled"], "canceled"),
        (["delivered", "delivered"], "delivered"),
        (["fulfilled", "fulfilled"], "fulfilled"),
        (["shipped", "shipped"], "shipped"),
        (["delivered", "not_fulfilled"], "partially_delivered"),
        (["partially_delivered", "shipped"], "partially_delivered"),
        (["shipped", "fulfilled"], "partially_shipped"),
        (["partially_shipped", "canceled"], "partially_shipped"),
        (["fulfilled", "not_fulfilled"], "partially_fulfilled"),
        (["canceled", "not_fulfilled"], "not_fulfilled"),
    ],
)
def test_how_far_the_goods_of_a_set_are(statuses: list[str], state: str) -> None:
    assert set_fulfillment_status(statuses) == state


@given(st.lists(st.sampled_from(sorted(STAMPS)), max_size=5), st.integers(0, 5))
def test_neither_order_nor_canceled_parcels_change_what_is_delivered(kinds: list[str], fulfilled: int) -> None:
    state = fulfillment_status(parcels(*kinds), [line(5, fulfilled)])

    assert state == fulfillment_status(parcels(*reversed(kinds)), [line(5, fulfilled)])
    standing = [kind for kind in kinds if kind != "canceled"]
    if standing:
        assert state == fulfillment_status(parcels(*standing), [line(5, fulfilled)])
    if fulfilled < 5:
        assert state.startswith("partially_") or state in ("not_fulfilled", "canceled")


def test_every_pair_of_states_has_an_answer() -> None:
    states = [
        "not_fulfilled",
        "canceled",
        *(f"{part}{kind}" for part in ("", "partially_") for kind in ("fulfilled", "shipped", "delivered")),
    ]

    for pair in product(states, repeat=2):
        assert set_fulfillment_status(pair) == set_fulfillment_status(pair[::-1])


SENT = Pieces(3, fulfilled=3, shipped=3, delivered=3)
ANNOUNCED = Pieces(3, fulfilled=3, shipped=3, delivered=3, return_requested=2)


@pytest.mark.parametrize(
    ("before", "action", "number", "after"),
    [
        (Pieces(3), "FULFILL_ITEM", 2, Pieces(3, fulfilled=2)),
        (Pieces(3, fulfilled=2), "CANCEL_ITEM_FULFILLMENT", 2, Pieces(3)),
        (Pieces(3, fulfilled=2), "SHIP_ITEM", 2, Pieces(3, fulfilled=2, shipped=2)),
        (Pieces(3, fulfilled=3), "DELIVER_ITEM", 3, Pieces(3, fulfilled=3, delivered=3)),
        (SENT, "RETURN_ITEM", 2, ANNOUNCED),
        (ANNOUNCED, "CANCEL_RETURN_ITEM", 2, SENT),
        (ANNOUNCED, "RECEIVE_RETURN_ITEM", 2, Pieces(3, 3, 3, 3, return_received=2)),
        (ANNOUNCED, "RECEIVE_DAMAGED_RETURN_ITEM", 2, Pieces(3, 3, 3, 3, return_dismissed=2, written_off=2)),
        (SENT, "WRITE_OFF_ITEM", 2, Pieces(3, 3, 3, 3, written_off=2)),
        (Pieces(3, 3, 3, 3, written_off=2), "REINSTATE_ITEM", 2, SENT),
    ],
)
def test_pieces_move(before: Pieces, action: str, number: int, after: Pieces) -> None:
    assert moved(before, action, number, line="ordli_a") == after


@pytest.mark.parametrize(
    ("before", "action", "number", "says"),
    [
        (Pieces(3), "FULFILL_ITEM", 4, "Cannot fulfill more items than what was ordered for item ordli_a."),
        (Pieces(3), "FULFILL_ITEM", 0, "Quantity to fulfill of item ordli_a is required."),
        (Pieces(3), "FULFILL_ITEM", -1, "Quantity to fulfill of item ordli_a is required."),
        (Pieces(3), "CANCEL_ITEM_FULFILLMENT", 1, "Cannot cancel more items than what was fulfilled for item ordli_a."),
        (Pieces(3, 1), "SHIP_ITEM", 2, "Cannot ship more items than what was fulfilled for item ordli_a."),
        (Pieces(3, 1), "SHIP_ITEM", None, "Quantity to ship of item ordli_a is required."),
        (Pieces(3, 1), "DELIVER_ITEM", 2, "Cannot deliver more items than what was fulfilled for item ordli_a."),
        (
            ANNOUNCED,
            "RETURN_ITEM",
            2,
            "Cannot request to return more items than what was fulfilled for item ordli_a.",
        ),
        (
            ANNOUNCED,
            "RECEIVE_RETURN_ITEM",
            3,
            "Cannot receive more items than what was requested to be returned for item ordli_a.",
        ),
        (SENT, "RECEIVE_RETURN_ITEM", 0, "Quantity to receive return of item ordli_a is required."),
        (SENT, "WRITE_OFF_ITEM", 4, "Cannot claim more items than what was ordered."),
        (SENT, "WRITE_OFF_ITEM", 0, "Quantity to write-off item ordli_a is required."),
        (SENT, "REINSTATE_ITEM", 1, "Cannot unclaim more items than what was ordered."),
    ],
)
def test_no_more_pieces_move_than_there_are(before: Pieces, action: str, number: int | None, says: str) -> None:
    with pytest.raises(Invalid) as refused:
        moved(before, action, number, line="ordli_a")

    assert refused.value.message == says


ACTIONS = st.sampled_from(
    [
        "FULFILL_ITEM",
        "SHIP_ITEM",
        "DELIVER_ITEM",
        "RETURN_ITEM",
        "CANCEL_RETURN_ITEM",
        "RECEIVE_RETURN_ITEM",
        "RECEIVE_DAMAGED_RETURN_ITEM",
        "REINSTATE_ITEM",
    ]
)


@given(st.integers(1, 5), st.lists(st.tuples(ACTIONS, st.integers(-1, 6)), max_size=20))
def test_no_history_makes_pieces_of_nothing(quantity: int, history: list[tuple[str, int]]) -> None:
    pieces = Pieces(quantity)
    for action, number in history:
        try:
            pieces = moved(pieces, action, number, line="ordli_a")
        except Invalid:
            continue
        back = pieces.return_requested + pieces.return_received + pieces.return_dismissed
        assert 0 <= back <= pieces.fulfilled <= pieces.quantity
        assert 0 <= pieces.shipped <= pieces.fulfilled
        assert 0 <= pieces.delivered <= pieces.fulfilled
        assert pieces.return_requested >= 0
        assert 0 <= pieces.written_off <= pieces.quantity
