"""Tables, transactions and the two databases. The only file of the program that commits.

Every use case runs in one `Tx`. On PostgreSQL rows are locked; on SQLite a writer begins IMMEDIATE, one per
process at a time (readers go on beside it, WAL), so that both databases give the same guarantees.
"""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime
from decimal import Decimal
from enum import Enum as PyEnum
from typing import Any, ClassVar, Final, TypeAlias, TypeVar

from sqlalchemy import (
    BigInteger,
    Boolean,
    Executable,
    ForeignKeyConstraint,
    Index,
    Row,
    Select,
    event,
    func,
    select,
    text,
)
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase, InstrumentedAttribute, Mapped, mapped_column

from mercato.kernel import clock
from mercato.kernel.columns import ENUM, JSON_VALUE, TEXT, Exact, Instant, dump_json
from mercato.kernel.constraints import explained
from mercato.kernel.errors import NotFound
from mercato.kernel.ids import new_id

# Functions that SQLite lacks: name -> (number of arguments, Python function). Filled by whoever needs one (the reader).
SQLITE_FUNCTIONS: Final[dict[str, tuple[int, Callable[..., Any]]]] = {}


class Base(DeclarativeBase):
    """What every table shares: how Python types become columns. Rows with an id are `Record`s."""

    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: TEXT,
        int: BigInteger().with_variant(BigInteger(), "sqlite"),
        bool: Boolean(create_constraint=False),
        Decimal: Exact(),
        datetime: Instant(),
        dict[str, Any]: JSON_VALUE,
        list[Any]: JSON_VALUE,
        PyEnum: ENUM,
    }


@event.listens_for(ForeignKeyConstraint, "after_parent_attach")
def _check_at_commit(constraint: ForeignKeyConstraint, _table: object) -> None:
    # Rows are written by their ids, without relationships that would tell the order; so references are checked last.
    constraint.deferrable, constraint.initially = True, "DEFERRED"


class Stamped(Base):
    """A row with the three instants of every entity; a key of its own (countries, currencies, providers)."""

    __abstract__ = True

    created_at: Mapped[datetime] = mapped_column(default=clock.now, sort_order=900)
    updated_at: Mapped[datetime] = mapped_column(default=clock.now, onupdate=clock.now, sort_order=901)
    deleted_at: Mapped[datetime | None] = mapped_column(default=None, sort_order=902)

    def __init__(self, **values: Any) -> None:
        """Column defaults hold at once, not first at the flush, so that methods can rely on them."""
        for attribute, default in _defaults(type(self)).items():
            if attribute not in values:
                values[attribute] = default() if callable(default) else default
        super().__init__(**values)


class Record(Stamped):
    """A row with an id of its own: `class Region(Record, prefix="reg")` gives `reg_<ULID>`."""

    __abstract__ = True
    __prefix__: ClassVar[str] = "row"

    id: Mapped[str] = mapped_column(primary_key=True, sort_order=-1)

    def __init_subclass__(cls, *, prefix: str | None = None, **kwargs: Any) -> None:
        """Takes the prefix of the ids."""
        if prefix is not None:
            cls.__prefix__ = prefix
        super().__init_subclass__(**kwargs)

    def __init__(self, **values: Any) -> None:
        """The id is known at once."""
        values.setdefault("id", new_id(self.__prefix__))
        super().__init__(**values)


class HasMetadata:
    """The free field of most entities: wire name and column `metadata`, attribute `metadata_`."""

    metadata_: Mapped[dict[str, Any] | None] = mapped_column("metadata", default=None, sort_order=899)


_DEFAULTS: dict[type, dict[str, Any]] = {}


def _defaults(model: type[Base]) -> dict[str, Any]:
    """Attribute -> value, or maker of the value, of the columns that have a Python default."""
    found = _DEFAULTS.get(model)
    if found is None:
        found = {}
        for attribute in model.__mapper__.column_attrs:
            default: Any = attribute.columns[0].default  # type: ignore[union-attr]
            if default is None:
                continue
            if default.is_scalar:
                found[attribute.key] = default.arg
            elif default.is_callable:
                # SQLAlchemy wraps a callable so that it takes the execution context, which ours have no use for.
                found[attribute.key] = _without_context(default.arg)
        _DEFAULTS[model] = found
    return found


def _without_context(make: Callable[[Any], Any]) -> Callable[[], Any]:
    return lambda: make(None)


def unique_live(table: str, *columns: str) -> Index:
    """A unique index over the rows that are not deleted; a violation is the contract's "… already exists."."""
    return _live(f"uq_{table}_{'_'.join(columns)}", columns, unique=True)


def index_live(table: str, *columns: str) -> Index:
    """An index over the rows that are not deleted."""
    return _live(f"ix_{table}_{'_'.join(columns)}", columns, unique=False)


def _live(name: str, columns: Sequence[str], *, unique: bool) -> Index:
    alive = text("deleted_at IS NULL")
    return Index(name[:63], *columns, unique=unique, sqlite_where=alive, postgresql_where=alive)


def label(model: type[Base]) -> str:
    """The entity's name in messages: `Price list` for the table price_list, or the model's own `__label__`."""
    return getattr(model, "__label__", None) or model.__tablename__.replace("_", " ").capitalize()


def key_of(model: type[Base]) -> InstrumentedAttribute[Any]:
    """The one primary key attribute of a model (`id`, `code`, `iso_2`)."""
    column = model.__mapper__.primary_key[0]
    return getattr(model, model.__mapper__.get_property_by_column(column).key)


Outbox: TypeAlias = "Callable[[Tx, Sequence[Any]], Awaitable[None]]"
M = TypeVar("M", bound="Base")
T = TypeVar("T")


class Tx:
    """One transaction. Who takes a `tx` runs inside what somebody else opened and will commit."""

    def __init__(self, session: AsyncSession, *, dialect: str, graph: Any = None, adapters: Any = None) -> None:
        self._session = session
        self._events: list[Any] = []
        self._afterwards: list[Callable[[], None]] = []
        self.dialect = dialect
        self.graph = graph
        self.adapters = adapters
        self.now = clock.now()

    def add(self, *rows: Base) -> None:
        """Rows to be inserted."""
        self._session.add_all(rows)

    async def flush(self) -> None:
        """Writes what is pending, so that a constraint speaks now."""
        async with explained(self._session):
            await self._session.flush()

    async def find(self, model: type[M], key: str) -> M | None:
        """The living row, or None."""
        return await self._one(self._living(model, key))

    async def get(self, model: type[M], key: str) -> M:
        """The living row, or NotFound."""
        return _present(await self._one(self._living(model, key)), model, key)

    async def require(self, model: type[Base], key: str, column: str) -> None:
        """Checks a reference before it is stored.

        Raises:
            NotFound: in the contract's words for a reference to a missing row.
        """
        if await self.find(model, key) is None:
            raise NotFound(f"You tried to set relationship {column}: {key}, but such entity does not exist")

    async def lock(self, model: type[M], key: str) -> M:
        """The living row, fresh and locked until the end of the transaction, or NotFound."""
        return _present(await self._one(self._locked(self._living(model, key))), model, key)

    async def lock_all(self, model: type[M], keys: Sequence[str]) -> list[M]:
        """The living rows of these keys, locked in the order of their keys so that two transactions never cross."""
        column = key_of(model)
        query = select(model).where(column.in_(sorted(set(keys))), _alive(model)).order_by(column)
        return await self.scalars(self._locked(query))

    async def lock_rows(self, query: Select[M]) -> list[M]:
        """The rows of a statement, fresh and locked. The statement must order by a key."""
        return await self.scalars(self._locked(query))

    async def scalars(self, query: Select[T]) -> list[T]:
        """The first column of every row."""
        async with explained(self._session):
            return list((await self._session.scalars(query)).all())

    async def scalar(self, query: Select[T]) -> T | None:
        """The first column of the first row, or None."""
        async with explained(self._session):
            return (await self._session.scalars(query)).first()

    async def rows(self, query: Select[*tuple[Any, ...]]) -> Sequence[Row[*tuple[Any, ...]]]:
        """All rows."""
        async with explained(self._session):
            return (await self._session.execute(query)).all()

    async def execute(self, statement: Executable, values: Any = None) -> Any:
        """Runs an INSERT, UPDATE or DELETE and gives SQLAlchemy's result (rowcount, returned rows)."""
        async with explained(self._session):
            return await self._session.execute(statement, values)

    async def fetch_text(self, sql: str, parameters: Sequence[Any] = ()) -> str:
        """The first column of the first row of a driver-level statement (`?` on SQLite, `$1` on PostgreSQL).

        What is pending is written first, so a reader sees the transaction's own changes.
        """
        await self.flush()
        connection = await self._session.connection()
        return (await connection.exec_driver_sql(sql, tuple(parameters))).scalar_one()

    async def delete(self, *rows: Stamped) -> None:
        """Soft delete: the rows leave every list and free their unique values."""
        for row in rows:
            row.deleted_at = self.now
        await self.flush()

    def emit(self, occurrence: Any) -> None:
        """An event that becomes visible with this transaction, and only if it commits."""
        self._events.append(occurrence)

    def after_commit(self, call: Callable[[], None]) -> None:
        """Something quick to do once the commit is in (waking a worker)."""
        self._afterwards.append(call)

    def _living(self, model: type[M], key: str) -> Select[M]:
        return select(model).where(key_of(model) == key, _alive(model))

    def _locked(self, query: Select[M]) -> Select[M]:
        return query.with_for_update().execution_options(populate_existing=True)

    async def _one(self, query: Select[M]) -> M | None:
        async with explained(self._session):
            return (await self._session.scalars(query)).first()


def _alive(model: type[Base]) -> Any:
    return model.deleted_at.is_(None) if issubclass(model, Stamped) else text("1=1")


def _present(row: M | None, model: type[M], key: str) -> M:
    if row is None:
        raise NotFound(f"{label(model)} with {key_of(model).key}: {key} was not found")
    return row


class Db:
    """The database: opens transactions. `graph` is what the reader may walk; `outbox` stores emitted events;
    `adapters` are the services outside, handed through to whoever holds a transaction."""

    def __init__(self, url: str, *, graph: Any = None, outbox: "Outbox | None" = None, adapters: Any = None) -> None:
        self.url = url
        self.engine = make_engine(url)
        self.dialect = self.engine.dialect.name
        self.graph = graph
        self.outbox = outbox
        self.adapters = adapters
        # SQLite lets one connection write at a time; queueing here is fair and cheaper than waiting on its lock.
        self._writer = asyncio.Lock()

    @asynccontextmanager
    async def tx(self) -> AsyncGenerator[Tx, None]:
        """A transaction that writes: commits at the end of the block, rolls back when the block raises."""
        async with AsyncExitStack() as stack:
            if self.dialect == "sqlite":
                await stack.enter_async_context(self._writer)
            session = await stack.enter_async_context(self._session(write=True))
            tx = self._tx(session)
            yield tx
            await self._commit(session, tx)
        for call in tx._afterwards:  # pyright: ignore[reportPrivateUsage]
            call()

    @asynccontextmanager
    async def read(self) -> AsyncGenerator[Tx, None]:
        """A transaction that only reads: one consistent view, no lock."""
        async with self._session(write=False) as session:
            yield self._tx(session)

    async def close(self) -> None:
        """Closes every connection."""
        await self.engine.dispose()

    def _tx(self, session: AsyncSession) -> Tx:
        return Tx(session, dialect=self.dialect, graph=self.graph, adapters=self.adapters)

    async def _commit(self, session: AsyncSession, tx: Tx) -> None:
        events = tx._events  # pyright: ignore[reportPrivateUsage]
        if events and self.outbox is not None:
            await self.outbox(tx, events)
        async with explained(session):
            await session.commit()

    @asynccontextmanager
    async def _session(self, *, write: bool) -> AsyncGenerator[AsyncSession, None]:
        async with self.engine.connect() as connection:
            connection = await connection.execution_options(mercato_write=write)
            async with AsyncSession(bind=connection, expire_on_commit=False) as session:
                yield session


def make_engine(url: str) -> AsyncEngine:
    """An engine set up as both databases need it. `url` is `sqlite+aiosqlite:///…` or `postgresql+asyncpg://…`."""
    if url.startswith("sqlite"):
        engine = create_async_engine(
            url,
            json_serializer=dump_json,
            hide_parameters=True,
            pool_size=8,
            max_overflow=8,
            connect_args={"timeout": 30},
        )
        event.listen(engine.sync_engine, "connect", _set_up_sqlite)
        event.listen(engine.sync_engine, "begin", _begin_sqlite)
        return engine
    return create_async_engine(
        url,
        json_serializer=dump_json,
        # A failed statement goes to the log; the values in it are people's.
        hide_parameters=True,
        pool_size=10,
        max_overflow=10,
        pool_pre_ping=True,
        connect_args={
            "prepared_statement_cache_size": 2000,
            # The planner's JIT costs more than it saves on statements that read one page.
            "server_settings": {"jit": "off", "timezone": "UTC", "lock_timeout": "10000"},
        },
    )


_PRAGMAS = (
    "journal_mode=WAL",
    "busy_timeout=30000",
    "synchronous=FULL",
    "foreign_keys=ON",
    "cache_size=-16000",
)


def _set_up_sqlite(connection: Any, _record: Any) -> None:
    # The driver's own transactions begin too late and never IMMEDIATE: ours are begun by hand below.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
    for name, (arguments, function) in SQLITE_FUNCTIONS.items():
        connection.create_function(name, arguments, function, deterministic=True)


def _begin_sqlite(connection: Any) -> None:
    write = connection.get_execution_options().get("mercato_write", True)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


async def count_rows(tx: Tx, query: Select[*tuple[Any, ...]]) -> int:
    """How many rows a statement would give."""
    counted: Select[int] = select(func.count()).select_from(query.order_by(None).subquery())
    return await tx.scalar(counted) or 0
