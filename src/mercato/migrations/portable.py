"""How column types are written in a migration: by the kernel's names, which mean the right thing on both databases."""

from typing import Any, Literal

from alembic.autogenerate.api import AutogenContext
from sqlalchemy import Enum
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.types import TypeEngine

from mercato.kernel.columns import JSON_VALUE, TEXT, Exact, Instant


def render_item(kind: str, item: Any, context: AutogenContext) -> str | Literal[False]:
    """Alembic's hook for each piece of a generated migration; False leaves a piece to Alembic."""
    if kind != "type":
        return False
    return _render_type(item)


def _render_type(column_type: TypeEngine[Any]) -> str | Literal[False]:
    if isinstance(column_type, Exact):
        return "columns.Exact()"
    if isinstance(column_type, Instant):
        return "columns.Instant()"
    # Enums are plain text, so that a new member needs no migration.
    if isinstance(column_type, Enum):
        return f"sa.String(length={column_type.length})"
    written = _ddl(column_type)
    for name, known in (("TEXT", TEXT), ("JSON_VALUE", JSON_VALUE)):
        if written == _ddl(known):
            return f"columns.{name}"
    return False


def _ddl(column_type: TypeEngine[Any]) -> tuple[str, str]:
    return column_type.compile(sqlite.dialect()), column_type.compile(postgresql.dialect())
