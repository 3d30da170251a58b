"""The migrations and the models are two descriptions of the same tables."""

from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, text

from mercato.kernel.db import make_engine
from mercato.migrate import is_current, upgrade
from mercato.tables import METADATA
from tests.conftest import Dialect

HINT = "the models have changed: run `make migration`"

# Everything a table consists of, as the database itself describes it.
SCHEMA = {
    "sqlite": """
        SELECT name, replace(sql, char(9), '') FROM sqlite_master WHERE name <> 'alembic_version' AND sql IS NOT NULL
    """,
    "postgresql": """
        SELECT table_name || '.' || column_name,
               concat_ws(' ', ordinal_position, data_type, character_maximum_length, collation_name,
                         is_nullable, column_default)
          FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'alembic_version'
        UNION ALL
        SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'alembic_version'
        UNION ALL
        SELECT conrelid::regclass || '.' || conname, pg_get_constraintdef(oid) FROM pg_constraint
         WHERE connamespace = 'public'::regnamespace AND conrelid <> coalesce(to_regclass('alembic_version'), 0)
    """,
}


async def test_the_migrations_make_the_tables_of_the_models(
    dialect: Dialect, database_url: str, empty_database_url: str
) -> None:
    await upgrade(empty_database_url)

    assert await _described(empty_database_url, dialect) == await _described(database_url, dialect), HINT


async def test_alembic_sees_no_difference(empty_database_url: str) -> None:
    await upgrade(empty_database_url)

    assert await _in(empty_database_url, _differences) == [], HINT


async def test_a_second_upgrade_changes_nothing(dialect: Dialect, empty_database_url: str) -> None:
    assert not await is_current(empty_database_url)
    await upgrade(empty_database_url)
    before = await _described(empty_database_url, dialect)

    await upgrade(empty_database_url)

    assert await is_current(empty_database_url)
    assert await _described(empty_database_url, dialect) == before


async def _described(url: str, dialect: Dialect) -> dict[str, list[str]]:
    rows = await _in(url, lambda connection: connection.execute(text(SCHEMA[dialect])).all())
    # The order of the clauses inside CREATE TABLE means nothing.
    return {name: sorted(" ".join(what.split()).removesuffix(" )").split(", ")) for name, what in rows}


def _differences(connection: Connection) -> list[Any]:
    return compare_metadata(MigrationContext.configure(connection), METADATA)


async def _in(url: str, question: Any) -> Any:
    engine = make_engine(url)
    async with engine.connect() as connection:
        answer = await connection.run_sync(question)
    await engine.dispose()
    return answer
