"""What the two databases write differently: JSON, values, comparisons, order."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Final, TypeAlias

from mercato.kernel.clock import to_wire
from mercato.kernel.columns import dump_json, plain_decimal
from mercato.kernel.reader.functions import DECIMAL, LOWER, MATCHES
from mercato.kernel.reader.patterns import contains, glob, like
from mercato.kernel.reader.view import Kind

Adapt: TypeAlias = Callable[[Any], Any]
Bind: TypeAlias = Callable[[int, str, Adapt], str]
"""(place of the value, type, how to hand it over) -> what to write into the statement."""

_OBJECT_PAIRS: Final = 60
"""SQLite takes at most 127 arguments: longer objects are set together."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One key of an answered object: its expression, and where it is left out when there is nothing."""

    key: str
    expression: str
    only_if: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where rows come from: `alias` is the row, the rest is the statement behind FROM."""

    alias: str
    tables: str
    where: str
    order: str = ""
    limit: str = ""

    @property
    def text(self) -> str:
        """FROM … WHERE … ORDER BY … LIMIT …"""
        order = f" ORDER BY {self.order}" if self.order else ""
        return f"FROM {self.tables} WHERE {self.where or '1=1'}{order}{self.limit}"


def quoted(name: str) -> str:
    """An identifier."""
    return '"' + name.replace('"', '""') + '"'


def literal(value: Any) -> str:
    """A constant of the program in a statement; never a client's value."""
    match value:
        case None:
            return "NULL"
        case bool():
            return "TRUE" if value else "FALSE"
        case int():
            return str(value)
        case _:
            return "'" + str(value).replace("'", "''") + "'"


class Dialect(ABC):
    """How one database says it."""

    name: ClassVar[str]
    deepest: ClassVar[int]
    """How many answers may nest in one expression; the rest goes into named subqueries."""

    @abstractmethod
    def json(self, kind: Kind, expression: str) -> str:
        """A column as a JSON value."""

    @abstractmethod
    def one(self, pairs: Sequence[Pair], source: Source) -> str:
        """A subquery that answers one object, or null."""

    @abstractmethod
    def many(self, pairs: Sequence[Pair], source: Source) -> str:
        """A subquery that answers a list of objects."""

    @abstractmethod
    def stub(self, key: str, expression: str) -> str:
        """`{key: value}`, or null."""

    @abstractmethod
    def inside(self, expression: str, path: Sequence[str]) -> str:
        """The text at a path in a JSON column."""

    @abstractmethod
    def sortable(self, kind: Kind, expression: str) -> str:
        """An expression that sorts and compares alike on both databases."""

    @abstractmethod
    def ordered(self, expression: str, *, down: bool, nullable: bool) -> str:
        """A term of ORDER BY: nulls last ascending, first descending."""

    @abstractmethod
    def value(self, kind: Kind, place: int, bind: Bind) -> str:
        """A bound value, comparable to a column of this kind."""

    @abstractmethod
    def among(self, kind: Kind, expression: str, place: int, bind: Bind) -> str:
        """Whether a column is one of a bound list."""

    @abstractmethod
    def matching(self, op: str, expression: str, place: int, bind: Bind) -> str:
        """like, ilike, re, q (a text that contains the value, whatever its capitals), qa (the same, ASCII)."""

    @abstractmethod
    def has(self, expression: str, place: int, bind: Bind) -> str:
        """Whether a JSON list contains every one of a bound list."""

    @abstractmethod
    def text_of(self, expression: str) -> str:
        """Any column as text."""


def _same(value: Any) -> Any:
    return value


class Sqlite(Dialect):
    """SQLite."""

    name = "sqlite"
    # Its parser has a stack of 100 entries, of which a level of nesting takes some 16.
    deepest = 3

    def json(self, kind: Kind, expression: str) -> str:
        """Texts and integers are values already; the rest is JSON text."""
        match kind:
            case "decimal" | "json":
                return f"json({expression})"
            case "bool":
                return f"json(CASE {expression} WHEN 0 THEN 'false' WHEN 1 THEN 'true' END)"
            case _:
                return expression

    def one(self, pairs: Sequence[Pair], source: Source) -> str:
        """json((SELECT json_object(…) FROM …)): what went through a sorter is text again, and would be quoted."""
        found = f"(SELECT {self._object(pairs)} {source.text})"
        return f"json({found})" if source.order else found

    def many(self, pairs: Sequence[Pair], source: Source) -> str:
        """The order of a subquery holds for the aggregate around it."""
        rows = f"SELECT {source.alias}.* {source.text}"
        return f"(SELECT json_group_array({self._object(pairs)}) FROM ({rows}) {source.alias})"

    def stub(self, key: str, expression: str) -> str:
        """CASE … END"""
        return f"CASE WHEN {expression} IS NOT NULL THEN json_object('{key}',{expression}) END"

    def inside(self, expression: str, path: Sequence[str]) -> str:
        """json_extract; keys are quoted, so a dot or bracket is a character."""
        return f"CAST(json_extract({expression},{_json_path(*path)}) AS TEXT)"

    def sortable(self, kind: Kind, expression: str) -> str:
        """Decimals are texts."""
        return f"{DECIMAL}({expression})" if kind == "decimal" else expression

    def ordered(self, expression: str, *, down: bool, nullable: bool) -> str:
        """Null is the smallest value here."""
        nulls = (" NULLS FIRST" if down else " NULLS LAST") if nullable else ""
        return f"{expression}{' DESC' if down else ''}{nulls}"

    def value(self, kind: Kind, place: int, bind: Bind) -> str:
        """As stored."""
        return self.sortable(kind, bind(place, "", _STORED.get(kind, _same)))

    def among(self, kind: Kind, expression: str, place: int, bind: Bind) -> str:
        """The list is one JSON text."""
        stored = _STORED.get(kind, _same)
        values = bind(place, "", lambda items: dump_json([stored(item) for item in items]))
        return f"{expression} IN (SELECT {self.sortable(kind, 'value')} FROM json_each({values}))"

    def matching(self, op: str, expression: str, place: int, bind: Bind) -> str:
        """LIKE ignores the case of ASCII letters, GLOB does not; other letters need Python."""
        match op:
            case "like":
                return f"{expression} GLOB {bind(place, '', glob)}"
            case "ilike":
                return f"{LOWER}({expression}) GLOB {bind(place, '', lambda text: glob(text.lower()))}"
            case "re":
                return f"{MATCHES}({bind(place, '', _same)},{expression})"
            case "qa":
                return f"{expression} LIKE {bind(place, '', contains)} ESCAPE " + literal("\\")
            case _:
                return f"instr({LOWER}({expression}),{bind(place, '', str.lower)}) > 0"

    def has(self, expression: str, place: int, bind: Bind) -> str:
        """No wanted value that the list lacks."""
        wanted = f"SELECT value FROM json_each({bind(place, '', dump_json)})"
        return (
            f"NOT EXISTS (SELECT 1 FROM ({wanted}) w WHERE w.value NOT IN (SELECT value FROM json_each({expression})))"
        )

    def text_of(self, expression: str) -> str:
        """CAST"""
        return f"CAST({expression} AS TEXT)"

    def _object(self, pairs: Sequence[Pair]) -> str:
        first, *others = [pairs[n : n + _OBJECT_PAIRS] for n in range(0, len(pairs), _OBJECT_PAIRS)]
        made = f"json_object({self._arguments(first, literal)})"
        for chunk in others:
            made = f"json_set({made},{self._arguments(chunk, _json_path)})"
        removed = [
            f"CASE WHEN {pair.only_if} THEN {_json_path('')} ELSE {_json_path(pair.key)} END"
            for pair in pairs
            if pair.only_if is not None
        ]
        return f"json_remove({made},{','.join(removed)})" if removed else made

    def _arguments(self, pairs: Sequence[Pair], name: Callable[[str], str]) -> str:
        return ",".join(f"{name(pair.key)},{pair.expression}" for pair in pairs)


def _json_path(*keys: str) -> str:
    return literal("$" + "".join(f'."{key}"' for key in keys))


_STORED: Final[dict[str, Adapt]] = {"decimal": plain_decimal, "bool": int, "time": to_wire}


_WIRE_TIME: Final = literal('YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')


class Postgresql(Dialect):
    """PostgreSQL."""

    name = "postgresql"
    deepest = 1000

    def json(self, kind: Kind, expression: str) -> str:
        """Only instants and numbers look different on the wire."""
        match kind:
            case "decimal":
                return f"trim_scale({expression})"
            case "time":
                return f"to_char({expression} AT TIME ZONE 'UTC',{_WIRE_TIME})"
            case _:
                return expression

    def one(self, pairs: Sequence[Pair], source: Source) -> str:
        """row_to_json"""
        return f"(SELECT {self._row(pairs, 'row_to_json(r)')} FROM ({self._rows(pairs, source)}) r)"

    def many(self, pairs: Sequence[Pair], source: Source) -> str:
        """json_agg"""
        return f"(SELECT coalesce(json_agg({self._row(pairs, 'r')}),'[]') FROM ({self._rows(pairs, source)}) r)"

    def stub(self, key: str, expression: str) -> str:
        """CASE … END"""
        return f"CASE WHEN {expression} IS NOT NULL THEN json_build_object('{key}',{expression}) END"

    def inside(self, expression: str, path: Sequence[str]) -> str:
        """#>>"""
        keys = ",".join(literal(key) for key in path)
        return f"({expression} #>> ARRAY[{keys}])"

    def sortable(self, kind: Kind, expression: str) -> str:
        """Texts sort by code point."""
        return f'{expression} COLLATE "C"' if kind == "text" else expression

    def ordered(self, expression: str, *, down: bool, nullable: bool) -> str:
        """Null is the greatest value here, as the contract has it."""
        return f"{expression}{' DESC' if down else ''}"

    def value(self, kind: Kind, place: int, bind: Bind) -> str:
        """Typed, so that the driver knows what to send."""
        return bind(place, _TYPES[kind], _same)

    def among(self, kind: Kind, expression: str, place: int, bind: Bind) -> str:
        """The list is one array."""
        return f"{expression} = ANY({bind(place, _TYPES[kind] + '[]', _same)})"

    def matching(self, op: str, expression: str, place: int, bind: Bind) -> str:
        """The ICU collation knows the letters of all alphabets, whatever the database's own locale."""
        lowered = f'lower({expression} COLLATE "und-x-icu")'
        match op:
            case "like":
                return f"{expression} LIKE {bind(place, 'text', like)}"
            case "ilike":
                return f"{lowered} LIKE {bind(place, 'text', lambda text: like(text.lower()))}"
            case "re":
                return f"{expression} ~ {bind(place, 'text', _same)}"
            case "qa":
                # ASCII letters need no alphabet, and this is several times faster.
                return f'{expression} COLLATE "C" ILIKE {bind(place, "text", contains)}'
            case _:
                return f"{lowered} LIKE {bind(place, 'text', lambda text: contains(text.lower()))}"

    def has(self, expression: str, place: int, bind: Bind) -> str:
        """@>"""
        return f"{expression} @> {bind(place, 'text', dump_json)}::jsonb"

    def text_of(self, expression: str) -> str:
        """::text"""
        return f"({expression})::text"

    def _rows(self, pairs: Sequence[Pair], source: Source) -> str:
        columns = ",".join(f"{pair.expression} AS {quoted(pair.key)}" for pair in pairs)
        return f"SELECT {columns} {source.text}"

    def _row(self, pairs: Sequence[Pair], whole: str) -> str:
        dropped = [
            f"CASE WHEN r.{quoted(pair.key)} IS NULL THEN {literal(pair.key)} END"
            for pair in pairs
            if pair.only_if is not None
        ]
        if not dropped:
            return whole
        return f"to_jsonb(r) - array_remove(ARRAY[{','.join(dropped)}],NULL)"


_TYPES: Final[dict[str, str]] = {
    "text": "text",
    "int": "bigint",
    "decimal": "numeric",
    "bool": "boolean",
    "time": "timestamptz",
    "json": "text",
}
DIALECTS: Final[dict[str, Dialect]] = {"sqlite": Sqlite(), "postgresql": Postgresql()}
