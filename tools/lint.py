"""The rules of this code base that no general linter knows. `python tools/lint.py [root]`; see docs/architecture.md.

A rule is a function from a parsed file to its complaints. There is no comment that silences a rule: an exception
is a line in one of the lists below, where a reviewer sees it.
"""

import ast
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath

GENERATED = "migrations/versions/*"
# First match wins; paths are relative to src/mercato.
BUDGETS: list[tuple[str, int]] = [
    ("domains/*/models*", 400),
    ("domains/*/schemas*", 300),
    ("domains/*/views*", 150),
    ("domains/*/queries*", 300),
    ("domains/*/rules*", 400),
    ("domains/*/commands*", 400),
    ("domains/*/events*", 80),
    ("api/*", 250),
    ("*", 400),
]
FUNCTION_LINES = 50
FUNCTION_ARGUMENTS = 5
HANDLER_LINES = 10

# Vendor routes that an applicant, who has no seller yet, or an invited member must reach: (file, handler).
WITHOUT_SELLER: set[tuple[str, str]] = {
    ("api/vendor/sellers.py", "apply"),
}
# The outermost edges: what fails there must become an answer or a stored failure, whatever it is.
CATCH_ALL: set[str] = {"kernel/events/engine.py", "kernel/http/edge.py"}
COMMITTERS = {"kernel/db.py"}
# Looks up which value clashed, in a transaction that has failed already.
ROLLBACKS = {"kernel/db.py", "kernel/constraints.py"}

VERBS = {"get", "post", "put", "patch", "delete", "head", "route"}
BAD_MODULES = {"utils", "util", "helpers", "helper", "common", "misc", "services", "service", "managers"}
BAD_CLASS = re.compile(r"(Service|Manager|Helper|Util|Utils)$|^Base[A-Z]|^I[A-Z][a-z]")

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Source:
    """One file: its path below src/mercato, its text, its tree."""

    path: PurePosixPath
    lines: int
    tree: ast.Module

    def functions(self) -> Iterator[Function]:
        """Every function, nested ones too."""
        return (node for node in ast.walk(self.tree) if isinstance(node, Function))

    def handlers(self) -> Iterator[Function]:
        """The functions that answer a route."""
        return (f for f in self.functions() if self.path.parts[0] == "api" and any(map(_is_route, f.decorator_list)))


Complaint = tuple[int, str]
Rule = Callable[[Source], Iterator[Complaint]]


def file_budget(source: Source) -> Iterator[Complaint]:
    """A file that is too long wants to be split by its nouns."""
    budget = next(lines for pattern, lines in BUDGETS if fnmatch(str(source.path), pattern))
    if source.lines > budget and not fnmatch(str(source.path), GENERATED):
        yield 1, f"{source.lines} lines, the budget is {budget}: split by sub-noun into a package"


def function_budget(source: Source) -> Iterator[Complaint]:
    """A function fits on a screen and takes what one can remember."""
    if fnmatch(str(source.path), GENERATED):
        return
    for f in source.functions():
        if (length := (f.end_lineno or f.lineno) - f.lineno + 1) >= FUNCTION_LINES:
            yield f.lineno, f"{f.name} has {length} lines, fewer than {FUNCTION_LINES} are allowed"
        positional = [a.arg for a in [*f.args.posonlyargs, *f.args.args] if a.arg not in ("self", "cls")]
        if len(positional) > FUNCTION_ARGUMENTS:
            yield (
                f.lineno,
                f"{f.name} takes {len(positional)} arguments: make all after {FUNCTION_ARGUMENTS} keyword-only",
            )


def transactions(source: Source) -> Iterator[Complaint]:
    """One transaction, opened outside; nobody else commits."""
    for node in ast.walk(source.tree):
        match node:
            case ast.Call(func=ast.Attribute(attr="commit")) if str(source.path) not in COMMITTERS:
                yield node.lineno, "only kernel/db.py commits"
            case ast.Call(func=ast.Attribute(attr="rollback")) if str(source.path) not in ROLLBACKS:
                yield node.lineno, "only kernel/db.py rolls back: raise instead"


def imports_on_top(source: Source) -> Iterator[Complaint]:
    """An import inside a function hides a cycle."""
    for f in source.functions():
        for node in ast.walk(f):
            if isinstance(node, ast.Import | ast.ImportFrom):
                yield node.lineno, f"import inside {f.name}: the cycle it hides must be cut"


def sellers_scope(source: Source) -> Iterator[Complaint]:
    """A vendor handler works for the seller of the token, and for nobody else."""
    if source.path.parts[:2] != ("api", "vendor"):
        return
    for f in source.handlers():
        arguments = [*f.args.args, *f.args.kwonlyargs]
        if (str(source.path), f.name) in WITHOUT_SELLER:
            continue
        if not any(a.annotation is not None and "CurrentSeller" in ast.unparse(a.annotation) for a in arguments):
            yield f.lineno, f"{f.name} does not take `seller: CurrentSeller`"
        elif "seller" not in {node.id for node in ast.walk(f) if isinstance(node, ast.Name)}:
            yield f.lineno, f"{f.name} takes the seller and does not use it: nothing in it is scoped"


def thin_handlers(source: Source) -> Iterator[Complaint]:
    """A handler decodes, makes one call, shows."""
    for f in source.handlers():
        for node in ast.walk(f):
            if isinstance(node, ast.If | ast.IfExp | ast.Match | ast.For | ast.While | ast.Try):
                yield (
                    node.lineno,
                    f"{f.name} decides ({type(node).__name__.lower()}): move it into a command or a query",
                )
        body = f.body[1:] if ast.get_docstring(f) is not None else f.body
        if body and (length := (f.end_lineno or f.lineno) - body[0].lineno + 1) > HANDLER_LINES:
            yield f.lineno, f"{f.name} has {length} lines of body, {HANDLER_LINES} are allowed in a handler"


def narrow_catches(source: Source) -> Iterator[Complaint]:
    """Who catches everything hides mistakes."""
    if str(source.path) in CATCH_ALL:
        return
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ExceptHandler):
            names = {n.id for n in ast.walk(node.type) if isinstance(n, ast.Name)} if node.type else {"everything"}
            if names & {"Exception", "BaseException", "everything"}:
                yield node.lineno, "catches everything: name what you expect"


def names(source: Source) -> Iterator[Complaint]:
    """Things are named after what they are."""
    if bad := BAD_MODULES.intersection([*source.path.parts[:-1], source.path.stem]):
        yield 1, f"a module named {bad.pop()} collects everything: name it after its noun"
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ClassDef) and BAD_CLASS.search(node.name):
            yield node.lineno, f"{node.name}: name a class after its job or its noun"


def no_passing_on(source: Source) -> Iterator[Complaint]:
    """One way to import a thing: from where it is written."""
    if source.path.name != "__init__.py":
        return
    used = {node.id for node in ast.walk(source.tree) if isinstance(node, ast.Name)}
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            passed_on = [alias.name for alias in node.names if (alias.asname or alias.name).split(".")[0] not in used]
            if passed_on:
                yield node.lineno, f"a package passes nothing on: import {passed_on[0]} from the module itself"


RULES: list[Rule] = [
    file_budget,
    function_budget,
    transactions,
    imports_on_top,
    sellers_scope,
    thin_handlers,
    narrow_catches,
    names,
    no_passing_on,
]


def _is_route(decorator: ast.expr) -> bool:
    called = decorator.func if isinstance(decorator, ast.Call) else decorator
    return isinstance(called, ast.Name) and called.id in VERBS


def complaints(root: Path) -> Iterator[str]:
    """`file:line: what` for everything under src/mercato of a checkout."""
    package = root / "src/mercato"
    for file in sorted(package.rglob("*.py")):
        text = file.read_text(encoding="utf-8")
        path = PurePosixPath(file.relative_to(package).as_posix())
        source = Source(path, text.count("\n"), ast.parse(text, str(file)))
        for rule in RULES:
            for line, what in sorted(rule(source)):
                yield f"{file.relative_to(root)}:{line}: {what} [{rule.__name__}]"
    yield from stale_exceptions(package)


def stale_exceptions(package: Path) -> Iterator[str]:
    """An exception for a file that is gone would silently allow its successor."""
    wanted = {(file, "") for file in CATCH_ALL | COMMITTERS | ROLLBACKS} | WITHOUT_SELLER
    for name, function in sorted(wanted):
        file = package / name
        if not file.exists() or f"def {function}" not in file.read_text(encoding="utf-8"):
            yield f"tools/lint.py:1: the exception for {name} {function} is stale [stale_exceptions]"


def main(root: Path) -> int:
    """Prints all complaints; 1 when there are any."""
    found = list(complaints(root))
    for line in found:
        print(line)
    print(f"own lints: {len(found)} complaints" if found else "own lints: all kept")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent.parent).resolve()))
