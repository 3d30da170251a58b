"""What the products of the demo look like. Coordinates are per cent of the side; SHADE is a side that lies in it."""

import math
from collections.abc import Sequence
from typing import Final, TypeAlias

BODY, SHADE = 250, 251

Point: TypeAlias = tuple[float, float]
Polygon: TypeAlias = tuple[int, Sequence[Point]]


def _ellipse(x: float, y: float, width: float, height: float) -> list[Point]:
    steps = [math.tau * i / 72 for i in range(72)]
    return [(x + width / 2 * math.cos(a), y + height / 2 * math.sin(a)) for a in steps]


def _box(left: float, top: float, right: float, bottom: float) -> list[Point]:
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def _ring(x: float, y: float, outer: float, inner: float) -> list[Point]:
    """One line around both edges: the even-odd rule leaves the middle open."""
    outside, inside = _ellipse(x, y, outer, outer), _ellipse(x, y, inner, inner)
    return [*outside, outside[0], *reversed(inside), inside[-1]]


SHAPES: Final[dict[str, list[Polygon]]] = {
    "cup": [
        (SHADE, _ring(70, 52, 28, 16)),
        (BODY, [(28, 35), (70, 35), (66, 74), (32, 74)]),
        (SHADE, _ellipse(49, 35, 42, 9)),
    ],
    "bowl": [(BODY, [(18, 42), (82, 42), (72, 62), (60, 72), (40, 72), (28, 62)]), (SHADE, _ellipse(50, 42, 64, 13))],
    "plate": [(SHADE, _ellipse(50, 52, 70, 70)), (BODY, _ellipse(50, 52, 62, 62)), (SHADE, _ring(50, 52, 44, 42))],
    "jar": [(BODY, _box(32, 36, 68, 78)), (SHADE, _box(58, 36, 68, 78)), (SHADE, _box(36, 26, 64, 34))],
    "jug": [
        (SHADE, _ring(72, 54, 30, 19)),
        (BODY, [(34, 32), (64, 32), (72, 78), (28, 78)]),
        (BODY, [(10, 34), (16, 30), (36, 58), (32, 66)]),
    ],
    "vase": [
        (BODY, [(44, 22), (56, 22), (55, 36), (66, 52), (64, 70), (57, 80), (43, 80), (36, 70), (34, 52), (45, 36)]),
        (SHADE, _ellipse(50, 22, 12, 4)),
    ],
    "stone": [(SHADE, _ellipse(51, 57, 58, 38)), (BODY, _ellipse(49, 54, 56, 34))],
    "pot": [(BODY, [(30, 42), (70, 42), (63, 80), (37, 80)]), (SHADE, _box(27, 34, 73, 43))],
    "lamp": [
        (SHADE, _box(48.5, 46, 51.5, 80)),
        (BODY, [(40, 22), (60, 22), (70, 48), (30, 48)]),
        (SHADE, _ellipse(50, 81, 34, 6)),
    ],
    "pendant": [
        (SHADE, _box(49.5, 0, 50.5, 36)),
        (BODY, [(44, 34), (56, 34), (64, 44), (72, 62), (28, 62), (36, 44)]),
        (SHADE, _ellipse(50, 62, 44, 8)),
    ],
    "lantern": [
        (SHADE, _ring(50, 26, 18, 14)),
        (BODY, [(38, 30), (62, 30), (68, 38), (32, 38)]),
        (BODY, _box(34, 38, 66, 78)),
        (SHADE, _box(40, 44, 60, 72)),
    ],
    "bulb": [(BODY, _ellipse(50, 44, 40, 44)), (SHADE, _box(42, 62, 58, 80))],
    "ring": [(BODY, _ring(50, 52, 60, 38)), (SHADE, _ring(50, 52, 50, 47))],
    "candle": [
        (BODY, _box(42, 40, 58, 80)),
        (SHADE, _box(53, 40, 58, 80)),
        (SHADE, [(50, 22), (54, 33), (50, 38), (46, 33)]),
    ],
    "stool": [
        (SHADE, [(34, 46), (39, 46), (33, 82), (28, 82)]),
        (SHADE, [(61, 46), (66, 46), (72, 82), (67, 82)]),
        (SHADE, _box(48, 46, 52, 78)),
        (BODY, _ellipse(50, 44, 52, 12)),
    ],
    "bench": [(SHADE, _box(20, 50, 25, 76)), (SHADE, _box(75, 50, 80, 76)), (BODY, _box(12, 42, 88, 51))],
    "tree": [(SHADE, _box(47, 58, 53, 84)), (BODY, _ellipse(50, 38, 46, 48)), (SHADE, _ellipse(58, 44, 18, 22))],
    "plant": [
        (SHADE, [(36, 62), (64, 62), (59, 84), (41, 84)]),
        (BODY, [(50, 64), (26, 44), (22, 24), (40, 34)]),
        (BODY, [(50, 64), (74, 44), (78, 24), (60, 34)]),
        (BODY, [(50, 64), (42, 34), (50, 14), (58, 34)]),
    ],
    "board": [
        (BODY, _box(30, 32, 70, 84)),
        (BODY, _box(44, 14, 56, 33)),
        (SHADE, _ellipse(50, 21, 5, 5)),
        (SHADE, _box(62, 36, 64, 80)),
    ],
    "spoon": [(SHADE, _box(48, 40, 52, 86)), (BODY, _ellipse(50, 29, 22, 32)), (SHADE, _ellipse(50, 30, 13, 21))],
    "box": [
        (BODY, _box(24, 38, 66, 78)),
        (SHADE, [(66, 38), (78, 28), (78, 68), (66, 78)]),
        (SHADE, [(24, 38), (36, 28), (78, 28), (66, 38)]),
    ],
    "train": [
        (BODY, _box(16, 46, 50, 66)),
        (BODY, _box(36, 32, 50, 46)),
        (SHADE, _box(56, 50, 84, 66)),
        *((SHADE, _ellipse(x, 70, 11, 11)) for x in (24, 42, 63, 77)),
    ],
    "shirt": [
        (
            BODY,
            [
                (36, 24),
                (44, 28),
                (56, 28),
                (64, 24),
                (84, 38),
                (76, 50),
                (68, 45),
                (68, 82),
                (32, 82),
                (32, 45),
                (24, 50),
                (16, 38),
            ],
        ),
        (SHADE, _box(49.4, 30, 50.6, 82)),
    ],
    "towel": [(BODY, _box(28, 20, 72, 80)), (SHADE, _box(28, 66, 72, 69)), (SHADE, _box(28, 72, 72, 75))],
}
