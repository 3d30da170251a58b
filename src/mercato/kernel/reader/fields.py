"""`fields`: from texts to a tree of what to answer, and a tree of what to load for it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final, TypeAlias

from mercato.kernel.errors import Invalid
from mercato.kernel.reader.columns import MAX_DEPTH, columns_of, edge_of, leaf_of, private
from mercato.kernel.reader.view import Computed, Edge, Fitting, Graph, Model, Node, Plan, View, key_name

_MAX_NODES: Final = 400
_PLANS: Final = 4096
_SIGNS: Final = "+- *"

Place: TypeAlias = tuple[str, ...]
Own: TypeAlias = dict[str, None]
"""The tokens that a client wrote, in its order."""


@lru_cache(maxsize=_PLANS)
def plan_of(view: View, graph: Graph, fields: str | None) -> Plan:
    """What a client's `fields` means for a view; None where the client sent none.

    Raises:
        Invalid: names outside the view's lists, or relations that do not exist.
    """
    trusted = view.default.split()
    tokens, own = (trusted, {}) if fields is None else edited(trusted, fields)
    _check_lists(view, own)
    return replace(_plan(view, graph, [*tokens, *view.always.split()], own), fields=fields)


@lru_cache(maxsize=_PLANS)
def with_tokens(plan: Plan, tokens: str) -> Plan:
    """The plan of the same request with more names in the answer, whatever the client wrote."""
    view = plan.view
    return plan_of(replace(view, always=f"{view.always} {tokens}"), plan.graph, plan.fields)


@lru_cache(maxsize=_PLANS)
def trusted_plan(view: View, graph: Graph, tokens: str) -> Plan:
    """The plan of tokens that the program itself wrote."""
    return _plan(view, graph, tokens.split(), {})


def edited(default: Sequence[str], fields: str) -> tuple[list[str], Own]:
    """All tokens after the client's edits, and those of them that the client wrote."""
    written = [name for name in fields.split(",") if name.strip()]
    if not written or not all(_signed(name) for name in written):
        own = [name.strip().lstrip(_SIGNS[:3]) for name in written]
        return _unique(own), dict.fromkeys(own)
    tokens = dict.fromkeys(default)
    edits: Own = {}
    for name in written:
        name = name.strip()
        if name.startswith("-"):
            for token in [token for token in tokens if _below(_path(token), name[1:])]:
                del tokens[token]
            continue
        token = name.lstrip("+ ")
        tokens[token] = None
        edits[token] = None
    return list(tokens), {token: None for token in edits if token in tokens}


def _signed(name: str) -> bool:
    return name[0] in _SIGNS or name.endswith(".*")


def _unique(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))


def _below(path: str, prefix: str) -> bool:
    return path == prefix or path.startswith(f"{prefix}.")


def _path(token: str) -> str:
    return token.removeprefix("*").removesuffix(".*")


def _check_lists(view: View, own: Iterable[str]) -> None:
    allowed = None if view.allowed is None else view.allowed.split()
    restricted = frozenset(view.restricted.split())
    wrong = [
        token
        for token in own
        if (allowed is not None and not any(_below(_path(token), name) for name in allowed))
        or not restricted.isdisjoint(_path(token).split("."))
    ]
    _refuse(wrong)


def _refuse(tokens: Iterable[str]) -> None:
    names = _unique(_path(token) or token for token in tokens)
    if names:
        raise Invalid(f"Requested fields [{', '.join(names)}] are not valid")


class _Draft:
    """A node while tokens are being added to it."""

    def __init__(self, model: Model, edge: Edge | None = None, *, star: bool = False) -> None:
        self.model = model
        self.edge = edge
        self.star = star
        self.bare = not star
        self.columns: dict[str, None] = {}
        self.computed: dict[str, None] = {}
        self.children: dict[str, _Draft] = {}

    def child(self, edge: Edge) -> "_Draft":
        """The node behind a relation."""
        return self.children.setdefault(edge.name, _Draft(edge.target, edge))

    def hides(self, name: str) -> bool:
        """Whether the relation that leads here does not show this name."""
        return self.edge is not None and self.edge.hides(name)

    def count(self) -> int:
        """How many nodes hang here."""
        return 1 + sum(child.count() for child in self.children.values())


class _Tree:
    """Grows the nodes of a view out of tokens."""

    def __init__(self, model: Model, view: View | None, graph: Graph, *, hidden: frozenset[str] = frozenset()) -> None:
        self.view = view
        self.graph = graph
        self.hidden = hidden
        self.root = _Draft(model)

    def add(self, token: str, *, own: bool = False) -> bool:
        """Adds a token; False when it names a relation that does not exist. `own`: a client wrote it."""
        draft = self.root
        if token == "*" and not own:
            draft.star, draft.bare = True, False
            return True
        star = token.startswith("*") or token.endswith(".*")
        segments = _path(token).split(".")
        if len(segments) > MAX_DEPTH:
            return False
        for position, segment in enumerate(segments):
            ends = position == len(segments) - 1
            edge = edge_of(self.view, self.graph, draft.model, segment)
            if draft.hides(segment):
                # As with columns that nobody may see: to ask for them shows nothing. Relations are refused.
                return edge is None and ends and not star
            if edge is None:
                return self._add_scalar(draft, segment, ends and not star, own=own)
            if own and self._is_closed(edge, segments[: position + 1]):
                return False
            if ends and not star:
                # A to-many relation by its bare name adds nothing; a to-one relation shows its key.
                if not edge.many:
                    draft.child(edge)
                return True
            draft = draft.child(edge)
            draft.bare = False
        draft.star = True
        return True

    def _is_closed(self, edge: Edge, path: Sequence[str]) -> bool:
        listed = self.view.allowed if self.view is not None else None
        return edge.label in self.graph.closed and ".".join(path) not in (listed or "").split()

    def _add_scalar(self, draft: _Draft, name: str, plain: bool, *, own: bool) -> bool:
        if self.graph.computed_as(draft.model, name) is not None:
            draft.computed[name] = None
            return True
        leaf = leaf_of(self.view, self.graph, draft.model, name)
        if leaf is None or (own and name in private(draft.model)):
            return plain
        # What stands below a scalar is nothing; below JSON it is part of the value.
        if plain or leaf.kind == "json":
            draft.columns[name] = None
        return True

    def node(self, draft: _Draft | None = None, above: tuple[Model, ...] = ()) -> Node:
        """The finished node and all below it."""
        draft = draft or self.root
        model = draft.model
        columns = {key_name(model): None, **draft.columns, **self._foreign_keys(draft)}
        computed = dict(draft.computed)
        children = {name: self.node(child, (*above, model)) for name, child in draft.children.items()}
        if draft.star:
            names = {*columns_of(model), *(name for name, _ in self.graph.starred(model))}
            hidden = self.hidden | private(model) | {name for name in names if draft.hides(name)}
            columns |= dict.fromkeys(name for name in columns_of(model) if name not in hidden)
            computed |= dict.fromkeys(name for name, _ in self.graph.starred(model) if name not in hidden)
            if draft.edge is None or not draft.edge.shows:
                children |= self._wholes(model, above, hidden | children.keys())
            if draft.edge is not None and not draft.edge.shows:
                children |= self._stubs(model, above, hidden | children.keys())
        edge = draft.edge
        stub = draft.bare and edge is not None and edge.by_key and not edge.where
        return Node(model, tuple(columns), tuple(computed), children, edge, stub)

    def _foreign_keys(self, draft: _Draft) -> dict[str, None]:
        """A relation to a row that must exist comes with the column that names it."""
        edges = [child.edge for child in draft.children.values() if child.edge is not None and child.edge.by_key]
        columns, hidden = draft.model.__table__.c, self.hidden | private(draft.model)
        names = [edge.hops[0][0] for edge in edges if not edge.many]
        return {name: None for name in names if not columns[name].nullable and name not in hidden}

    def _wholes(self, model: Model, above: tuple[Model, ...], without: Iterable[str]) -> dict[str, Node]:
        return {
            edge.name: self.node(_Draft(edge.target, edge, star=True), (*above, model))
            for edge in self.graph.wholes(model)
            if edge.target not in above and edge.name not in without and edge.label not in self.graph.closed
        }

    def _stubs(self, model: Model, above: tuple[Model, ...], without: Iterable[str]) -> dict[str, Node]:
        return {
            edge.name: Node(edge.target, (key_name(edge.target),), edge=edge, stub=edge.by_key and not edge.where)
            for edge in self.graph.stubs(model)
            if edge.target not in above and edge.name not in without and edge.label not in self.graph.closed
        }


def _plan(view: View, graph: Graph, tokens: Sequence[str], own: Own) -> Plan:
    asked = _grown(_Tree(view.model, view, graph, hidden=frozenset(view.restricted.split())), tokens, own)
    root = asked.node()
    places = dict(_computed_places(graph, root))
    if not places:
        return Plan(view, graph, root, root)
    loaded = _grown(_Tree(view.model, view, graph), tokens, own)
    done: set[tuple[Place, Computed]] = set()
    tree = root
    while new := [(place, one) for place, found in places.items() for one in found if (place, one) not in done]:
        for place, one in new:
            done.add((place, one))
            _grown(loaded, [_moved(token, place) for token in one.needs.split()], {})
        tree = loaded.node()
        _add_places(places, _computed_places(graph, tree))
    return Plan(view, graph, root, tree, _fittings(graph, places))


def _grown(tree: _Tree, tokens: Iterable[str], own: Own) -> _Tree:
    wrong = [token for token in tokens if not tree.add(token, own=token in own) and not _tolerated(tree, token)]
    _refuse(token for token in wrong if token in own)
    if wrong:
        raise LookupError(f"{tree.root.model.__name__}: the graph has no relations for {', '.join(wrong)}")
    if tree.root.count() > _MAX_NODES:
        if own:
            raise Invalid("Invalid request: too many relations in 'fields'")
        raise LookupError(f"{tree.root.model.__name__}: more than {_MAX_NODES} relations in one answer")
    return tree


def _tolerated(tree: _Tree, token: str) -> bool:
    names = tree.view.tolerated.split() if tree.view is not None else []
    return not frozenset(names).isdisjoint([token, *_path(token).split(".")])


def _moved(token: str, place: Place) -> str:
    """A token relative to a place, as a token relative to the root."""
    if not place:
        return token
    here = ".".join(place)
    if token == "*":
        return f"*{here}"
    return f"*{here}.{token[1:]}" if token.startswith("*") else f"{here}.{token}"


_Names = dict[Computed, set[str]]


def _computed_places(graph: Graph, node: Node, place: Place = ()) -> Iterator[tuple[Place, _Names]]:
    names: _Names = {}
    for name in node.computed:
        if (one := graph.computed_as(node.model, name)) is not None:
            names.setdefault(one, set()).add(name)
    if names:
        yield place, names
    for name, child in node.children.items():
        yield from _computed_places(graph, child, (*place, name))


def _add_places(places: dict[Place, _Names], found: Iterable[tuple[Place, _Names]]) -> None:
    for place, names in found:
        here = places.setdefault(place, {})
        for one, more in names.items():
            here.setdefault(one, set()).update(more)


def _fittings(graph: Graph, places: dict[Place, _Names]) -> tuple[Fitting, ...]:
    """One for each computed field, in the order of what needs what, else the deepest first."""
    standing: dict[Computed, list[Place]] = {}
    for place in sorted(places, key=len, reverse=True):
        for one in places[place]:
            standing.setdefault(one, []).append(place)
    ordered: list[Computed] = []

    def put(one: Computed, waiting: frozenset[Computed]) -> None:
        if one in ordered or one in waiting or one not in standing:
            return
        for other in _needed(graph, one):
            put(other, waiting | {one})
        ordered.append(one)

    for one in sorted(standing, key=lambda one: -len(standing[one][0])):
        put(one, frozenset())
    return tuple(
        Fitting(one, frozenset[str]().union(*(places[place][one] for place in standing[one])), tuple(standing[one]))
        for one in ordered
    )


def _needed(graph: Graph, computed: Computed) -> list[Computed]:
    """The computed fields among the needs of another."""
    tree = _grown(_Tree(computed.model, None, graph), computed.needs.split(), {})
    return [one for _, names in _computed_places(graph, tree.node()) for one in names]
