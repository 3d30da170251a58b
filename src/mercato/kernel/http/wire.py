"""JSON as the wire has it: exact numbers in both directions, timestamps with milliseconds and Z."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any, Final, cast

import msgspec
from pydantic import BaseModel

from mercato.kernel.clock import to_wire
from mercato.kernel.errors import Invalid

_GREATEST_EXPONENT: Final = 308
"""Beyond it the number has no double, so no client can have meant it; its plain digits would fill pages."""


def _number(text: str) -> int | Decimal:
    """A number with a point or an exponent. `2.0` is the integer 2: the wire knows one kind of number."""
    value = Decimal(text)
    exponent = value.adjusted()
    if exponent > _GREATEST_EXPONENT:
        raise ValueError(f"the number {text[:20]} is out of range")
    if exponent < -_GREATEST_EXPONENT:
        return 0
    whole = int(value)
    return whole if value == whole else value


_decoder = msgspec.json.Decoder(float_hook=_number)
_encode = msgspec.json.Encoder(decimal_format="number").encode


def decode(raw: bytes) -> Any:
    """The value of a JSON text; fractions as Decimal. `Invalid` names what is wrong with the text."""
    try:
        value = _decoder.decode(raw.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.MsgspecError, ValueError) as error:
        raise Invalid(f"Invalid request: the body is not valid JSON: {error}") from None
    except RecursionError:
        raise Invalid("Invalid request: the body is not valid JSON: nested too deeply") from None
    if b"\\u0000" in raw and _has_null_character(value):
        raise Invalid("Invalid request: null characters are not allowed in texts")
    return value


def encode(value: object) -> bytes:
    """The JSON of an answer built in Python: decimals exact and without trailing zeros, instants with ms and Z."""
    return _encode(_plain(value))


def _plain(value: Any) -> Any:
    match value:
        case str() | bool() | None | int():
            return value
        case Mapping():
            return {key: _plain(item) for key, item in cast("Mapping[str, Any]", value).items()}
        case list() | tuple() | set() | frozenset():
            return [_plain(item) for item in cast("list[Any]", value)]
        case Decimal():
            whole = int(value)
            return whole if value == whole else Decimal(format(value, "f").rstrip("0"))
        case datetime():
            return to_wire(value)
        case BaseModel():
            return _plain(value.model_dump(by_alias=True, exclude_unset=True))
        case _:
            return value


def _has_null_character(value: Any) -> bool:
    match value:
        case str():
            return "\x00" in value
        case dict():
            items = cast("dict[str, Any]", value).items()
            return any("\x00" in key or _has_null_character(item) for key, item in items)
        case list():
            return any(_has_null_character(item) for item in cast("list[Any]", value))
        case _:
            return False
