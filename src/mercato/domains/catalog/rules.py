"""Which values a variant has, and that no two variants have the same."""

import re
from collections.abc import Iterable, Mapping
from typing import Final, TypeAlias

from mercato.kernel.errors import Invalid

Choices: TypeAlias = Mapping[str, Mapping[str, str]]
"""Option title -> value -> id of the value."""
Combination: TypeAlias = frozenset[str]
"""The ids of the values of one variant."""

_URL_SAFE: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def require_url_safe(handle: str) -> None:
    """Refuses a handle that cannot stand in a URL.

    Raises:
        Invalid: in the contract's words.
    """
    if not _URL_SAFE.fullmatch(handle):
        raise Invalid(f"Invalid product handle '{handle}'. It must contain URL safe characters")


def chosen_values(choices: Choices, title: str, given: Mapping[str, str]) -> list[str]:
    """The ids of the values that a variant names, one for each option.

    Raises:
        Invalid: when it names too few, too many or unknown ones.
    """
    if len(given) != len(choices):
        raise Invalid(
            f"Product has {len(choices)} option values but there were {len(given)} "
            f"provided option values for the variant: {title}."
        )
    for option, value in given.items():
        if value not in choices.get(option, {}):
            raise Invalid(f"Option value {value} does not exist for option {option}")
    return [choices[option][value] for option, value in given.items()]


def require_distinct(variants: Iterable[tuple[str, Combination]]) -> None:
    """Refuses two variants (title, values) of one product with the same values.

    Raises:
        Invalid: naming the first of the two.
    """
    titles: dict[Combination, str] = {}
    for title, combination in variants:
        if combination in titles:
            raise Invalid(f"Variant ({titles[combination]}) with provided options already exists.")
        titles[combination] = title
