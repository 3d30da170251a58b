"""Whether views and graph fit together: what a test asks about every view of the program."""

from collections.abc import Iterable, Iterator

from mercato.kernel.reader.columns import walk
from mercato.kernel.reader.compile import Request, statement
from mercato.kernel.reader.dialects import DIALECTS
from mercato.kernel.reader.fields import plan_of
from mercato.kernel.reader.filters import rules_of
from mercato.kernel.reader.view import Graph, View, key_name


def problems(views: Iterable[View], graph: Graph) -> list[str]:
    """Names in views that lead nowhere: relations, filters, orders, columns to search."""
    return [f"{view.model.__name__} ({view.one}): {problem}" for view in views for problem in _problems(view, graph)]


def _problems(view: View, graph: Graph) -> Iterator[str]:
    try:
        plan = plan_of(view, graph, None)
        for dialect in DIALECTS:
            statement(plan, Request("page", ("qa", 0), view.order or key_name(view.model), limited=True), dialect)
    except LookupError as error:
        yield str(error)
    for name, rule in rules_of(view).items():
        if rule.path:
            yield from _path_problems(view, graph, name, [rule.path, *(f"{rule.path}.{part}" for part in rule.inside)])
    if view.filters.q and not view.search.split():
        yield "takes q and searches nothing"


def _path_problems(view: View, graph: Graph, name: str, paths: list[str]) -> Iterator[str]:
    for path in paths:
        try:
            _, leaf = walk(view, graph, view.model, path)
        except LookupError:
            yield f"filter {name} leads nowhere: {path}"
            return
        if name in view.filters.relation and path == paths[0] and leaf is not None:
            yield f"filter {name} is no relation"
            return
