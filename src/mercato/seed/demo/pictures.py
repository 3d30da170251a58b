"""Pictures of the demo's products, drawn here so that they need no network: simple shapes as PNG files."""

import colorsys
import struct
import zlib
from collections.abc import Iterable, Sequence
from typing import Final

from mercato.seed.demo.shapes import SHAPES, Point, Polygon

SIDE: Final = 600


def picture(shape: str, hue: float, variation: int) -> bytes:
    """A product photograph, nearly: a shape in the seller's colours before a wall that grows lighter."""
    turn = (hue + 17 * (variation % 7) - 51) / 360
    # The first colours are the wall, line by line; then BODY and SHADE.
    palette = [_rgb(turn + 0.5, 0.93 - 0.11 * step / 249, 0.14) for step in range(250)]
    palette += [_rgb(turn, 0.52, 0.45), _rgb(turn, 0.38, 0.5)]
    polygons = SHAPES[shape]
    rows = b"".join(b"\0" + _row(y, polygons) for y in range(SIDE))
    header = struct.pack(">IIBBBBB", SIDE, SIDE, 8, 3, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"PLTE", b"".join(palette)), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _rgb(hue: float, lightness: float, saturation: float) -> bytes:
    return bytes(round(255 * part) for part in colorsys.hls_to_rgb(hue % 1, lightness, saturation))


def _row(y: int, polygons: Iterable[Polygon]) -> bytes:
    """One line of the picture: the wall, with the spans of the shapes on top."""
    row = bytearray([y * 249 // (SIDE - 1)]) * SIDE
    for colour, points in polygons:
        crossings = sorted(_crossings((y + 0.5) / SIDE * 100, points))
        for left, right in zip(crossings[::2], crossings[1::2], strict=True):
            start, end = round(left * SIDE / 100), round(right * SIDE / 100)
            row[start:end] = bytes([colour]) * (end - start)
    return bytes(row)


def _crossings(y: float, points: Sequence[Point]) -> Iterable[float]:
    for (x1, y1), (x2, y2) in zip(points, [*points[1:], points[0]], strict=True):
        if (y1 <= y) != (y2 <= y):
            yield x1 + (y - y1) * (x2 - x1) / (y2 - y1)
