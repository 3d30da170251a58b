"""Query strings and form bodies as nested values: brackets, repeated keys, lists, dots.

Keys of one container are texts, or numbers where the client wrote a list; a container of numbers alone is a list.
"""

import re
from typing import Any, Final, TypeAlias, cast
from urllib.parse import unquote_to_bytes

from mercato.kernel.errors import Invalid

Nested: TypeAlias = str | list["Nested"] | dict[str, "Nested"]
"""A value of a parsed query: a text, a list or an object of such."""

_DEEPEST: Final = 5
_BRACKETS: Final = re.compile(r"\[([^\[\]]*)\]")
_Tree: TypeAlias = dict[str | int, Any]


def parse_query(raw: str | bytes) -> dict[str, Any]:
    """A query string as the routes read it: also `a.b=1` for `a[b]=1`, and a list of one text is split at commas."""
    if not raw:
        return {}
    parsed: dict[str, Any] = {}
    for key, value in parse_form(raw).items():
        if isinstance(value, list):
            items = cast("list[Nested]", value)
            if len(items) == 1 and isinstance(items[0], str):
                value = cast("list[Nested]", items[0].split(","))
        if "." in key:
            _put_dotted(parsed, key, value)
        else:
            parsed[key] = value
    return parsed


def parse_form(raw: str | bytes) -> dict[str, Nested]:
    """Pairs of a form as an object of texts, lists and objects."""
    text = raw.decode("latin-1") if isinstance(raw, bytes) else raw
    tree: _Tree = {}
    for pair in text.split("&"):
        if not pair:
            continue
        key, _, value = pair.partition("=")
        key, value = _unquoted(key), _unquoted(value)
        if "[" in key:
            _put(tree, _segments(key), value)
        elif key in tree:
            _append(tree, key, value)
        elif key:
            tree[key] = value
    return {str(key): _finished(value) for key, value in tree.items()}


def _put_dotted(parsed: dict[str, Any], key: str, value: Nested) -> None:
    parent, child, *others = key.split(".")
    if others:
        raise Invalid(f"Key accessor more than 2 levels deep: {key}")
    inside = parsed.get(parent)
    parsed[parent] = {**cast("dict[str, Nested]", inside), child: value} if isinstance(inside, dict) else {child: value}


def _unquoted(part: str) -> str:
    if "+" in part:
        part = part.replace("+", " ")
    if "%" in part or not part.isascii():
        try:
            part = unquote_to_bytes(part.encode("latin-1")).decode()
        except UnicodeDecodeError:
            return part
        if "\x00" in part:
            raise Invalid("Invalid request: null characters are not allowed in the query")
    return part


def _segments(key: str) -> list[str]:
    """`a[b][]` as `a`, `b` and the empty text. What is deeper than five brackets stays one key."""
    first = _BRACKETS.search(key)
    if first is None:
        return [key]
    root, at = key[: first.start()], first.start()
    segments: list[str] = [root] if root else []
    while len(segments) <= _DEEPEST and (bracket := _BRACKETS.match(key, at)) is not None:
        segments.append(bracket[1])
        at = bracket.end()
    if len(segments) > _DEEPEST and at < len(key):
        segments.append(key[at:])
    return segments


def _put(tree: _Tree, segments: list[str], value: str) -> None:
    container = tree
    key: str | int = segments[0]
    for segment in segments[1:]:
        inside = container.get(key)
        if not isinstance(inside, dict):
            inside = container[key] = {} if inside is None else {0: inside}
        container = cast("_Tree", inside)
        key = _position(segment, container)
    if key in container:
        _append(container, key, value)
    else:
        container[key] = value


def _position(segment: str, container: _Tree) -> str | int:
    if segment == "":
        return _next(container)
    return int(segment) if segment.isdecimal() and segment.isascii() and len(segment) < 10 else segment


def _next(container: _Tree) -> int:
    return max((key for key in container if isinstance(key, int)), default=-1) + 1


def _append(container: _Tree, key: str | int, value: str) -> None:
    """One more value for a key that has one."""
    inside = container[key]
    if not isinstance(inside, dict):
        inside = container[key] = {0: inside}
    values = cast("_Tree", inside)
    values[_next(values)] = value


def _finished(value: Any) -> Nested:
    if not isinstance(value, dict):
        return value
    tree = cast("_Tree", value)
    if all(isinstance(key, int) for key in tree):
        return [_finished(item) for _, item in sorted(cast("dict[int, Any]", tree).items())]
    return {str(key): _finished(item) for key, item in tree.items()}
