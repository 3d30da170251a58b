"""What SQLite lacks for the query language, as Python functions of its connections."""

from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any, Final

import regex

from mercato.kernel.db import SQLITE_FUNCTIONS

LOWER: Final = "mercato_lower"
DECIMAL: Final = "mercato_decimal"
MATCHES: Final = "mercato_matches"

_REVERSED: Final = str.maketrans("0123456789", "9876543210")
_SECONDS_PER_MATCH: Final = 0.2
"""A pattern that needs longer on one text was made to need long."""


def lower(text: Any) -> str | None:
    """Lower case of all letters; the built-in function knows only the ASCII ones."""
    return None if text is None else str(text).lower()


def decimal_key(number: Any) -> str | None:
    """A text that sorts as the number does, exactly: decimals are stored as texts."""
    if number is None:
        return None
    digits = str(number)
    if "e" in digits or "E" in digits:
        try:
            digits = format(Decimal(digits), "f")
        except InvalidOperation:
            return None
    negative = digits.startswith("-")
    whole, _, fraction = digits.removeprefix("-").partition(".")
    whole, fraction = whole.lstrip("0"), fraction.rstrip("0")
    key = f"{len(whole):03d}{whole}.{fraction}"
    # Of negative numbers the longer fraction is the smaller one, so a sign above all digits ends them.
    return f"0{key.translate(_REVERSED)}~" if negative and key != "000." else f"1{key}"


@lru_cache(maxsize=256)
def pattern(text: str) -> "regex.Pattern[str]":
    """A compiled regular expression.

    Raises:
        ValueError: the text is none.
    """
    try:
        return regex.compile(text)
    except (regex.error, RecursionError, OverflowError) as error:
        raise ValueError(str(error)) from None


def matches(expression: str, text: Any) -> bool | None:
    """Whether a regular expression is found in a text. Gives up, with TimeoutError, on one that takes too long."""
    if text is None:
        return None
    return pattern(expression).search(str(text), timeout=_SECONDS_PER_MATCH) is not None


SQLITE_FUNCTIONS.update({LOWER: (1, lower), DECIMAL: (1, decimal_key), MATCHES: (2, matches)})
