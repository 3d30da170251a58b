"""What can be set from outside: environment variables and a `.env` file in the working directory."""

from enum import StrEnum
from pathlib import Path
from typing import Final

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

DEFAULT_SECRET: Final = "supersecret"  # noqa: S105 - the value that production refuses
SHORTEST_SECRET: Final = 32


class Environment(StrEnum):
    """What the installation is for."""

    DEVELOPMENT = "development"
    TEST = "test"
    PRODUCTION = "production"


class Misconfigured(Exception):
    """The settings cannot be used; the text says which and how to mend them."""


class Settings(BaseSettings):
    """Each field is read from the environment variable of its name in capitals."""

    model_config = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8", extra="ignore", frozen=True)

    mercato_env: Environment = Environment.DEVELOPMENT
    database_url: str = Field(default="sqlite:///mercato.db", validate_default=True, repr=False)
    host: str = "127.0.0.1"
    port: int = Field(default=9000, ge=0, le=65535)
    log_level: str = Field(default="info", pattern="^(debug|info|warning|error)$")
    background_jobs: bool = True
    """Whether the server also delivers events and runs the schedule. Switch it off where `mercato worker` does it."""
    upload_dir: Path = Path("static")
    max_body_bytes: int = Field(default=1_000_000, gt=0)
    max_upload_bytes: int = Field(default=100_000_000, gt=0)
    compress_answers: bool = False

    # Both panels start on 5173; the second one to start finds it taken and goes to 5174.
    store_cors: str = "http://localhost:3000,http://localhost:8000"
    admin_cors: str = (
        "http://localhost:5173,http://localhost:5174,http://localhost:7000,http://localhost:8000,http://localhost:9000"
    )
    vendor_cors: str = "http://localhost:5173,http://localhost:5174,http://localhost:7001,http://localhost:9000"
    auth_cors: str = (
        "http://localhost:3000,http://localhost:5173,http://localhost:5174,http://localhost:7000,"
        "http://localhost:7001,http://localhost:8000,http://localhost:9000"
    )

    jwt_secret: str = Field(default=DEFAULT_SECRET, min_length=1, repr=False)
    cookie_secret: str = Field(default=DEFAULT_SECRET, min_length=1, repr=False)

    backend_url: str = "http://localhost:9000"
    admin_panel_url: str | None = None
    vendor_panel_url: str = "http://localhost:5173"
    storefront_url: str = "http://localhost:3000"

    @field_validator("mercato_env", "log_level", mode="before")
    @classmethod
    def _lower(cls, value: object) -> object:
        return value.strip().lower() if isinstance(value, str) else value

    @field_validator("database_url")
    @classmethod
    def _driver(cls, value: str) -> str:
        return database_url(value)

    @field_validator("backend_url", "admin_panel_url", "vendor_panel_url", "storefront_url")
    @classmethod
    def _base(cls, value: str | None) -> str | None:
        return value.strip().rstrip("/") if value else value

    @property
    def production(self) -> bool:
        """Whether real people depend on this installation."""
        return self.mercato_env is Environment.PRODUCTION

    @property
    def embedded(self) -> bool:
        """Whether the database is the SQLite file."""
        return self.database_url.startswith("sqlite")

    @property
    def sqlite_file(self) -> Path | None:
        """The file of the embedded database."""
        name = make_url(self.database_url).database if self.embedded else None
        return Path(name) if name else None

    def check(self) -> None:
        """Stops what would be dangerous to run.

        Raises:
            Misconfigured: in production with a secret that everybody knows.
        """
        if not self.production:
            return
        for name in ("jwt_secret", "cookie_secret"):
            if getattr(self, name) == DEFAULT_SECRET:
                raise Misconfigured(
                    f"{name.upper()} still has its default, and whoever knows it can log in as anyone. "
                    f"Set it to a long random text, for example the output of `openssl rand -base64 48`."
                )


def load_settings() -> Settings:
    """The settings of this process, fit to run with.

    Raises:
        Misconfigured: with every value that cannot be used.
    """
    settings = read_settings()
    settings.check()
    return settings


def read_settings() -> Settings:
    """The settings of this process as they are, also when it would be dangerous to run with them.

    Raises:
        Misconfigured: with every value that cannot be used.
    """
    try:
        return Settings()
    except ValidationError as error:
        lines = [f"{str(p['loc'][0]).upper()}: {p['msg'].removeprefix('Value error, ')}" for p in error.errors()]
        raise Misconfigured("\n".join(lines)) from None


def origins(value: str) -> tuple[str, ...]:
    """The origins of a `…_CORS` value: separated by commas, without spaces and closing slashes."""
    return tuple(origin.strip().rstrip("/") for origin in value.split(",") if origin.strip())


# What libpq calls its connection parameters -> what asyncpg takes. The rest of libpq's have no counterpart.
_POSTGRES_PARAMETERS: Final = {
    "host": "host",
    "port": "port",
    "sslmode": "ssl",
    "ssl": "ssl",
    "connect_timeout": "timeout",
}
# Asked for by some hosting offers; TLS with asyncpg binds no channel, and the connection is as safe without.
_POSTGRES_IGNORED: Final = {"channel_binding"}


def database_url(value: str) -> str:
    """The form the engine takes, from what people write: `postgres://…`, `postgresql://…`, `sqlite:///file`.

    Raises:
        ValueError: for another database, or a parameter that has no meaning here.
    """
    try:
        url = make_url(value.strip())
    except ArgumentError:
        raise ValueError(
            "is not a URL such as postgresql://user:password@host:5432/name or sqlite:///mercato.db"
        ) from None
    match url.get_backend_name():
        case "postgres" | "postgresql":
            url = _postgres(url)
        case "sqlite":
            url = _sqlite(url)
        case other:
            raise ValueError(f"{other} is not supported: use postgresql://… or sqlite:///…")
    return url.render_as_string(hide_password=False)


def _postgres(url: URL) -> URL:
    query = {name: text for name, text in url.query.items() if name not in _POSTGRES_IGNORED}
    if unknown := sorted(query.keys() - _POSTGRES_PARAMETERS.keys()):
        raise ValueError(
            f"does not know the parameter {unknown[0]}; known are {', '.join(sorted(_POSTGRES_PARAMETERS))}"
        )
    if not url.database:
        raise ValueError("names no database: postgresql://user:password@host:5432/name")
    return url.set(
        drivername="postgresql+asyncpg", query={_POSTGRES_PARAMETERS[name]: text for name, text in query.items()}
    )


def _sqlite(url: URL) -> URL:
    # Every connection of the pool must see the same data, which a database in memory does not give.
    if not url.database or url.database == ":memory:":
        raise ValueError("must name a file: sqlite:///mercato.db")
    return url.set(drivername="sqlite+aiosqlite", query={})
