"""Walking edges in SQL: tables, the links between them, and what keeps deleted rows out."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from itertools import count
from typing import Any, cast

from mercato.kernel.reader.columns import Leaf, columns_of, has_deleted_at
from mercato.kernel.reader.dialects import Dialect, Source, literal, quoted
from mercato.kernel.reader.view import Edge, Model, Ownership, key_name


@dataclass
class Names:
    """Gives out aliases, each once in a statement, and the placeholder of the caller's id."""

    owner: Callable[[], str]
    _numbers: Iterator[int] = field(default_factory=count)

    def new(self) -> str:
        """The next alias."""
        return f"n{next(self._numbers)}"


@dataclass(frozen=True)
class Joined:
    """The tables behind some edges. `aliases` are those of the last edge's hops, the target's last."""

    tables: str
    conditions: tuple[str, ...]
    aliases: tuple[str, ...]

    @property
    def alias(self) -> str:
        """The last target's rows."""
        return self.aliases[-1]

    def exists(self, *conditions: str) -> str:
        """Whether there is such a row."""
        return f"EXISTS (SELECT 1 FROM {self.tables} WHERE {' AND '.join((*self.conditions, *conditions))})"


def table(model: Model) -> str:
    """Its name in a statement."""
    return quoted(model.__tablename__)


def column(alias: str, name: str) -> str:
    """A column of a row."""
    return f"{alias}.{quoted(name)}"


def expression(leaf: Leaf, alias: str, dialect: Dialect) -> str:
    """The value at the end of a path."""
    virtual = leaf.virtual
    value = column(alias, leaf.name) if virtual is None else f"({virtual.of(dialect.name, alias)})"
    return dialect.inside(value, leaf.inside) if leaf.inside else value


def alive(model: Model, alias: str) -> list[str]:
    """What keeps deleted rows out."""
    return [f"{alias}.deleted_at IS NULL"] if has_deleted_at(model) else []


def joined(edges: Sequence[Edge], start: str, names: Names) -> Joined:
    """The tables from the row `start` along the edges."""
    tables: list[str] = []
    conditions: list[str] = []
    before = start
    aliases: list[str] = []
    for edge in edges:
        aliases = []
        for here, model, there in edge.hops:
            alias = names.new()
            link = f"{column(alias, there)} = {column(before, here)}"
            # The first table stands behind FROM, so its link to the row outside is a condition.
            if tables:
                tables.append(f"JOIN {table(model)} {alias} ON {link}")
            else:
                tables.append(f"{table(model)} {alias}")
                conditions.append(link)
            conditions += alive(model, alias)
            aliases.append(alias)
            before = alias
        conditions += constants(edge.where, before)
        if edge.ownership is not None:
            conditions.append(_owned(edge.ownership, before, names))
    return Joined(" ".join(tables), tuple(conditions), tuple(aliases))


def _owned(ownership: Ownership, alias: str, names: Names) -> str:
    """Whether a row is the caller's; where it may be nobody's, that it is not another's."""
    tables: list[str] = []
    conditions: list[str] = []
    for here, model, there in ownership.hops:
        link = names.new()
        tables.append(f"{table(model)} {link}")
        conditions += [f"{column(link, there)} = {column(alias, here)}", *alive(model, link)]
        alias = link
    compared = "<>" if ownership.free else "="
    conditions.append(f"{column(alias, ownership.column)} {compared} {names.owner()}")
    if not tables:
        return conditions[0]
    found = f"EXISTS (SELECT 1 FROM {', '.join(tables)} WHERE {' AND '.join(conditions)})"
    return f"NOT {found}" if ownership.free else found


def constants(where: Mapping[str, Any], alias: str) -> list[str]:
    """An edge's own conditions."""
    return [_constant(column(alias, name), value) for name, value in where.items()]


def _constant(expression: str, value: Any) -> str:
    match value:
        case None:
            return f"{expression} IS NULL"
        case {"$ne": None}:
            return f"{expression} IS NOT NULL"
        case {"$ne": other}:
            return f"{expression} <> {_literal(other)}"
        case list() | tuple() | set() | frozenset():
            items = cast("Sequence[Any]", value)
            return f"{expression} IN ({','.join(_literal(item) for item in items)})"
        case _:
            return f"{expression} = {_literal(value)}"


def _literal(value: Any) -> str:
    return literal(value.value if isinstance(value, Enum) else value)


def source_of(edge: Edge, parent: str, names: Names, dialect: Dialect) -> Source:
    """The rows of a relation, in its order; of a to-one relation the first."""
    found = joined([edge], parent, names)
    order = _order(edge, found, dialect)
    where = " AND ".join(found.conditions)
    if edge.many:
        return Source(found.alias, found.tables, where, order)
    if edge.by_key:
        return Source(found.alias, found.tables, where)
    return Source(found.alias, found.tables, where, order, " LIMIT 1")


def _order(edge: Edge, found: Joined, dialect: Dialect) -> str:
    key = key_name(edge.target)
    terms = (edge.order or "").split()
    if key not in {term.lstrip("-") for term in terms}:
        terms.append(key)
    return ", ".join(_order_term(edge, found, term, dialect) for term in terms)


def _order_term(edge: Edge, found: Joined, term: str, dialect: Dialect) -> str:
    name = term.removeprefix("-")
    models = [model for _, model, _ in edge.hops]
    for model, alias in zip(reversed(models), reversed(found.aliases), strict=True):
        known = columns_of(model).get(name)
        if known is not None:
            expression = dialect.sortable(known.kind, column(alias, name))
            return dialect.ordered(expression, down=term.startswith("-"), nullable=known.nullable)
    raise LookupError(f"{edge.source.__name__}.{edge.name}: no column {name} to order by")
