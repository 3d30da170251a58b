"""Patterns of `$like`, `$ilike` and `q`, in each database's own form."""

import re
from typing import Final

_GLOB_SPECIAL: Final = re.compile(r"[*?\[]")
_LIKE_SPECIAL: Final = re.compile(r"[\\%_]")


def escaped(text: str) -> str:
    """A text that stands for itself inside LIKE … ESCAPE '\\'."""
    return _LIKE_SPECIAL.sub(r"\\\g<0>", text)


def contains(text: str) -> str:
    """The LIKE pattern of texts that have this one inside."""
    return f"%{escaped(text)}%"


def like(pattern: str) -> str:
    """A client's LIKE pattern, where a backslash takes the meaning of the next character, in its plainest form."""
    return "".join(part if special else escaped(part) for part, special in _parts(pattern))


def glob(pattern: str) -> str:
    """The same pattern for SQLite's GLOB, which, unlike its LIKE, tells capital letters from small ones."""
    return "".join(
        {"%": "*", "_": "?"}[part] if special else _GLOB_SPECIAL.sub(r"[\g<0>]", part)
        for part, special in _parts(pattern)
    )


def _parts(pattern: str) -> list[tuple[str, bool]]:
    """Characters, and whether each is a wildcard."""
    parts: list[tuple[str, bool]] = []
    characters = iter(pattern)
    for character in characters:
        if character == "\\":
            parts.append((next(characters, "\\"), False))
        else:
            parts.append((character, character in "%_"))
    return parts
