"""What every test can ask for. Tests that touch a database run twice: on SQLite and on PostgreSQL."""

import os
from collections.abc import AsyncGenerator, Awaitable, Callable, Generator
from pathlib import Path
from typing import Any, Literal

import httpx
import hypothesis
import pytest
import structlog
from asgi_lifespan import LifespanManager

from mercato.app import open_db
from mercato.domains.identity.commands.users import create_user
from mercato.kernel.db import Db, Tx
from mercato.settings import Environment, Settings
from tests.conformance.plugin import StaleDeviations
from tests.support import people
from tests.support.application import SharedApplication
from tests.support.cluster import Cluster, binaries, running_cluster
from tests.support.databases import Databases, PostgresDatabases, SqliteDatabases
from tests.support.statements import Statements, counting

Dialect = Literal["sqlite", "postgresql"]

NO_POSTGRES = "PostgreSQL is not installed: everything below is NOT TESTED on it (no initdb found)"


def pytest_configure(config: pytest.Config) -> None:
    """Keeps the line of each request out of the reports, and adds the check of the recordings' deviations."""
    # The default draws locals in boxes, which takes seconds for objects as large as a view.
    renderer = structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)
    structlog.configure(processors=[without_requests, structlog.contextvars.merge_contextvars, renderer])
    if not os.environ.get("CI"):
        # A busy machine is no failure; in continuous integration hypothesis sees to that by itself.
        hypothesis.settings.register_profile("patient", deadline=None)
        hypothesis.settings.load_profile("patient")
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(StaleDeviations())


def without_requests(_logger: Any, _method: str, event: Any) -> Any:
    """A failed test shall show what went wrong, not the hundred requests before."""
    if event["event"] == "request":
        raise structlog.DropEvent
    return event


def pytest_report_header() -> str:
    """Says what the suite found."""
    folder = binaries()
    return f"postgresql: {folder}" if folder else f"postgresql: {NO_POSTGRES}"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """A half that was left out shall not look like a whole."""
    if binaries() is None:
        terminalreporter.section("LEFT OUT", sep="!", red=True, bold=True)
        terminalreporter.line(NO_POSTGRES, red=True, bold=True)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def dialect(request: pytest.FixtureRequest) -> Dialect:
    """Which database this run of the test uses."""
    return request.param


@pytest.fixture(scope="session")
def cluster() -> Generator[Cluster, None, None]:
    """A PostgreSQL server of this process's own."""
    folder = binaries()
    if folder is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(NO_POSTGRES)
    with running_cluster(folder) as cluster:
        yield cluster


@pytest.fixture(scope="session")
def sqlite_databases(tmp_path_factory: pytest.TempPathFactory) -> SqliteDatabases:
    """The template file and its copies."""
    return SqliteDatabases(tmp_path_factory.mktemp("sqlite"))


@pytest.fixture(scope="session")
def postgres_databases(cluster: Cluster) -> PostgresDatabases:
    """The template database and its copies."""
    return PostgresDatabases(cluster)


@pytest.fixture
def databases(dialect: Dialect, request: pytest.FixtureRequest) -> Databases:
    """Where fresh databases of this run's kind come from; a server is started only for who needs it."""
    return request.getfixturevalue("sqlite_databases" if dialect == "sqlite" else "postgres_databases")


@pytest.fixture
def database_url(databases: Databases) -> Generator[str, None, None]:
    """A database as a fresh installation has it: all tables, and the default rows."""
    with databases.fresh() as url:
        yield url


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def lasting_url(request: pytest.FixtureRequest) -> Generator[str, None, None]:
    """A fresh installation that all tests of a file share, for what is dear to build."""
    kind = "sqlite_databases" if request.param == "sqlite" else "postgres_databases"
    with request.getfixturevalue(kind).fresh() as url:
        yield url


@pytest.fixture(scope="module")
async def lasting(
    lasting_url: str, shared_application: SharedApplication, uploads: Path
) -> AsyncGenerator[tuple[Any, Db], None]:
    """The application on that database, with the administrator, for all tests of a file; and the database."""
    db = open_db(settings_for(lasting_url, uploads))
    application: Any = shared_application.on(db)
    async with LifespanManager(application):
        await create_user(db, people.ADMIN_EMAIL, people.ADMIN_PASSWORD)
        yield application, db
    await db.close()


@pytest.fixture
def empty_database_url(databases: Databases) -> Generator[str, None, None]:
    """A fresh database without tables."""
    with databases.fresh(empty=True) as url:
        yield url


@pytest.fixture
async def db(settings: Settings) -> AsyncGenerator[Db, None]:
    """The database as the program opens it."""
    db = open_db(settings)
    yield db
    await db.close()


@pytest.fixture
async def tx(db: Db) -> AsyncGenerator[Tx, None]:
    """A transaction that writes, open until the end of the test: for commands and queries without HTTP.

    A test that goes through a client opens its own (`async with db.tx() as tx:`), because on SQLite the client would
    wait for this one.
    """
    async with db.tx() as tx:
        yield tx


@pytest.fixture
def statements(db: Db) -> Generator[Statements, None, None]:
    """What the database is asked: `statements.clear(); await admin.get(…); assert len(statements) == 1`."""
    with counting(db.engine) as seen:
        yield seen


def settings_for(database_url: str, uploads: Path) -> Settings:
    """Settings of a test installation; no variable of the machine gets in."""
    return Settings.model_construct(
        database_url=database_url,
        mercato_env=Environment.TEST,
        background_jobs=False,
        upload_dir=uploads,
        jwt_secret="a secret of the tests, which is long enough",
        cookie_secret="another secret of the tests, which is long enough",
    )


@pytest.fixture(scope="session")
def uploads(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where uploaded files go, of all tests of this process."""
    return tmp_path_factory.mktemp("uploads")


@pytest.fixture
def settings(database_url: str, uploads: Path) -> Settings:
    """The settings of the application under test."""
    return settings_for(database_url, uploads)


@pytest.fixture(scope="session")
def shared_application(uploads: Path) -> SharedApplication:
    """The application of this process; `shared_application.on(db)` for a test."""
    return SharedApplication(settings_for("sqlite+aiosqlite:///nowhere", uploads))


@pytest.fixture
async def app(shared_application: SharedApplication, db: Db) -> AsyncGenerator[Any, None]:
    """The application on this test's database, started. Its background engine runs when `run_jobs` says so."""
    application: Any = shared_application.on(db)
    async with LifespanManager(application):
        yield application


@pytest.fixture
def run_jobs(app: Any) -> Callable[[], Awaitable[int]]:
    """`await run_jobs()` does what events have left to do, which nothing does by itself in a test."""
    return app.app.state.runner.run_once


@pytest.fixture
async def anonymous(app: Any) -> AsyncGenerator[httpx.AsyncClient, None]:
    """A client without credentials."""
    async with people.anonymous(app) as client:
        yield client


@pytest.fixture
async def operator(db: Db) -> None:
    """The administrator that the recordings start with."""
    await create_user(db, people.ADMIN_EMAIL, people.ADMIN_PASSWORD)


@pytest.fixture
async def admin(app: Any, operator: None) -> AsyncGenerator[httpx.AsyncClient, None]:
    """A client logged in as the administrator."""
    async with people.admin(app) as client:
        yield client


@pytest.fixture
async def store(app: Any, admin: httpx.AsyncClient) -> AsyncGenerator[httpx.AsyncClient, None]:
    """A shopper who has not logged in: with a publishable key of the default sales channel."""
    async with people.shopper(app, await people.publishable_key(admin)) as client:
        yield client


@pytest.fixture
async def seller_client(app: Any, admin: httpx.AsyncClient) -> AsyncGenerator[httpx.AsyncClient, None]:
    """The owner of an accepted seller, logged in. For more of them: `async with people.seller(app, admin, "Name")`."""
    async with people.seller(app, admin, "First Seller") as client:
        yield client


@pytest.fixture
async def customer_client(app: Any, store: httpx.AsyncClient) -> AsyncGenerator[httpx.AsyncClient, None]:
    """A shopper with an account, logged in."""
    async with people.customer(app, store) as client:
        yield client
