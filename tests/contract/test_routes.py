"""Every mounted route is what the contract says: its default fields, its page, its status, its credentials."""

import inspect
import re
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import Any, Final

import httpx

from mercato.graph import GRAPH
from mercato.graph.audiences import SELLERS_GRAPH, SHOPPERS_GRAPH
from mercato.kernel.reader.check import problems
from mercato.kernel.reader.fields import plan_of, trusted_plan
from mercato.kernel.reader.view import Node, View
from tests.conftest import settings_for
from tests.contract.contract import PROMISES, Promise, differences
from tests.support.mounted import Route, mounted

ROUTES: Final = list(mounted(settings_for("sqlite+aiosqlite:///nowhere", Path("nowhere"))))
TOLD: Final = differences()
GRAPHS: Final = {"admin": GRAPH, "vendor": SELLERS_GRAPH, "store": SHOPPERS_GRAPH}
PROMISED: Final = [
    (route, PROMISES[route.method, route.path]) for route in ROUTES if (route.method, route.path) in PROMISES
]
NO_KEY: Final = "Publishable API key required"
_STATUS: Final = re.compile(r"\bstatus=(\d{3})|\banswer\((\d{3})")


def test_views_and_graphs_fit_together() -> None:
    found = [
        f"{audience}: {problem}"
        for audience, graph in GRAPHS.items()
        for problem in problems({r.view for r in ROUTES if r.view is not None and r.audience == audience}, graph)
    ]
    assert not found, "\n".join(found)


def test_the_application_has_what_the_contract_has() -> None:
    """Differences in fields, limits and statuses are told in differences.toml, each with a reason."""
    found = [(str(promise), what, text) for route, promise in PROMISED for what, text in _differences(route, promise)]
    used: set[int] = set()
    missing: list[str] = []
    for name, what, text in found:
        covering = [n for n, entry in enumerate(TOLD) if entry["what"] == what and fnmatch(name, entry["route"])]
        used.update(covering)
        if not covering:
            missing.append(f"{name}: {text}")
    stale = [str(entry) for n, entry in enumerate(TOLD) if n not in used and entry["what"] != "auth"]
    assert not missing, "\n".join(missing)
    assert not stale, "not needed any more in differences.toml:\n" + "\n".join(stale)


async def test_who_is_let_in(app: Any, anonymous: httpx.AsyncClient, store: httpx.AsyncClient) -> None:
    """Without credentials, and with a publishable key alone."""
    wrong: list[str] = []
    waived = {entry["route"] for entry in TOLD if entry["what"] == "auth"}
    for route, promise in PROMISED:
        if promise.auth in {"", "session", "reset"} or str(route) in waived:
            continue
        path = route.to(**dict.fromkeys(route.parameters, "x"))
        body = {} if route.method in {"POST", "DELETE"} else None
        for client, expected in ((anonymous, _to_nobody(promise)), (store, _to_a_shop(promise))):
            r = await client.request(route.method, path, json=body)
            if expected is not None and (r.status_code, _said(r)) != expected:
                wrong.append(f"{route} ({promise.auth}): {r.status_code} {r.text[:100]}, expected {expected}")
            if expected is None and (r.status_code == 401 or NO_KEY in r.text):
                wrong.append(f"{route} ({promise.auth}): is closed: {r.status_code} {r.text[:100]}")
    assert not wrong, "\n".join(wrong)


def _to_nobody(promise: Promise) -> tuple[int, str] | None:
    match promise.auth:
        case "user" | "seller" | "token":
            return 401, "Unauthorized"
        case "customer" | "key":
            return 400, NO_KEY
        case _:
            return None


def _to_a_shop(promise: Promise) -> tuple[int, str] | None:
    match promise.auth:
        case "user" | "seller" | "token" | "customer":
            return 401, "Unauthorized"
        case _:
            return None


def _said(response: httpx.Response) -> str:
    message = str(response.json()["message"])
    return NO_KEY if message.startswith(NO_KEY) else message


def _differences(route: Route, promise: Promise) -> Iterator[tuple[str, str]]:
    view = route.view
    if view is not None and promise.fields is not None:
        yield from (("fields", text) for text in _fields(view, route.audience, promise.fields))
    if view is not None and promise.limit is not None and route.lists and view.limit != promise.limit:
        yield "limit", f"{view.limit} a page, {promise.limit} in the contract"
    statuses = _statuses(route)
    if promise.status is not None and promise.status not in statuses:
        yield "status", f"answers {sorted(statuses)}, {promise.status} in the contract"


def _fields(view: View, audience: str, promised: str) -> Iterator[str]:
    graph = GRAPHS[audience]
    ours = set(_leaves(plan_of(view, graph, None).asked))
    try:
        theirs = set(_leaves(trusted_plan(view, graph, promised).asked))
    except LookupError as error:
        yield str(error)
        return
    more, fewer = sorted(ours - theirs), sorted(theirs - ours)
    if more or fewer:
        yield f"lacks by default {' '.join(fewer) or '-'}; shows also {' '.join(more) or '-'}"


def _leaves(node: Node, path: str = "") -> Iterator[str]:
    for name in (*node.columns, *node.computed):
        yield f"{path}{name}"
    for name, child in node.children.items():
        yield from _leaves(child, f"{path}{name}.")


def _statuses(route: Route) -> set[int]:
    source = inspect.getsource(route.function)
    return {int(a or b) for a, b in _STATUS.findall(source.partition("->")[2])} or {200}
