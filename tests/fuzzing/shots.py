"""Requests that nobody should send, made from what the routes declare; the same ones for the same seed."""

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any, Final
from urllib.parse import quote

from mercato.graph import GRAPH
from mercato.kernel.reader.columns import columns_of
from mercato.kernel.reader.view import View
from mercato.tables import METADATA
from tests.api.kinds import NAMES, SEGMENTS
from tests.fuzzing.junk import CONTENT_TYPES, NUMBERS, RAW, TEXTS, anything
from tests.support.bodies import Schema
from tests.support.mounted import Route

TABLES: Final = frozenset(METADATA.tables)
OPERATORS: Final = (
    *("$eq", "$ne", "$in", "$nin", "$gt", "$gte", "$lt", "$lte", "$like", "$ilike", "$re", "$contains"),
    *("$overlap", "$fulltext", "$not", "$and", "$or", "$exists", "$x"),
)
SPOKEN: Final[dict[str, Sequence[Any]]] = {
    "country_code": ("de", "fr", "xx"),
    "currency_code": ("eur", "usd", "EUR", "xyz"),
    "provider_id": ("manual_manual", "pp_system_default", "tp_system", "none"),
    "type": ("shipping", "default", "country", "secret", "publishable"),
    "operator": ("eq", "in", "gt", "ne"),
    "email": ("new@mail.example", "admin@example.com", "A@B.CO"),
    "actor_type": ("user", "customer", "seller", "nobody"),
    "auth_provider": ("emailpass", "google", "x"),
    "url": ("https://images.example/1.png", "x"),
}


@dataclass(frozen=True)
class Shot:
    """One request."""

    route: Route
    method: str
    target: bytes
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    content: bytes = b""

    def __str__(self) -> str:
        target = self.target.decode("latin-1")
        shown = target if len(target) < 800 else f"{target[:800]}… ({len(target)})"
        content = self.content if len(self.content) < 1200 else self.content[:1200] + b"..."
        return f"{self.method} {shown} {dict(self.headers)} {content!r}"


class Gun:
    """Makes the requests. `ids`: table -> ids of rows that are there."""

    def __init__(self, seed: int, ids: Mapping[str, Sequence[str]]) -> None:
        self._rng = Random(seed)
        self._wild = True
        self.ids = ids

    def shot(self, route: Route) -> Shot:
        """The next request to a route."""
        rng = self._rng
        # Two of three requests are nearly right: they get past the checks of form, into what lies behind.
        self._wild = rng.random() < 0.35
        path = "/".join(self._segment(route, segment) for segment in route.path.split("/"))
        if self._wild and rng.random() < 0.04:
            path += rng.choice(("/", "//", "%00", "%zz", "/../..", "%2e%2e%2f", ";a=b", "/%c3%28"))
        query = self._query(route)
        method = (
            route.method
            if not self._wild or rng.random() < 0.95
            else rng.choice(("PATCH", "PUT", "HEAD", "OPTIONS", "DELETE", "X"))
        )
        headers, content = self._content(route) if method not in {"GET", "HEAD"} else ({}, b"")
        target = f"{path}?{query}" if query else path
        return Shot(route, method, target.encode("latin-1", "replace"), headers, content)

    def _segment(self, route: Route, segment: str) -> str:
        if not segment.startswith("{"):
            return segment if self._rng.random() > 0.01 else segment.upper()
        name = segment[1:-1]
        if not self._wild or self._rng.random() < 0.5:
            return quote(str(self._known(name, route.before(name)) or "x"), safe="")
        return quote(self._rng.choice(TEXTS)[:2000] or "-", safe="")

    def _known(self, name: str, segment: str = "") -> Any:
        """A value that fits a name: an id of a row there, or a word of the contract."""
        rng = self._rng
        if name in SPOKEN:
            return rng.choice(SPOKEN[name])
        bare = name.removesuffix("s") if name.endswith("_ids") else name
        guesses = [NAMES.get(bare, ""), bare.removesuffix("_id"), SEGMENTS.get(segment, ""), _singular(segment)]
        for guess in guesses:
            if self.ids.get(guess):
                return rng.choice(self.ids[guess])
        return self._any_id() if bare.endswith(("_id", "id")) or bare == "*" else None

    def _any_id(self) -> str:
        tables = [table for table, ids in self.ids.items() if ids]
        return self._rng.choice(self.ids[self._rng.choice(tables)]) if tables else "x"

    def _query(self, route: Route) -> str:
        rng = self._rng
        if rng.random() < 0.5:
            return ""
        if not self._wild:
            return self._tame_query(route)
        pairs: list[str] = []
        names = _query_names(route)
        for _ in range(rng.randrange(1, 5)):
            name = rng.choice(names) if rng.random() < 0.9 else rng.choice(TEXTS)[:200]
            pairs.append(self._pair(route, name))
        return "&".join(pairs)

    def _tame_query(self, route: Route) -> str:
        """What the route takes, with one thing in it that it may not take."""
        rng = self._rng
        if route.view is None and route.query is None:
            return ""
        if not route.lists or rng.random() < 0.5:
            tokens = [self._path(route.view) for _ in range(rng.randrange(1, 4))]
            return "fields=" + quote(",".join(rng.choice(("", "*", "+")) + token for token in tokens), safe=",*+")
        name = rng.choice(_query_names(route))
        return self._pair(route, name)

    def _pair(self, route: Route, name: str) -> str:
        rng = self._rng
        value = self._query_value(route, name)
        shape = rng.random()
        if shape < 0.12:
            name = f"{name}[{rng.choice(OPERATORS)}]"
        elif shape < 0.18:
            name = f"{name}[]"
        elif shape < 0.24:
            name = f"{name}[{rng.choice(('0', '1', '99999999999', '', 'a', '$and', 'id'))}][{rng.choice(OPERATORS)}]"
        elif shape < 0.27:
            name = f"{rng.choice(('$and', '$or', '$not'))}[0][{name}]"
        elif shape < 0.29:
            name = f"{name}.{rng.choice(('$gt', 'id', 'a.b'))}"
        text = str(value)
        if rng.random() < 0.02:
            return f"{name}={text}".replace(" ", "+").replace("#", "").encode("utf-8").decode("latin-1")
        return f"{quote(name, safe='[]$.')}={quote(text, safe=',*+')}"

    def _query_value(self, route: Route, name: str) -> Any:
        rng = self._rng
        if name == "fields":
            return ",".join(self._token(route.view) for _ in range(rng.randrange(1, 5)))
        if name == "order":
            return rng.choice(("", "-", "--")) + self._path(route.view)
        if name in {"limit", "offset"}:
            return rng.choice((*NUMBERS, "abc", "", "0x10", "1e3", "٣", "10" * 40))
        if rng.random() < 0.5:
            return self._known(name) or rng.choice(TEXTS)
        return rng.choice(TEXTS)

    def _token(self, view: View | None) -> str:
        rng = self._rng
        path = self._path(view) if rng.random() < 0.9 else rng.choice(TEXTS)[:300]
        return f"{rng.choice(('', '', '*', '+', '-', '+*', '**', ' '))}{path}{rng.choice(('', '', '', '.*', '.'))}"

    def _path(self, view: View | None) -> str:
        """Along the graph, for as long as it leads somewhere, and then to a column or to nowhere."""
        rng = self._rng
        if view is None:
            return rng.choice(("id", "x", "a.b"))
        model, names = view.model, list[str]()
        while rng.random() < 0.65 and len(names) < 7:
            edges = [edge for edge in GRAPH.edges if edge.source is model]
            if not edges:
                break
            edge = rng.choice(edges)
            names.append(edge.name)
            model = edge.target
        computed = [name for one in GRAPH.computed if one.model is model for name in one.names.split()]
        columns = [*columns_of(model), *computed]
        if not names or rng.random() < 0.6:
            names.append(rng.choice(columns) if rng.random() < 0.9 else rng.choice(("nothing", "", "metadata.a.b")))
        return ".".join(names)

    def _content(self, route: Route) -> tuple[dict[str, str], bytes]:
        rng = self._rng
        kind = rng.random()
        if route.body is None and not self._wild:
            return {}, b""
        if self._wild and kind < 0.15:
            return {"content-type": rng.choice(CONTENT_TYPES)}, rng.choice(RAW)
        value = self._body(route) if route.body is not None and (not self._wild or kind < 0.95) else anything(rng)
        content = json.dumps(value).encode()
        headers = {"content-type": "application/json"}
        if self._wild and rng.random() < 0.03:
            headers["content-type"] = rng.choice(CONTENT_TYPES)
        if self._wild and rng.random() < 0.03:
            headers["content-encoding"] = rng.choice(("gzip", "deflate", "br", "identity", "x"))
            content = zlib.compress(content) if rng.random() < 0.5 else content
        return headers, content

    def _body(self, route: Route) -> Any:
        assert route.body is not None
        maker = _Maker(self._rng, Schema(route.body), self._known, wild=self._wild)
        value = maker.value()
        for _ in range(self._rng.choice((0, 1, 1, 2, 4) if self._wild else (0, 0, 0, 0, 1))):
            value = spoiled(self._rng, value)
        return value


class _Maker:
    """Bodies that mostly fit their schema, with this and that left out."""

    def __init__(self, rng: Random, schema: Schema, known: Any, *, wild: bool) -> None:
        self._wild = wild
        self._rng = rng
        self._schema = schema
        self._known = known

    def value(self) -> Any:
        """A body."""
        return self._value(self._schema.root, "", 0)

    def _value(self, node: dict[str, Any], name: str, depth: int) -> Any:
        rng = self._rng
        node = self._schema.resolved(node)
        if choices := node.get("anyOf") or node.get("oneOf"):
            return self._value(rng.choice(choices), name, depth)
        if "const" in node:
            return node["const"]
        if "enum" in node:
            return rng.choice(node["enum"])
        match node.get("type"):
            case "object":
                return self._object(node, depth)
            case "array":
                most = 0 if depth > 8 else rng.choice((0, 1, 1, 1, 2, 3))
                count = max(most, node.get("minItems", 0) if rng.random() < 0.9 else 0)
                return [self._value(node.get("items", {}), name, depth + 1) for _ in range(count)]
            case "integer" | "number":
                return rng.choice((1, 1, 2, 2, 3, 10, *(NUMBERS if self._wild else (0, 100, 12.5))))
            case "boolean":
                return rng.random() < 0.5
            case "null":
                return None
            case _:
                return self._text(name, node)

    def _object(self, node: dict[str, Any], depth: int) -> dict[str, Any]:
        rng = self._rng
        properties: dict[str, Any] = node.get("properties", {})
        if not properties:
            return {rng.choice(("Size", "a", "currency_code", "")): anything(rng, 2)} if rng.random() < 0.5 else {}
        required = set(node.get("required", []))
        likely = 0.35 if depth < 4 else 0.1
        return {
            name: self._value(inner, name, depth + 1)
            for name, inner in properties.items()
            if name in required or rng.random() < likely
        }

    def _text(self, name: str, node: dict[str, Any]) -> Any:
        rng = self._rng
        if rng.random() < (0.15 if self._wild else 0.03):
            return rng.choice(TEXTS)
        known = self._known(name)
        if known is not None:
            return known
        if node.get("format") == "email":
            return f"somebody{rng.randrange(1000)}@mail.example"
        return rng.choice(("S", "L", "Size", f"word{rng.randrange(1_000_000)}", "draft", "published", "accepted"))


def spoiled(rng: Random, value: Any) -> Any:
    """The same value with something wrong in it."""
    if isinstance(value, dict) and value and rng.random() < 0.9:
        name = rng.choice(list(value))
        action = rng.random()
        if action < 0.1:
            return {key: item for key, item in value.items() if key != name}
        if action < 0.17:
            return {**value, rng.choice(TEXTS): anything(rng)}
        return {**value, name: spoiled(rng, value[name])}
    if isinstance(value, list) and value and rng.random() < 0.9:
        position = rng.randrange(len(value))
        if rng.random() < 0.15:
            return value * rng.choice((2, 2, 50))
        return [spoiled(rng, item) if n == position else item for n, item in enumerate(value)]
    return anything(rng)


def _singular(segment: str) -> str:
    words = segment.replace("-", "_")
    found = words[:-3] + "y" if words.endswith("ies") else words.removesuffix("s")
    return found if found in TABLES else words


def _query_names(route: Route) -> list[str]:
    names = ["fields", "order", "limit", "offset", "with_deleted", "q"]
    if route.view is not None:
        filters = route.view.filters
        spoken = f"{filters.plain} {filters.text} {filters.operator} {filters.dates} {filters.boolean}"
        names += [*spoken.split(), *filters.enum, *filters.paths, *filters.relation, "$and", "$or"]
        names += ["fields"] * 4 + ["order"] * 3
    if route.query is not None:
        names += [field.alias or name for name, field in route.query.model_fields.items()] * 3
    return names
