"""Each rule finds what it is for, and leaves good code alone."""

import ast
from pathlib import Path, PurePosixPath
from textwrap import dedent

import pytest

from tools import lint

GOOD_VENDOR = """
    @get("/{id:str}")
    async def get_product(tx: Tx, seller: CurrentSeller, id: str) -> Answer:
        \"\"\"One product of the seller.\"\"\"
        return await show(tx, id, scope={"seller.id": seller.id})
"""


def found(rule: lint.Rule, path: str, code: str) -> list[str]:
    text = dedent(code)
    return [what for _, what in rule(lint.Source(PurePosixPath(path), text.count("\n"), ast.parse(text)))]


BAD = [
    (lint.file_budget, "domains/x/events.py", "\n" * 81, "81 lines, the budget is 80"),
    (lint.file_budget, "domains/x/commands/members.py", "\n" * 401, "401 lines"),
    (lint.file_budget, "api/admin/products/variants.py", "\n" * 251, "the budget is 250"),
    (lint.file_budget, "kernel/db.py", "\n" * 401, "the budget is 400"),
    (lint.function_budget, "kernel/x.py", "def f():\n" + "    a = 1\n" * 49, "f has 50 lines"),
    (lint.function_budget, "kernel/x.py", "def f(a, b, c, d, e, g): ...", "f takes 6 arguments"),
    (lint.transactions, "flows/x.py", "async def f(s):\n    await s.commit()", "only kernel/db.py commits"),
    (lint.transactions, "flows/x.py", "async def f(s):\n    await s.rollback()", "rolls back"),
    (lint.imports_on_top, "flows/x.py", "def f():\n    from a import b", "import inside f"),
    (
        lint.sellers_scope,
        "api/vendor/products.py",
        '@get("/")\nasync def list_products(tx: Tx) -> Answer: ...',
        "list_products does not take",
    ),
    (
        lint.sellers_scope,
        "api/vendor/products.py",
        '@get("/")\nasync def list_products(tx: Tx, seller: CurrentSeller) -> Answer:\n    return await listing(tx)',
        "does not use it",
    ),
    (lint.thin_handlers, "api/admin/x.py", "@post()\nasync def f(a):\n    if a:\n        return 1", "f decides (if)"),
    (lint.thin_handlers, "api/admin/x.py", "@post()\nasync def f(a):\n    return 1 if a else 2", "f decides (ifexp)"),
    (lint.thin_handlers, "api/admin/x.py", "@post()\nasync def f(a):\n" + "    a()\n" * 11, "f has 11 lines of body"),
    (lint.narrow_catches, "flows/x.py", "try:\n    a()\nexcept Exception:\n    pass", "catches everything"),
    (lint.narrow_catches, "flows/x.py", "try:\n    a()\nexcept (KeyError, Exception):\n    pass", "catches everything"),
    (lint.narrow_catches, "flows/x.py", "try:\n    a()\nexcept:\n    pass", "catches everything"),
    (lint.names, "flows/utils.py", "", "a module named utils"),
    (lint.names, "domains/orders/helpers/x.py", "", "a module named helpers"),
    (lint.names, "flows/x.py", "class OrderService: ...", "OrderService"),
    (lint.names, "flows/x.py", "class BaseOrder: ...", "BaseOrder"),
    (lint.names, "flows/x.py", "class IOrder: ...", "IOrder"),
    (lint.no_passing_on, "domains/x/__init__.py", "from mercato.domains.x.models import X", "passes nothing on"),
]

GOOD = [
    (lint.file_budget, "domains/x/events.py", "\n" * 80),
    (lint.file_budget, "migrations/versions/0001_initial.py", "\n" * 4000),
    (lint.function_budget, "kernel/x.py", "class A:\n    def f(self, a, b, c, d, e, *, g, h): ..."),
    (lint.function_budget, "migrations/versions/0001_initial.py", "def upgrade():\n" + "    a = 1\n" * 60),
    (lint.transactions, "kernel/db.py", "async def f(s):\n    await s.commit()"),
    (lint.imports_on_top, "flows/x.py", "from a import b\ndef f():\n    return b"),
    (lint.sellers_scope, "api/vendor/products.py", GOOD_VENDOR),
    (lint.sellers_scope, "api/admin/products.py", '@get("/")\nasync def list_products(tx: Tx) -> Answer: ...'),
    (lint.sellers_scope, "api/vendor/products.py", "def scope(tx: Tx) -> dict[str, str]: ..."),
    (lint.sellers_scope, "api/vendor/sellers.py", "@post()\nasync def apply(tx: Tx) -> Answer: ..."),
    (lint.thin_handlers, "api/vendor/products.py", GOOD_VENDOR),
    (lint.thin_handlers, "flows/x.py", "async def f(a):\n    if a:\n        return 1"),
    (lint.narrow_catches, "flows/x.py", "try:\n    a()\nexcept KeyError:\n    pass"),
    (lint.names, "kernel/db.py", "class Base: ...\nclass Invalid: ...\nclass Item: ...\nclass ServiceZone: ..."),
    (lint.no_passing_on, "domains/x/__init__.py", '"""Sellers."""'),
    (lint.no_passing_on, "graph/__init__.py", "from mercato.graph import orders\nGRAPH = [*orders.EDGES]"),
]


@pytest.mark.parametrize(("rule", "path", "code", "complaint"), BAD)
def test_what_a_rule_is_for(rule: lint.Rule, path: str, code: str, complaint: str) -> None:
    assert [what for what in found(rule, path, code) if complaint in what]


@pytest.mark.parametrize(("rule", "path", "code"), GOOD)
def test_what_a_rule_leaves_alone(rule: lint.Rule, path: str, code: str) -> None:
    assert found(rule, path, code) == []


def test_stale_exceptions_are_complaints(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "src/mercato/kernel").mkdir(parents=True)
    (tmp_path / "src/mercato/kernel/db.py").write_text("def commit(): ...\n")
    monkeypatch.setattr(lint, "ROLLBACKS", {"kernel/gone.py"})
    monkeypatch.setattr(lint, "CATCH_ALL", set())
    monkeypatch.setattr(lint, "WITHOUT_SELLER", {("kernel/db.py", "gone")})

    assert [line.split(":")[2] for line in lint.complaints(tmp_path)] == [
        " the exception for kernel/db.py gone is stale [stale_exceptions]",
        " the exception for kernel/gone.py  is stale [stale_exceptions]",
    ]


def test_complaints_say_where(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "src/mercato/flows").mkdir(parents=True)
    (tmp_path / "src/mercato/flows/x.py").write_text("\n\nclass OrderService: ...\n")

    assert lint.main(tmp_path) == 1
    assert "src/mercato/flows/x.py:3: OrderService" in capsys.readouterr().out
