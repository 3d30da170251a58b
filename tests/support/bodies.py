"""Bodies that a schema accepts, made from the schema."""

from collections.abc import Callable, Iterator
from itertools import count, zip_longest
from typing import Any, Final, TypeAlias

from pydantic import BaseModel

from mercato.kernel.http.openapi import _Schemas  # pyright: ignore[reportPrivateUsage] - decimals as numbers

Place: TypeAlias = tuple[str, ...]
"""Where a value stands: names, and `*` for the elements of a list."""
Give: TypeAlias = Callable[[Place], Any]
"""The value of a place, or None where any will do."""
_DEEPEST: Final = 12
_numbers: Final = count(1)
_NOTHING: Final = object()
_WORDS: Final[dict[str, Any]] = {
    "country_code": "de",
    "currency_code": "eur",
    "email": "somebody@mail.example",
    "type": "shipping",
}


def merged(below: Any, above: Any) -> Any:
    """Both values in one: objects by names, lists by places; elsewhere the upper one counts."""
    if isinstance(below, dict) and isinstance(above, dict):
        both = {name: merged(below[name], above[name]) for name in below.keys() & above.keys()}
        return {**below, **above, **both}
    if isinstance(below, list) and isinstance(above, list):
        pairs = zip_longest(below, above, fillvalue=_NOTHING)
        return [b if a is _NOTHING else a if b is _NOTHING else merged(b, a) for b, a in pairs]
    return above


class Schema:
    """The JSON schema of a model."""

    def __init__(self, model: type[BaseModel]) -> None:
        self.root: dict[str, Any] = model.model_json_schema(schema_generator=_Schemas)
        self._definitions: dict[str, Any] = self.root.get("$defs", {})

    def texts(self) -> Iterator[Place]:
        """Where texts may stand."""
        yield from dict.fromkeys(place for place, node in self._leaves(self.root, ()) if node.get("type") == "string")

    def leaves(self) -> Iterator[tuple[Place, dict[str, Any]]]:
        """Where values may stand that are neither object nor list, and their schemas."""
        yield from self._leaves(self.root, ())

    def sample(self, give: Give, wanted: Place | None = None) -> Any:
        """What must be there, and what leads to the wanted place."""
        return self._sample(self.root, (), give, wanted)

    def resolved(self, node: dict[str, Any]) -> dict[str, Any]:
        """The schema itself, where a reference to it stands."""
        while "$ref" in node:
            node = self._definitions[node["$ref"].rpartition("/")[2]]
        return node

    def _choices(self, node: dict[str, Any]) -> list[dict[str, Any]]:
        return [self.resolved(choice) for choice in node.get("anyOf") or node.get("oneOf") or []]

    def _leaves(self, node: dict[str, Any], place: Place) -> Iterator[tuple[Place, dict[str, Any]]]:
        node = self.resolved(node)
        if len(place) > _DEEPEST:
            return
        if choices := self._choices(node):
            for choice in choices:
                yield from self._leaves(choice, place)
        elif node.get("type") == "object":
            for name, inner in node.get("properties", {}).items():
                yield from self._leaves(inner, (*place, name))
        elif node.get("type") == "array":
            yield from self._leaves(node.get("items", {}), (*place, "*"))
        else:
            yield place, node

    def _sample(self, node: dict[str, Any], place: Place, give: Give, wanted: Place | None) -> Any:
        node = self.resolved(node)
        if choices := self._choices(node):
            leads = [c for c in choices if wanted and any(p == wanted for p, _ in self._leaves(c, place))]
            plain = [c for c in choices if c.get("type") != "null"]
            return self._sample((leads or plain or choices)[0], place, give, wanted)
        if "const" in node:
            return node["const"]
        match node.get("type"):
            case "object":
                return self._object(node, place, give, wanted)
            case "array":
                leads = wanted is not None and wanted[: len(place)] == place
                wanted_here = leads or node.get("minItems", 0)
                return [self._sample(node.get("items", {}), (*place, "*"), give, wanted)] if wanted_here else []
            case _:
                return self._leaf(node, place, give)

    def _object(self, node: dict[str, Any], place: Place, give: Give, wanted: Place | None) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for name, inner in node.get("properties", {}).items():
            here = (*place, name)
            leads = wanted is not None and wanted[: len(here)] == here
            if leads or name in node.get("required", []):
                made[name] = self._sample(inner, here, give, wanted)
        return made

    def _leaf(self, node: dict[str, Any], place: Place, give: Give) -> Any:
        given = give(place)
        if given is not None:
            return given
        if "enum" in node:
            return node["enum"][0]
        match node.get("type"):
            case "string":
                name = next((part for part in reversed(place) if part != "*"), "")
                return _WORDS["email"] if node.get("format") == "email" else _WORDS.get(name, f"word {next(_numbers)}")
            case "integer" | "number":
                return max(1, node.get("minimum", node.get("exclusiveMinimum", 0)))
            case "boolean":
                return True
            case _:
                return None
