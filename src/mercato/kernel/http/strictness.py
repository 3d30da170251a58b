"""pydantic's schemas made as strict as the contract: JSON types are never taken for each other.

Works on the core schema of a model when its class is made. Unions and discriminated unions get labels of ours in the
error locations (they begin with NUL), so that `violations` can tell which branch complained about what.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from itertools import count
from typing import Any, Final, cast

from pydantic_core import PydanticCustomError, core_schema

LABEL: Final = "\x00"
GREATEST_INTEGER: Final = 2**53 - 1
"""The greatest integer that every client can represent."""
GREATEST_NUMBER: Final = Decimal(10) ** 20

_union_numbers = count()


def out_of_range(limit: int | Decimal, *, below: bool) -> PydanticCustomError:
    """A number that no column and no client holds exactly; `below`: it is less than -limit."""
    if below:
        return PydanticCustomError("greater_than_equal", "out of range", {"ge": -limit})
    return PydanticCustomError("less_than_equal", "out of range", {"le": limit})


def tighten(schema: Any, *, query: bool = False) -> None:
    """Make a core schema strict, in place. `query`: numbers and booleans come as texts."""
    if isinstance(schema, list):
        for item in cast("list[Any]", schema):
            tighten(item, query=query)
        return
    if isinstance(schema, tuple):
        for item in cast("tuple[Any, ...]", schema):
            tighten(item, query=query)
        return
    if not isinstance(schema, dict):
        return
    node = cast("dict[str, Any]", schema)
    for key, value in node.items():
        if key not in {"metadata", "config", "serialization", "default"}:
            tighten(value, query=query)
    kind = node.get("type")
    if isinstance(kind, str) and (change := _CHANGES.get(kind)):
        change(node, query)


def _integer(node: dict[str, Any], query: bool) -> None:
    node["strict"] = True
    if not {"le", "lt"} & node.keys():
        node["le"] = GREATEST_INTEGER
    if not {"ge", "gt"} & node.keys():
        node["ge"] = -GREATEST_INTEGER
    if query:
        _put_before(node, leading_integer)


def _boolean(node: dict[str, Any], query: bool) -> None:
    node["strict"] = True
    if query:
        _put_before(node, _flag)


def _decimal(node: dict[str, Any], query: bool) -> None:
    _put_before(node, _number_in_text if query else _number)


def _moment(node: dict[str, Any], query: bool) -> None:
    del query
    _put_before(node, instant)


def _enumeration(node: dict[str, Any], query: bool) -> None:
    del query
    node["strict"] = False


def _refuse_float(node: dict[str, Any], query: bool) -> None:
    del node, query
    raise TypeError("float is inexact: use Decimal")


def _union(node: dict[str, Any], query: bool) -> None:
    del query
    if any(isinstance(choice, tuple) for choice in node["choices"]):
        return
    number = next(_union_numbers)
    node["mode"] = "left_to_right"
    node["choices"] = [(choice, f"{LABEL}{number}:{n}") for n, choice in enumerate(node["choices"])]


def _tagged_union(node: dict[str, Any], query: bool) -> None:
    del query
    field = node["discriminator"]
    if not isinstance(field, str):
        return

    def tag(value: Any) -> str | None:
        if isinstance(value, dict):
            return f"{LABEL}{cast('dict[str, Any]', value).get(field)}"
        return f"{LABEL}{getattr(value, field)}" if hasattr(value, field) else None

    node["discriminator"] = tag
    node["choices"] = {f"{LABEL}{key}": choice for key, choice in node["choices"].items()}


_CHANGES: Final[dict[str, Callable[[dict[str, Any], bool], None]]] = {
    "int": _integer,
    "bool": _boolean,
    "decimal": _decimal,
    "datetime": _moment,
    "enum": _enumeration,
    "float": _refuse_float,
    "union": _union,
    "tagged-union": _tagged_union,
}


def _put_before(node: dict[str, Any], check: Callable[[Any], Any]) -> None:
    inner = dict(node)
    node.clear()
    node.update(core_schema.no_info_before_validator_function(check, cast("core_schema.CoreSchema", inner)))


def _number(value: Any) -> int | Decimal:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise PydanticCustomError("number_type", "Input should be a number")
    if not -GREATEST_NUMBER <= value <= GREATEST_NUMBER:
        raise out_of_range(GREATEST_NUMBER, below=value < 0)
    return value


def _number_in_text(value: Any) -> Any:
    if not isinstance(value, str):
        return _number(value)
    try:
        number = Decimal(value)
    except ArithmeticError:
        number = Decimal("nan")
    if not number.is_finite():
        raise PydanticCustomError("not_a_number", "Input should be a number")
    return _number(number)


def leading_integer(value: Any) -> Any:
    """The integer at the front of a text, as the contract reads `limit`: `2abc` is 2, `0x10` is 16."""
    if not isinstance(value, str):
        return value
    text = value.strip()
    if not text:
        raise PydanticCustomError("number_type", "Input should be a number")
    sign, digits = (text[0], text[1:]) if text[0] in "+-" else ("", text)
    base, digits = (16, digits[2:]) if digits[:2] in {"0x", "0X"} else (10, digits)
    allowed = "0123456789abcdefABCDEF" if base == 16 else "0123456789"
    end = next((n for n, letter in enumerate(digits) if letter not in allowed), len(digits))
    if end == 0:
        raise PydanticCustomError("not_a_number", "Input should be a number")
    if end > 20:
        raise out_of_range(GREATEST_INTEGER, below=sign == "-")
    number = int(digits[:end], base)
    return -number if sign == "-" else number


def _flag(value: Any) -> Any:
    return {"true": True, "false": False}.get(value, value) if isinstance(value, str) else value


def instant(value: Any) -> datetime:
    """An instant from an ISO text (a bare date is midnight UTC, a time without a zone is UTC) or from milliseconds."""
    moment: datetime | None = None
    try:
        match value:
            case datetime():
                moment = value
            case str():
                moment = datetime.fromisoformat(value.strip())
            case int() | Decimal() if not isinstance(value, bool):
                moment = datetime.fromtimestamp(float(value) / 1000, UTC)
            case _:
                pass
    except (ValueError, OverflowError, OSError):
        moment = None
    if moment is None:
        raise PydanticCustomError("invalid_date", "Invalid date")
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment
    try:
        moment = moment.astimezone(UTC)
    except OverflowError:
        raise PydanticCustomError("invalid_date", "Invalid date") from None
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)
