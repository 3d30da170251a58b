"""From which shelf lines are served, and how many pieces can be sold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mercato.domains.inventory.rules import Placement, Shortage, Want, place_all, place_what_fits, sellable


@pytest.mark.parametrize(
    ("parts", "pieces"),
    [
        # Wheels and axles: 9 wheels in one place and 6 in another, 3 axles; a kit needs two wheels and an axle.
        ([(15, 2), (3, 1)], 3),
        ([(6, 2), (3, 1)], 3),
        ([(10, 2), (3, 1)], 3),
        ([(1, 2), (3, 1)], 0),
        ([(17, 3), (100, 24)], 4),
        ([(0, 1)], 0),
        ([(-2, 1)], -2),
        ([], None),
    ],
)
def test_the_scarcest_item_decides(parts: list[tuple[int, int]], pieces: int | None) -> None:
    assert sellable(parts) == pieces


PARTS = {"cup": [("cup", 1)], "kit": [("cup", 3), ("tray", 1)]}


def want(variant: str, quantity: int, *, backorder: bool = False) -> Want:
    return Want(f"line {variant}", variant, quantity, allow_backorder=backorder)


def test_an_item_comes_whole_from_the_first_place_that_holds_it() -> None:
    free = {("cup", "berlin"): 2, ("cup", "hamburg"): 7}

    assert place_all([want("cup", 3)], PARTS, free) == [Placement(want("cup", 3), "cup", "hamburg", 3)]
    assert free == {("cup", "berlin"): 2, ("cup", "hamburg"): 4}
    with pytest.raises(Shortage, match="Not enough stock available for item cup at location berlin"):
        place_all([want("cup", 5)], PARTS, free)


def test_a_kit_and_its_part_share_the_shelf() -> None:
    place_all([want("kit", 3), want("cup", 1)], PARTS, {("cup", "a"): 10, ("tray", "a"): 9})

    with pytest.raises(Shortage):
        place_all([want("kit", 3), want("cup", 2)], PARTS, {("cup", "a"): 10, ("tray", "a"): 9})


def test_a_backorder_is_owed_by_the_first_place() -> None:
    free = {("cup", "a"): 1, ("cup", "b"): 2}

    [placement] = place_all([want("cup", 5, backorder=True)], PARTS, free)

    assert (placement.location_id, free["cup", "a"]) == ("a", -4)
    with pytest.raises(Shortage, match="any location"):
        place_all([want("cup", 5, backorder=True)], PARTS, {})


def test_what_does_not_fit_takes_nothing() -> None:
    free = {("cup", "a"): 2, ("tray", "a"): 9}

    place_what_fits([want("kit", 1), want("cup", 2)], PARTS, free)

    assert free == {("cup", "a"): 0, ("tray", "a"): 9}


WANTS = st.lists(st.builds(want, st.sampled_from(["cup", "kit"]), st.integers(1, 5)), max_size=5)
SHELVES = st.dictionaries(
    st.tuples(st.sampled_from(["cup", "tray"]), st.sampled_from(["a", "b"])), st.integers(-2, 12), max_size=4
)


@given(WANTS, SHELVES)
def test_no_shelf_gives_what_it_has_not(wants: list[Want], free: dict[tuple[str, str], int]) -> None:
    before = dict(free)
    try:
        placements = place_all(wants, PARTS, free)
    except Shortage:
        return

    for one in wants:
        for item, required in PARTS[one.variant_id]:
            [placement] = {
                p.location_id: p for p in placements if p.want is one and p.inventory_item_id == item
            }.values()
            assert placement.quantity == one.quantity * required
    for place, number in before.items():
        given_away = sum(p.quantity for p in placements if (p.inventory_item_id, p.location_id) == place)
        assert free[place] == number - given_away
        assert given_away == 0 or free[place] >= 0
