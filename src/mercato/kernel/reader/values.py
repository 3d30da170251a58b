"""Texts of a query as values of a column's kind."""

import re
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, Final

from mercato.kernel.reader.view import Kind

_DATE: Final = re.compile(
    r"(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2})?(?:[.,](\d{1,9}))?\s?(Z|z|[+-]\d{2}(?::?\d{2})?)?)?\Z", re.ASCII
)
_NUMBER: Final = re.compile(r"[+-]?(\d{1,60}(\.\d{0,60})?|\.\d{1,60})([eE][+-]?\d{1,2})?\Z", re.ASCII)
_INTEGER: Final = re.compile(r"[+-]?\d{1,60}\Z", re.ASCII)
_GREATEST: Final = 2**63 - 1


class Unfit(ValueError):
    """A text that is no value of the kind. `message` has a place for the field's name."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message

    def about(self, field: str) -> str:
        """The complaint about a field."""
        return self.message.replace("{field}", field)


def typed(kind: Kind, text: str) -> Any:
    """The value of a text.

    Raises:
        Unfit: it is none of this kind.
    """
    match kind:
        case "int":
            return _integer(text)
        case "decimal":
            return _decimal(text)
        case "bool":
            return _boolean(text)
        case "time":
            return instant(text)
        case _:
            return _storable(text)


def instant(text: str) -> datetime:
    """An ISO date or time, to the millisecond; a date is midnight, and a time without a zone is UTC.

    Raises:
        Unfit: it is neither.
    """
    found = _DATE.match(text)
    if found is None:
        raise Unfit("Expected type: 'date' for field '{field}', got: 'string'")
    day, minutes, seconds, fraction, zone = found.groups()
    offset = {"Z": "+00:00", "z": "+00:00", None: "+00:00"}.get(zone, zone)
    milliseconds = (fraction or "0").ljust(3, "0")[:3]
    try:
        return datetime.fromisoformat(
            f"{day}T{minutes or '00:00'}{seconds or ':00'}.{milliseconds}{offset}"
        ).astimezone(UTC)
    except (ValueError, OverflowError):
        raise Unfit("Expected type: 'date' for field '{field}', got: 'string'") from None


def _integer(text: str) -> int:
    if _INTEGER.match(text) is None:
        raise Unfit("Expected type: 'number' for field '{field}', got: 'nan'")
    value = int(text)
    if value > _GREATEST:
        raise Unfit(f"Value for field '{{field}}' too big, expected at most: '{_GREATEST}'")
    if value < -_GREATEST:
        raise Unfit(f"Value for field '{{field}}' too small, expected at least: '{-_GREATEST}'")
    return value


def _decimal(text: str) -> Decimal:
    if _NUMBER.match(text) is None:
        raise Unfit("Expected type: 'number' for field '{field}', got: 'nan'")
    return Decimal(text)


def _boolean(text: str) -> bool:
    if text.lower() not in ("true", "false"):
        raise Unfit("Invalid input")
    return text.lower() == "true"


def _storable(text: str) -> str:
    """Texts that no database could hold are wrong in any question about them."""
    if "\x00" in text or any("\ud800" <= character <= "\udfff" for character in text):
        raise Unfit("Invalid input")
    return text
