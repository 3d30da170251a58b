"""Small rules about texts and free fields that every domain shares."""

import re
from collections.abc import Mapping
from typing import Any

from slugify import slugify


def slug(text: str) -> str:
    """A handle that is safe in a URL: ASCII, lower case, everything else one hyphen (`Büro Beta` → `buro-beta`)."""
    return slugify(text)


def kebab(text: str) -> str:
    """A handle that keeps its letters: lower case, blanks as hyphens (`Herbst & Winter` → `herbst-&-winter`)."""
    return re.sub(r"\s+", "-", text.strip().lower())


def merge_metadata(old: Mapping[str, Any] | None, new: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """The metadata after an update: given keys replace whole values, an empty text removes its key, None clears all.

    Nested objects are replaced, not merged; an empty object changes nothing.
    """
    if new is None:
        return None
    if not new:
        return None if old is None else dict(old)
    return {key: value for key, value in {**(old or {}), **new}.items() if value != ""}
