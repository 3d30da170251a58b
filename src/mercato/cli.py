"""The command line. `mercato --help` lists the commands."""

import asyncio
import json
import os
import sys
from collections.abc import Coroutine
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError

from mercato import __version__
from mercato import doctor as diagnosis
from mercato.kernel.db import Db
from mercato.kernel.errors import ApiError
from mercato.kernel.logs import configure_logs
from mercato.migrate import is_current
from mercato.seed.reset import reset as reset_database
from mercato.serving import become_server, bring_up_to_date, prepare
from mercato.settings import Misconfigured, Settings, database_url, load_settings, read_settings

T = TypeVar("T")

cli = typer.Typer(
    help="Mercato: a marketplace backend. Settings come from environment variables and a .env file.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
user_cli = typer.Typer(help="People who run the marketplace.", no_args_is_help=True)
db_cli = typer.Typer(help="The database.", no_args_is_help=True)
cli.add_typer(user_cli, name="user")
cli.add_typer(db_cli, name="db")

Host = Annotated[
    str | None, typer.Option(help="Address to listen on; 0.0.0.0 for every interface. [default: HOST, 127.0.0.1]")
]
Port = Annotated[int | None, typer.Option(help="Port to listen on. [default: PORT, 9000]", min=1, max=65535)]
Workers = Annotated[int, typer.Option(help="Number of server processes.", min=1, max=64)]


@cli.command()
def serve(host: Host = None, port: Port = None, workers: Workers = 1) -> None:
    """Serve the API. Brings an embedded (SQLite) database up to date first."""
    _set(HOST=host, PORT=port)
    settings = load_settings()
    _wait(prepare(settings))
    become_server(settings, workers=workers, welcome=_welcome(settings))


@cli.command()
def demo(
    host: Host = None,
    port: Port = None,
    file: Annotated[Path, typer.Option(help="The demo's own SQLite database.")] = Path("mercato-demo.db"),
) -> None:
    """Serve a marketplace full of sellers, products and orders; on first use it is made."""
    _set(DATABASE_URL=f"sqlite:///{file}", HOST=host, PORT=port)
    given = load_settings()
    if "backend_url" not in given.model_fields_set:
        _set(BACKEND_URL=_url(given))
    if "upload_dir" not in given.model_fields_set:
        _set(UPLOAD_DIR=file.with_name(f"{file.stem}-files"))
    settings = load_settings()
    if not file.exists():
        typer.echo("Making the marketplace of the demo, which takes some ten seconds ...")
        _make_demo(settings, file)
    _wait(prepare(settings))
    told = _wait(_load("mercato.seed.demo.scene", "ensure_demo")(settings))
    become_server(settings, workers=1, welcome=f"{_welcome(settings)}\n\n{told}\n")


@cli.command()
def worker() -> None:
    """Deliver events and run the schedule, beside servers on this or other machines."""
    settings = load_settings()
    configure_logs(settings.log_level)
    _wait(prepare(settings))
    welcome = f"Mercato {__version__} works in the background  (database: {_database(settings)})"
    _wait(_load("mercato.working", "work")(settings, welcome))


@user_cli.command("create")
def create_user(
    email: Annotated[str, typer.Option("--email", "-e", help="The address to log in with.")],
    password: Annotated[str, typer.Option("--password", "-p", help="The password.", prompt=True, hide_input=True)],
) -> None:
    """Add an administrator."""
    settings = load_settings()
    _wait(prepare(settings))
    _wait(_create_user(settings, email, password))
    typer.echo(f"{email} can log in now.")


@db_cli.command("upgrade")
def upgrade_database() -> None:
    """Bring the tables to this version; a new database gets its defaults."""
    settings = load_settings()
    _wait(bring_up_to_date(settings))
    typer.echo(f"{_database(settings)} is up to date.")


@db_cli.command("reset")
def reset(yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False) -> None:
    """Remove everything and go back to the state of a fresh installation. Works beside a running server."""
    settings = read_settings()
    if settings.production:
        raise Misconfigured("MERCATO_ENV is production: what is stored here is not removed.")
    if not yes:
        typer.confirm(f"Remove everything that is stored in {_database(settings)}?", abort=True)
    _wait(_reset(settings))
    typer.echo(f"{_database(settings)} is empty.")


@cli.command()
def seed() -> None:
    """Fill the database with the marketplace of the demo."""
    settings = load_settings()
    configure_logs("warning")
    _wait(prepare(settings))
    typer.echo(_wait(_load("mercato.seed.demo.scene", "ensure_demo")(settings)))


@cli.command()
def doctor() -> None:
    """Say what is misconfigured and how to mend it. Exit status 1 when something keeps Mercato from working."""
    settings = read_settings()
    signs = {"ok": "  ok    ", "warning": "  warn  ", "problem": "  WRONG "}
    findings = _wait(diagnosis.examine(settings))
    for finding in findings:
        typer.echo(f"{signs[finding.level]} {finding.what}")
        if finding.mend:
            typer.echo(f"         -> {finding.mend}")
    if any(finding.level is diagnosis.Level.PROBLEM for finding in findings):
        raise typer.Exit(1)


@cli.command()
def openapi(
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="File to write to, instead of the terminal.")
    ] = None,
) -> None:
    """Print the OpenAPI description of every route as JSON."""
    text = json.dumps(_load("mercato.app", "describe")(load_settings()), indent=2, ensure_ascii=False)
    if output is None:
        typer.echo(text)
    else:
        output.write_text(text + "\n", encoding="utf-8")


def main() -> None:
    """The program `mercato`: what a person can mend is said in a sentence, not in a traceback."""
    try:
        cli()
    except Misconfigured as error:
        _fail(str(error), status=2)
    except ApiError as error:
        _fail(error.message, status=1)
    except (OSError, SQLAlchemyError) as error:
        cause = getattr(error, "orig", None) or error
        _fail(f"{type(cause).__name__}: {cause}\n`mercato doctor` tells more.", status=1)


def _fail(message: str, *, status: int) -> None:
    typer.secho(message, fg=typer.colors.RED, err=True)
    sys.exit(status)


def _wait(work: Coroutine[Any, Any, T]) -> T:
    return asyncio.run(work)


def _load(module: str, name: str) -> Any:
    """The application and what needs it take a second to import, which `db reset` and `--help` shall not cost."""
    return getattr(import_module(module), name)


def _set(**variables: object) -> None:
    """Options are passed on to the server's processes as what they override."""
    os.environ.update({name: str(value) for name, value in variables.items() if value is not None})


def _make_demo(settings: Settings, file: Path) -> None:
    """Makes it beside its place, so that one that was interrupted is never taken for a whole one."""
    part = file.with_name(f"{file.name}.part")
    for left in (part, Path(f"{part}-wal"), Path(f"{part}-shm")):
        left.unlink(missing_ok=True)
    making = settings.model_copy(update={"database_url": database_url(f"sqlite:///{part}"), "log_level": "warning"})
    configure_logs(making.log_level)
    _wait(bring_up_to_date(making))
    _wait(_load("mercato.seed.demo.scene", "ensure_demo")(making))
    part.rename(file)


async def _create_user(settings: Settings, email: str, password: str) -> None:
    db: Db = _load("mercato.app", "open_db")(settings)
    try:
        await _load("mercato.domains.identity.commands.users", "create_user")(db, email, password)
    finally:
        await db.close()


async def _reset(settings: Settings) -> None:
    if not await is_current(settings.database_url):
        await bring_up_to_date(settings)
    db = Db(settings.database_url)
    try:
        await reset_database(db)
    finally:
        await db.close()


def _database(settings: Settings) -> str:
    if settings.sqlite_file is not None:
        return f"SQLite {settings.sqlite_file}"
    return f"PostgreSQL {make_url(settings.database_url).set(drivername='postgresql').render_as_string()}"


def _welcome(settings: Settings) -> str:
    url = _url(settings)
    return f"Mercato {__version__} answers on {url}  (database: {_database(settings)}, routes: {url}/docs)"


def _url(settings: Settings) -> str:
    host = "127.0.0.1" if settings.host == "0.0.0.0" else settings.host  # noqa: S104 - compared, not bound
    return f"http://{f'[{host}]' if ':' in host else host}:{settings.port}"
