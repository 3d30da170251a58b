"""JSON in and out."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from mercato.kernel.errors import Invalid
from mercato.kernel.http.wire import decode, encode


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("5.00"), "5"),
        (Decimal("12.50"), "12.5"),
        (Decimal("1E+3"), "1000"),
        (Decimal("-0.10"), "-0.1"),
        (Decimal("0.1234567890123456789012345678901234567890"), "0.123456789012345678901234567890123456789"),
        (datetime(2024, 5, 1, 10, tzinfo=UTC), '"2024-05-01T10:00:00.000Z"'),
        ({"a": [Decimal("1.0"), None, True, "ł"]}, '{"a":[1,null,true,"ł"]}'),
    ],
)
def test_encoding(value: object, text: str):
    assert encode(value).decode() == text


def test_whole_numbers_are_integers_whatever_their_spelling():
    assert decode(b'{"a":2.0,"b":1e3,"c":2.5}') == {"a": 2, "b": 1000, "c": Decimal("2.5")}
    assert isinstance(decode(b"[2.0]")[0], int)


def test_the_last_of_repeated_keys_wins():
    assert decode(b'{"a":1,"a":2}') == {"a": 2}


@pytest.mark.parametrize(
    "raw",
    [
        b'{"a":',
        b"{'a':1}",
        b"",
        b"[1,]",
        b"\xff",
        b"NaN",
        b"[1e999999999]",
        b"9" * 5000,
        b'["\\ud800"]',
        b'["\\ud800abcdefgh"]',
        b"[" * 100_000,
        b'{"a":"\\u0000"}',
        b'{"\\u0000":[1]}',
    ],
)
def test_what_is_no_json_is_the_clients_mistake(raw: bytes):
    with pytest.raises(Invalid, match=r"^Invalid request: "):
        decode(raw)


def test_a_byte_order_mark_is_no_mistake():
    assert decode(b"\xef\xbb\xbf{}") == {}


def test_tiny_numbers_are_zero():
    assert decode(b"[1e-999999999]") == [0]
