from pathlib import Path

import pytest

from mercato.settings import Environment, Misconfigured, Settings, database_url, load_settings, origins


@pytest.fixture(autouse=True)
def nowhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A working directory without .env, and none of our variables set."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.mark.parametrize(
    ("written", "used"),
    [
        ("postgres://me:pw@db:5432/shop", "postgresql+asyncpg://me:pw@db:5432/shop"),
        ("postgresql://me:p%40w@db/shop", "postgresql+asyncpg://me:p%40w@db/shop"),
        ("postgresql+asyncpg://db/shop", "postgresql+asyncpg://db/shop"),
        ("postgres://db/shop?sslmode=require&channel_binding=prefer", "postgresql+asyncpg://db/shop?ssl=require"),
        ("postgresql://me@/shop?host=/run/postgresql", "postgresql+asyncpg://me@/shop?host=%2Frun%2Fpostgresql"),
        ("sqlite:///shop.db", "sqlite+aiosqlite:///shop.db"),
        ("sqlite:////var/lib/shop.db", "sqlite+aiosqlite:////var/lib/shop.db"),
        ("sqlite+aiosqlite:///shop.db", "sqlite+aiosqlite:///shop.db"),
    ],
)
def test_database_urls_as_people_write_them(written: str, used: str) -> None:
    assert database_url(written) == used
    assert database_url(used) == used


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("mysql://db/shop", "mysql is not supported"),
        ("shop", "is not a URL"),
        ("sqlite://", "must name a file"),
        ("sqlite:///:memory:", "must name a file"),
        ("postgres://db", "names no database"),
        ("postgres://db/shop?target_session_attrs=any", "does not know the parameter target_session_attrs"),
    ],
)
def test_other_database_urls_are_refused(written: str, why: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", written)
    with pytest.raises(Misconfigured, match=f"DATABASE_URL: {why}"):
        load_settings()


def test_defaults_work_without_any_variable() -> None:
    settings = load_settings()
    assert settings.mercato_env is Environment.DEVELOPMENT
    assert settings.sqlite_file == Path("mercato.db")
    assert settings.port == 9000


def test_the_env_file_is_read(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("PORT=9001\nSTORE_CORS= http://a.example/, http://b.example\nUNKNOWN_THING=1\n")
    settings = load_settings()
    assert settings.port == 9001
    assert origins(settings.store_cors) == ("http://a.example", "http://b.example")


@pytest.mark.parametrize("name", ["JWT_SECRET", "COOKIE_SECRET"])
def test_production_refuses_a_secret_that_everybody_knows(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MERCATO_ENV", "Production")
    for secret in ("JWT_SECRET", "COOKIE_SECRET"):
        monkeypatch.setenv(secret, "x" * 48)
    assert load_settings().production

    monkeypatch.delenv(name)
    with pytest.raises(Misconfigured, match=f"{name} still has its default"):
        load_settings()


def test_every_wrong_value_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "many")
    monkeypatch.setenv("MERCATO_ENV", "prod")
    with pytest.raises(Misconfigured) as told:
        load_settings()
    assert "PORT: " in str(told.value)
    assert "MERCATO_ENV: " in str(told.value)


def test_secrets_are_not_printed() -> None:
    assert "supersecret" not in repr(Settings())
