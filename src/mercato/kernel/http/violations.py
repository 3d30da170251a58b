"""pydantic's complaints in the contract's words: the first three, joined by `; `, behind `Invalid request: `."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Any, Final, cast

from pydantic import ValidationError

from mercato.kernel.errors import Invalid
from mercato.kernel.http.strictness import LABEL

Location = tuple[int | str, ...]
Complaint = Mapping[str, Any]
"""One of pydantic's errors: type, loc, input, ctx, msg."""


@dataclass(frozen=True, slots=True)
class Violation:
    """One problem of a request. `soft`: the value has the right type but breaks a rule."""

    path: Location
    text: str
    expected: str | None = None
    received: str | None = None
    soft: bool = False

    @property
    def absent(self) -> bool:
        """Whether the problem is that nothing was sent."""
        return self.received == "undefined"


def refused(error: ValidationError, path: Location = ()) -> Invalid:
    """The error to raise for a body or query that pydantic refused; `path` is where in it the refused part stands."""
    found = cast("list[Complaint]", error.errors(include_url=False))
    complaints = [{**complaint, "loc": (*path, *complaint["loc"])} for complaint in found] if path else found
    return Invalid("Invalid request: " + "; ".join(violation.text for violation in violations(complaints)[:3]))


def wrong_type(expected: str, path: Location, value: object) -> Violation:
    """`Expected type: 'string' for field 'name', got: 'number'`, or that the field is required."""
    return _type_violation(expected, path, type_of(value))


def type_of(value: object) -> str:
    """The contract's name of a JSON value's type."""
    match value:
        case None:
            return "null"
        case bool():
            return "boolean"
        case str():
            return "string"
        case int() | Decimal() | float():
            return "number"
        case list() | tuple():
            return "array"
        case _:
            return "object"


def violations(complaints: Sequence[Complaint]) -> list[Violation]:
    """All problems in order; branches of a union and unknown keys of one object make one problem each."""
    return [violation for group in _groups(complaints) for violation in _explain(group)]


def _groups(complaints: Sequence[Complaint]) -> Iterator[list[Complaint]]:
    group: list[Complaint] = []
    group_key: object = None
    for complaint in complaints:
        key = _group_key(complaint)
        if group and (key is None or key != group_key):
            yield group
            group = []
        group.append(complaint)
        group_key = key
    if group:
        yield group


def _group_key(complaint: Complaint) -> object:
    """Complaints with an equal key that stand side by side are one problem; None stands alone."""
    location: Location = complaint["loc"]
    if (at := _union_label(location)) is not None:
        return location[:at], str(location[at]).partition(":")[0]
    if complaint["type"] == "extra_forbidden":
        return location[:-1]
    return None


def _union_label(location: Location) -> int | None:
    """Where the location enters a branch of a plain union: `<NUL>union number:branch number`."""
    return next((n for n, part in enumerate(location) if isinstance(part, str) and _UNION_LABEL.match(part)), None)


_UNION_LABEL: Final = re.compile(rf"{LABEL}\d+:\d+\Z")


def _explain(group: list[Complaint]) -> list[Violation]:
    first = group[0]
    location: Location = first["loc"]
    if (at := _union_label(location)) is not None:
        return _explain_union(group, at)
    path = _path(location)
    if first["type"] == "extra_forbidden":
        names = ", ".join(str(complaint["loc"][-1]) for complaint in group)
        return [Violation(path[:-1], f"Unrecognized fields: '{names}'", soft=True)]
    return [_EXPLANATIONS.get(first["type"], _refinement)(path, first)]


def _explain_union(group: list[Complaint], at: int) -> list[Violation]:
    branches: dict[str, list[Complaint]] = {}
    for complaint in group:
        location: Location = complaint["loc"]
        rest = {**complaint, "loc": location[:at] + location[at + 1 :]}
        branches.setdefault(str(location[at]), []).append(rest)
    explained = [violations(complaints) for complaints in branches.values()]
    for branch in explained:
        if all(violation.soft for violation in branch):
            return branch
    everything = [violation for branch in explained for violation in branch]
    if any(violation.absent for violation in everything):
        path = everything[0].path
        return [Violation(path, f"Field '{_name(path)}' is required")]
    typed = [violation for violation in everything if violation.expected is not None]
    if typed:
        expected = ", ".join(str(violation.expected) for violation in typed)
        return [Violation(typed[0].path, _type_text(expected, typed[0].path, str(typed[0].received)))]
    return [Violation(_path(group[0]["loc"][:at]), "Invalid input")]


def _path(location: Location) -> Location:
    return tuple(part for part in location if not (isinstance(part, str) and part.startswith(LABEL)))


def _name(path: Location) -> str:
    return ", ".join(str(part) for part in path)


def _type_text(expected: str, path: Location, received: str) -> str:
    return f"Expected type: '{expected}' for field '{_name(path)}', got: '{received}'"


def _type_violation(expected: str, path: Location, received: str) -> Violation:
    return Violation(path, _type_text(expected, path, received), expected, received)


def _missing(path: Location, complaint: Complaint) -> Violation:
    del complaint
    return Violation(path, f"Field '{_name(path)}' is required", "undefined", "undefined")


def _type(expected: str) -> Callable[[Location, Complaint], Violation]:
    return lambda path, complaint: wrong_type(expected, path, complaint["input"])


def _integer(path: Location, complaint: Complaint) -> Violation:
    value = complaint["input"]
    if isinstance(value, Decimal | float):
        return Violation(path, _type_text("integer", path, "float"), "integer", "float", soft=True)
    return wrong_type("number", path, value)


def _not_a_number(path: Location, complaint: Complaint) -> Violation:
    del complaint
    return _type_violation("number", path, "nan")


def _bound(words: str, limit: str) -> Callable[[Location, Complaint], Violation]:
    def explain(path: Location, complaint: Complaint) -> Violation:
        text = f"Value for field '{_name(path)}' {words}: '{_shown(complaint['ctx'][limit])}'"
        return Violation(path, text, soft=True)

    return explain


def _choice(path: Location, complaint: Complaint) -> Violation:
    """Literals and enumerations. A literal of one value has words of its own."""
    value, options = complaint["input"], _options(complaint)
    if len(options) == 1 and complaint["type"] == "literal_error":
        return Violation(
            path, f"Expected literal: '{options[0]}' for field '{_name(path)}', but got: '{_shown(value)}'"
        )
    if isinstance(value, str | int | Decimal) and not isinstance(value, bool):
        expected = ", ".join(options)
        return Violation(path, f"Expected: '{expected}' for field '{_name(path)}', but got: '{_shown(value)}'")
    return wrong_type(" | ".join(f"'{option}'" for option in options), path, value)


def _options(complaint: Complaint) -> list[str]:
    """The values in `'a', 'b' or 'c'`, `True` or `1 or 2`."""
    expected: str = complaint["ctx"]["expected"]
    quoted = re.findall(r"'((?:[^'\\]|\\.)*)'", expected)
    return quoted or [word.lower() if word in {"True", "False"} else word for word in re.split(r", | or ", expected)]


def _discriminator(path: Location, complaint: Complaint) -> Violation:
    if complaint["type"] == "union_tag_not_found":
        return wrong_type("object", path, complaint["input"])
    tags = complaint["ctx"]["expected_tags"].replace(repr(LABEL)[1:-1], "").replace(", ", " | ")
    return Violation(path, f"Invalid discriminator value. Expected {tags}")


def _refinement(path: Location, complaint: Complaint) -> Violation:
    """A rule of the schema's own: its own text, without a field name."""
    context: Mapping[str, Any] = complaint.get("ctx") or {}
    return Violation(path, str(context.get("error") or complaint["msg"]), soft=True)


def _shown(value: object) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case Enum():
            return str(value.value)
        case Decimal():
            text = format(value, "f")
            return text.rstrip("0").rstrip(".") if "." in text else text
        case dict():
            return "[object Object]"
        case list():
            return ",".join(_shown(item) for item in cast("list[object]", value))
        case _:
            return str(value)


_EXPLANATIONS: Final[dict[str, Callable[[Location, Complaint], Violation]]] = {
    "missing": _missing,
    "string_type": _type("string"),
    "int_type": _integer,
    "int_from_float": _integer,
    "number_type": _type("number"),
    "not_a_number": _not_a_number,
    "decimal_type": _type("number"),
    "bool_type": _type("boolean"),
    "list_type": _type("array"),
    "dict_type": _type("object"),
    "model_type": _type("object"),
    "model_attributes_type": _type("object"),
    "none_required": _type("null"),
    "enum": _choice,
    "literal_error": _choice,
    "union_tag_invalid": _discriminator,
    "union_tag_not_found": _discriminator,
    "greater_than_equal": _bound("too small, expected at least", "ge"),
    "greater_than": _bound("too small, expected at least", "gt"),
    "less_than_equal": _bound("too big, expected at most", "le"),
    "less_than": _bound("too big, expected at most", "lt"),
    "string_too_short": _bound("too small, expected at least", "min_length"),
    "string_too_long": _bound("too big, expected at most", "max_length"),
    "too_short": _bound("too small, expected at least", "min_length"),
    "too_long": _bound("too big, expected at most", "max_length"),
    "multiple_of": _bound("not multiple of", "multiple_of"),
    "string_pattern_mismatch": lambda path, _: Violation(path, "Invalid", soft=True),
}
