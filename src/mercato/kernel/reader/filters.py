"""Filters of a list: from texts to a condition with its values beside it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import cache
from typing import Any, Final, Literal, TypeAlias, cast

from mercato.kernel.reader.columns import Leaf, resolve, walk
from mercato.kernel.reader.functions import pattern
from mercato.kernel.reader.values import Unfit, typed
from mercato.kernel.reader.view import EVERYTHING, Graph, Model, Shape, View

Form: TypeAlias = Literal["plain", "text", "operator", "boolean", "enum", "relation", "q", "logic"]
Where: TypeAlias = tuple[str | int, ...]
"""Where in the query a value stands, for messages."""

_OPERATORS: Final = {"$gt": ">", "$gte": ">=", "$lt": "<", "$lte": "<="}
_PATTERNS: Final = {"$like": "like", "$ilike": "ilike", "$re": "re"}
_LONGEST_PATTERN: Final = 500
_LONGEST_ASCII_SEARCH: Final = 200


@dataclass(frozen=True, slots=True)
class Rule:
    """What a filter of this name takes and means."""

    form: Form
    path: str
    choices: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()


class _Refused(Exception):
    """A value of the wrong form; the message says so in the contract's words."""


@cache
def rules_of(view: View) -> dict[str, Rule]:
    """Every filter of a view."""
    filters = view.filters
    rules: dict[str, Rule] = {}
    if filters.q:
        rules["q"] = Rule("q", "")
    forms: list[tuple[Form, str]] = [
        ("plain", filters.plain),
        ("text", filters.text),
        ("operator", filters.operator),
        ("boolean", filters.boolean),
        ("operator", filters.dates),
    ]
    for form, names in forms:
        rules |= {name: Rule(form, filters.paths.get(name, name)) for name in names.split()}
    for name, values in filters.enum.items():
        rules[name] = Rule("enum", filters.paths.get(name, name), tuple(str(value.value) for value in values))
    for name, path in filters.paths.items():
        rules.setdefault(name, Rule("plain", path))
    for name, inside in filters.relation.items():
        rules[name] = Rule("relation", filters.paths.get(name, name), inside=tuple(inside.split()))
    if filters.logic:
        rules |= {"$and": Rule("logic", ""), "$or": Rule("logic", "")}
    return rules


def type_of(value: object) -> str:
    """The contract's name of a type."""
    match value:
        case str():
            return "string"
        case list():
            return "array"
        case _:
            return "object"


def wrong_type(expected: str, where: str | Where, value: object) -> str:
    """`Expected type: 'string' for field 'email', got: 'array'`"""
    return f"Expected type: '{expected}' for field '{_name(where)}', got: '{type_of(value)}'"


def _name(where: str | Where) -> str:
    return where if isinstance(where, str) else ", ".join(str(part) for part in where)


class Reading:
    """Reads the filters of one request. `values` are what the shapes compare with, `problems` what is wrong."""

    def __init__(self, view: View, graph: Graph, problems: list[str], *, model: Model | None = None) -> None:
        self.values: list[Any] = []
        self._model = model or view.model
        self._view = view
        self._graph = graph
        self._problems = problems
        self._forms: dict[Form, Callable[[Rule, Any, Where], Shape]] = {
            "plain": self._plain,
            "text": self._only_text,
            "operator": self._operator,
            "boolean": self._boolean,
            "enum": self._enum,
            "relation": self._relation,
            "q": self._search,
        }

    def all(self, raw: Mapping[str, Any], where: Where = ()) -> Shape:
        """Every filter has to hold. What is no filter of the view is left to the caller."""
        shapes: list[Shape] = []
        for name, rule in rules_of(self._view).items():
            value = raw.get(name)
            if value is None:
                continue
            if rule.form == "logic":
                # One level only.
                shapes += [] if where else [self._logic(name, value)]
                continue
            try:
                shapes.append(self._forms[rule.form](rule, value, (*where, name)))
            except _Refused as refused:
                self._problems.append(str(refused))
        return _and(shapes)

    def _logic(self, name: str, value: Any) -> Shape:
        if not isinstance(value, list):
            self._problems.append(wrong_type("array", name, value))
            return EVERYTHING
        shapes: list[Shape] = []
        for position, item in enumerate(cast("list[Any]", value)):
            if isinstance(item, dict):
                shapes.append(self.all(cast("dict[str, Any]", item), (name, position)))
            else:
                self._problems.append(wrong_type("object", (name, position), item))
        return (name[1:], tuple(shapes))

    def _plain(self, rule: Rule, value: Any, where: Where) -> Shape:
        match value:
            case str():
                return self._equal(rule.path, value, where)
            case list():
                return self._among("in", rule.path, cast("list[Any]", value), where)
            case _:
                raise _Refused(wrong_type("string, array", where, value))

    def _only_text(self, rule: Rule, value: Any, where: Where) -> Shape:
        if not isinstance(value, str):
            raise _Refused(wrong_type("string", where, value))
        return self._equal(rule.path, value, where)

    def _enum(self, rule: Rule, value: Any, where: Where) -> Shape:
        if isinstance(value, dict):
            raise _Refused(wrong_type("string, array", where, cast("object", value)))
        if isinstance(value, str) and "," in value and set(rule.choices).issuperset(value.split(",")):
            # The sellers' panel writes lists into its addresses as they turn into text.
            value = value.split(",")
        items: list[tuple[Any, Where]] = [(value, where)]
        if isinstance(value, list):
            items = [(item, (*where, position)) for position, item in enumerate(cast("list[Any]", value))]
        for item, place in items:
            if not isinstance(item, str):
                raise _Refused(wrong_type("string", place, item))
            if item not in rule.choices:
                options = ", ".join(rule.choices)
                raise _Refused(f"Expected: '{options}' for field '{_name(place)}', but got: '{item}'")
        return self._plain(rule, value, where)

    def _boolean(self, rule: Rule, value: Any, where: Where) -> Shape:
        del where
        if not isinstance(value, str) or value.lower() not in ("true", "false"):
            raise _Refused("Invalid input")
        return ("=", rule.path, self._put(value.lower() == "true"))

    def _operator(self, rule: Rule, value: Any, where: Where) -> Shape:
        if not isinstance(value, dict):
            return self._plain(rule, value, where)
        shapes: list[Shape] = []
        for op, operand in cast("dict[str, Any]", value).items():
            shape = self._operation(rule.path, op, operand, where)
            shapes += [] if shape is None else [shape]
        return _and(shapes)

    def _operation(self, path: str, op: str, operand: Any, where: Where) -> Shape | None:
        """An operator; None for one that is not known. A wrong shape is told of the field as a whole."""
        refused = _Refused(wrong_type("string, array", where, {}))
        match op, operand:
            case "$eq", str():
                return self._equal(path, operand, where)
            case "$ne", str():
                return self._unequal(path, operand, where)
            case ("$eq" | "$in", list()):
                return self._among("in", path, cast("list[Any]", operand), where)
            case ("$ne" | "$nin", list()):
                return self._among("nin", path, cast("list[Any]", operand), where)
            case ("$gt" | "$gte" | "$lt" | "$lte", str()):
                return self._ordered(path, _OPERATORS[op], operand, where)
            case ("$like" | "$ilike" | "$re", str()):
                return self._pattern(path, _PATTERNS[op], operand, where)
            case ("$contains", str() | list()) if self._leaf(path).kind == "json":
                items = cast("list[Any]", operand) if isinstance(operand, list) else [operand]
                return ("has", path, self._put([item for item in items if isinstance(item, str)]))
            case _ if op in _KNOWN_OPERATORS:
                raise refused
            case _:
                return None

    def _relation(self, rule: Rule, value: Any, where: Where) -> Shape:
        if not isinstance(value, dict):
            return self._plain(rule, value, where)
        raw = cast("dict[str, Any]", value)
        model = self._target(rule.path)
        shapes: list[Shape] = []
        for name in rule.inside:
            found = _dig(raw, name)
            if found is not None:
                inner = Reading(self._view, self._graph, self._problems, model=model)
                inner.values = self.values
                shapes.append(inner._operator(Rule("operator", name), found, (*where, *name.split("."))))
        return ("some", rule.path, tuple(shapes)) if shapes else EVERYTHING

    def _search(self, rule: Rule, value: Any, where: Where) -> Shape:
        del rule
        if not isinstance(value, str):
            raise _Refused(wrong_type("string", where, value))
        if not value:
            return EVERYTHING
        plain = value.isascii() and len(value) <= _LONGEST_ASCII_SEARCH
        return ("qa" if plain else "q", self._put(self._typed(_TEXT, value, where)))

    def _equal(self, path: str, text: str, where: Where) -> Shape:
        return ("null", path) if text == "null" else ("=", path, self._put(self._value(path, text, where)))

    def _unequal(self, path: str, text: str, where: Where) -> Shape:
        return ("notnull", path) if text == "null" else ("<>", path, self._put(self._value(path, text, where)))

    def _ordered(self, path: str, op: str, text: str, where: Where) -> Shape:
        if self._leaf(path).kind in ("bool", "json"):
            raise _Refused(wrong_type("string, array", where, {}))
        return ("false",) if text == "null" else (op, path, self._put(self._value(path, text, where)))

    def _among(self, op: str, path: str, items: Iterable[Any], where: Where) -> Shape:
        texts = list(items)
        if any(not isinstance(item, str) for item in texts):
            raise _Refused(wrong_type("string, array", where, texts))
        # Null is no member of any list.
        return (op, path, self._put([self._value(path, text, where) for text in texts if text != "null"]))

    def _pattern(self, path: str, op: str, text: str, where: Where) -> Shape:
        if self._leaf(path).kind in ("bool", "json", "time"):
            raise _Refused(wrong_type("string, array", where, {}))
        if len(text) > _LONGEST_PATTERN:
            raise _Refused(f"Value for field '{_name(where)}' too big, expected at most: '{_LONGEST_PATTERN}'")
        self._typed(_TEXT, text, where)
        if op == "re":
            try:
                pattern(text)
            except ValueError:
                raise _Refused(f"Invalid regular expression for field '{_name(where)}'") from None
        return (op, path, self._put(text))

    def _value(self, path: str, text: str, where: Where) -> str | int | bool | Decimal | datetime:
        return self._typed(self._leaf(path), text, where)

    def _typed(self, leaf: Leaf | None, text: str, where: Where) -> Any:
        try:
            return typed("text" if leaf is None else leaf.kind, text)
        except Unfit as unfit:
            raise _Refused(unfit.about(_name(where))) from None

    def _leaf(self, path: str) -> Leaf:
        return resolve(self._view, self._graph, self._model, path)[1]

    def _target(self, path: str) -> Model:
        edges, leaf = walk(self._view, self._graph, self._model, path)
        if leaf is not None:
            raise LookupError(f"{self._model.__name__}: {path} is no relation")
        return edges[-1].target

    def _put(self, value: Any) -> int:
        self.values.append(value)
        return len(self.values) - 1


_TEXT: Final = None
_KNOWN_OPERATORS: Final = frozenset({"$eq", "$ne", "$in", "$nin", "$contains", *_OPERATORS, *_PATTERNS})


def _and(shapes: list[Shape]) -> Shape:
    shapes = [shape for shape in shapes if shape != EVERYTHING]
    match shapes:
        case []:
            return EVERYTHING
        case [shape]:
            return shape
        case _:
            return ("and", tuple(shapes))


def _dig(raw: Mapping[str, Any], path: str) -> Any:
    value: Any = raw
    for name in path.split("."):
        if not isinstance(value, dict):
            return None
        value = cast("dict[str, Any]", value).get(name)
    return value
