"""What is declared for reading: views, filters, the graph of relations, computed fields; and what a request becomes."""

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Final, Literal, TypeAlias

from mercato.kernel.db import Base, key_of, label

Model: TypeAlias = type[Base]
Row: TypeAlias = dict[str, Any]
Hop: TypeAlias = tuple[str, Model, str]
"""(column of the row so far, next model, its column): rows of the next model where both columns are equal."""
Kind: TypeAlias = Literal["text", "int", "decimal", "bool", "time", "json"]
Fill: TypeAlias = Callable[[Any, list[Row], frozenset[str], Mapping[str, Any]], Awaitable[None]]
"""`await fill(tx, rows, names, context)` adds the names to each row; all rows of the answer come at once."""
Finish: TypeAlias = Callable[[list[Row]], None]
"""`finish(rows)` changes the objects of an answer, in place, once they hold what was asked for."""
Shape: TypeAlias = tuple[Any, ...]
"""A condition without its values, which stand in a list beside it: ("=", path, place of the value), ("and", …) …"""

EVERYTHING: Final[Shape] = ("true",)


@dataclass(frozen=True, slots=True)
class SqlText:
    """A trusted SQL expression that acts as a column; `{t}` stands for the row. One text for both databases, or two."""

    sqlite: str
    postgresql: str | None = None
    kind: Kind = "text"

    def of(self, dialect: str, alias: str) -> str:
        """The expression over the row `alias`."""
        chosen = self.postgresql if dialect == "postgresql" and self.postgresql is not None else self.sqlite
        return chosen.replace("{t}", alias)


@dataclass(frozen=True)
class Ownership:
    """How a row leads to the one it belongs to: along `hops` to a row whose `column` holds the owner's id.

    `free`: rows of nobody are shown as well.
    """

    column: str
    hops: tuple[Hop, ...] = ()
    free: bool = False


@dataclass(frozen=True, eq=False)
class Edge:
    """A relation that `fields`, `order` and filters may walk, from `source` through `hops` to `target`.

    `where` are constant conditions on the target: `{column: value | None | [values] | {"$ne": value | None}}`.
    `order` names columns of the target or of a hop, a minus in front turns one round. `absent`: a to-one relation
    without a target is left out and not null. `stub`: whether a starred source shows this to-one relation as `{id}`;
    by default when the first hop leaves from a foreign key. `whole`: a starred source shows this relation, starred too.
    `shows`: the only columns of the target to be seen here, and nothing beyond it; by default everything.
    `ownership` keeps out what is not the caller's.
    """

    source: Model
    name: str
    target: Model
    many: bool
    hops: Sequence[Hop]
    order: str | None = None
    where: Mapping[str, Any] = field(default_factory=dict[str, Any])
    absent: bool = False
    stub: bool | None = None
    whole: bool = False
    shows: str = ""
    ownership: Ownership | None = None

    def __post_init__(self) -> None:
        """A chain that ends elsewhere would answer rows of the wrong table."""
        if not self.hops or self.hops[-1][1] is not self.target:
            raise ValueError(f"{self.source.__name__}.{self.name}: the last hop has to reach {self.target.__name__}")

    @property
    def label(self) -> str:
        """Its name among all: `Seller.orders`."""
        return f"{self.source.__name__}.{self.name}"

    @property
    def stubbed(self) -> bool:
        """Whether a star on the source shows this relation as a stub."""
        if self.stub is not None:
            return self.stub
        return not self.many and self.by_key and bool(self.source.__table__.c[self.hops[0][0]].foreign_keys)

    def hides(self, name: str) -> bool:
        """Whether this column or relation of the target is not to be seen through this relation."""
        return bool(self.shows) and name not in self.shows.split()

    @property
    def by_key(self) -> bool:
        """Whether one column of the source holds the target's key."""
        return len(self.hops) == 1 and self.hops[0][2] == key_name(self.target)


@dataclass(frozen=True, eq=False)
class Computed:
    """Names that Python adds to rows of a model, wherever in the answer they stand.

    `needs` are tokens relative to the row that must be loaded; what was not asked for is taken away again.
    `with_star`: a starred row has these names too.
    """

    model: Model
    names: str
    fill: Fill
    needs: str = ""
    with_star: bool = False


class Graph:
    """Every relation, computed field and virtual column that the wire may ask for.

    `closed` are relations, `Seller.orders`, that the program may walk and clients may not, unless a view's `allowed`
    lists the path.
    """

    def __init__(
        self,
        edges: Sequence[Edge] = (),
        computed: Sequence[Computed] = (),
        virtual: Mapping[Model, Mapping[str, SqlText]] | None = None,
        closed: Iterable[str] = (),
    ) -> None:
        self.edges = tuple(edges)
        self.computed = tuple(computed)
        self.virtual = dict(virtual or {})
        self.closed = frozenset(closed)
        self._edges: dict[tuple[Model, str], Edge] = {}
        self._computed: dict[tuple[Model, str], Computed] = {}
        self._stubs: dict[Model, list[Edge]] = {}
        self._wholes: dict[Model, list[Edge]] = {}
        unknown = self.closed - {edge.label for edge in self.edges}
        if unknown:
            raise ValueError(f"no relations to close: {', '.join(sorted(unknown))}")
        for edge in self.edges:
            if self._edges.setdefault((edge.source, edge.name), edge) is not edge:
                raise ValueError(f"two relations {edge.source.__name__}.{edge.name}")
            if edge.stubbed:
                self._stubs.setdefault(edge.source, []).append(edge)
            if edge.whole:
                self._wholes.setdefault(edge.source, []).append(edge)
        for one in self.computed:
            for name in one.names.split():
                taken = self._edges.get((one.model, name)) or self._computed.setdefault((one.model, name), one)
                if taken is not one:
                    raise ValueError(f"two meanings of {one.model.__name__}.{name}")

    def changed(self, change: Callable[[Edge], Edge], *, closed: Iterable[str] = ()) -> "Graph":
        """The same graph for an audience that may see less of it."""
        return Graph([change(edge) for edge in self.edges], self.computed, self.virtual, {*self.closed, *closed})

    def edge(self, model: Model, name: str) -> Edge | None:
        """The relation of this name."""
        return self._edges.get((model, name))

    def computed_as(self, model: Model, name: str) -> Computed | None:
        """What computes this name."""
        return self._computed.get((model, name))

    def starred(self, model: Model) -> list[tuple[str, Computed]]:
        """The computed names that come with a star."""
        return [
            (name, one) for one in self.computed if one.with_star and one.model is model for name in one.names.split()
        ]

    def wholes(self, model: Model) -> Sequence[Edge]:
        """The relations that come with a star."""
        return self._wholes.get(model, ())

    def stubs(self, model: Model) -> Sequence[Edge]:
        """The to-one relations that a starred row shows as `{id}`."""
        return self._stubs.get(model, ())


@dataclass(frozen=True)
class Filters:
    """The filters of a list, as names separated by spaces. A name is a column, a virtual column, or a key of `paths`.

    plain: a text or a list · text: a text only · operator: a text, a list or an object of operators · dates: the same
    over instants · boolean: true/false · enum: name -> its values · paths: name -> dotted path, plain unless the name
    stands in another kind too · relation: relation -> names that an object may have (an id or a list of ids works
    always) · q: search · logic: `$and` and `$or`.
    """

    plain: str = ""
    text: str = ""
    operator: str = ""
    dates: str = ""
    boolean: str = ""
    enum: Mapping[str, type[Enum]] = field(default_factory=dict[str, type[Enum]])
    paths: Mapping[str, str] = field(default_factory=dict[str, str])
    relation: Mapping[str, str] = field(default_factory=dict[str, str])
    q: bool = False
    logic: bool = False


@dataclass(frozen=True, eq=False)
class View:
    """What one resource shows to one audience.

    Tokens are separated by spaces: `name`, `*relation`, `relation.name`. `default` holds without `fields`; `always` is
    added whatever was asked for; `allowed` are the only names to ask for and to order by; `restricted` are names
    that no segment of a client's path may be and that no star shows. `key` is what a single object is found by.
    `tolerated` are relations that clients ask for and that do not exist: asking for them shows nothing.
    `only` says what this audience may see of a relation, wherever it stands, with conditions as those of edges:
    `{"Seller.products": {"status": "published"}}`.
    `finish` reshapes the rows of an answer before they are sent.
    """

    model: Model
    one: str
    many: str
    default: str
    always: str = ""
    allowed: str | None = None
    restricted: str = ""
    tolerated: str = ""
    limit: int = 50
    order: str | None = None
    search: str = ""
    missing: str | None = None
    filters: Filters = field(default_factory=Filters)
    key: str = "id"
    with_deleted: bool = False
    strip_unknown: bool = False
    only: Mapping[str, Mapping[str, Any]] = field(default_factory=dict[str, Mapping[str, Any]])
    finish: Finish | None = None
    virtual: Mapping[str, SqlText] = field(default_factory=dict[str, SqlText])

    def missing_message(self, id: str) -> str:
        """What a client reads when there is no such object."""
        return (self.missing or f"{label(self.model)} with {self.key}: {{id}} was not found").replace("{id}", id)


@dataclass(frozen=True, eq=False)
class Node:
    """Rows of one model in an answer: their columns, computed names and relations."""

    model: Model
    columns: tuple[str, ...] = ()
    computed: tuple[str, ...] = ()
    children: Mapping[str, "Node"] = field(default_factory=dict[str, "Node"])
    edge: Edge | None = None
    stub: bool = False
    """Only the key, straight from the foreign key on the parent."""


@dataclass(frozen=True, eq=False)
class Fitting:
    """One computed field and the places in the answer where its rows stand, deepest first."""

    computed: Computed
    names: frozenset[str]
    places: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, eq=False)
class Plan:
    """What a `fields` text means for a view: what was asked, what to load for it, and what Python adds then."""

    view: View
    graph: Graph
    asked: Node
    loaded: Node
    fittings: tuple[Fitting, ...] = ()
    fields: str | None = None
    """What the client wrote, if anything."""

    def computes(self, name: str) -> bool:
        """Whether a computed field of this name stands anywhere in the answer."""
        return any(name in fitting.names for fitting in self.fittings)


@dataclass(frozen=True, slots=True)
class Selection:
    """The `fields` of a request for one object."""

    view: View
    plan: Plan
    owner: str | None = None
    """Who asks, where the graph shows everybody only what is theirs."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A request for a page. `shape` is the condition, `values` what it compares with, `order` a path with its sign."""

    view: View
    plan: Plan
    shape: Shape
    values: tuple[Any, ...]
    order: str
    limit: int | None
    offset: int = 0
    with_deleted: bool = False
    owner: str | None = None

    def order_told(self) -> dict[str, Any]:
        """The order as some lists tell it back, `{"order": {"title": "ASC"}}`; nothing when it is the view's own."""
        if self.order == (self.view.order or key_name(self.view.model)):
            return {}
        told: Any = "DESC" if self.order.startswith("-") else "ASC"
        for segment in reversed(self.order.removeprefix("-").split(".")):
            told = {segment: told}
        return {"order": told}


def key_name(model: Model) -> str:
    """The column that identifies a row: `id`, `code`, `iso_2`."""
    return key_of(model).key
