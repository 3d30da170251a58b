"""The command line as a person uses it."""

import json
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from mercato.cli import cli, main
from mercato.settings import Settings


@pytest.fixture
def environment(empty_database_url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A folder of its own, and a database that does not exist yet or is empty."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", empty_database_url)


def run(*arguments: str) -> str:
    """Runs a command that must succeed; what it printed."""
    done = CliRunner().invoke(cli, arguments, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


def refused(
    arguments: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> tuple[int | str | None, str]:
    """Runs the program to its end; the exit status and what it said."""
    monkeypatch.setattr(sys, "argv", ["mercato", *arguments.split()])
    with pytest.raises(SystemExit) as ended:
        main()
    return ended.value.code, capsys.readouterr().err


@pytest.mark.usefixtures("environment")
def test_upgrade_makes_a_database_and_may_be_repeated() -> None:
    assert "is up to date" in run("db", "upgrade")
    assert "is up to date" in run("db", "upgrade")
    assert "the tables are those of this version" in run("doctor")


@pytest.mark.usefixtures("environment")
def test_reset_asks_first() -> None:
    run("db", "upgrade")
    done = CliRunner().invoke(cli, ["db", "reset"], input="n\n")
    assert done.exit_code == 1
    assert "is empty" in run("db", "reset", "--yes")


@pytest.mark.usefixtures("environment")
def test_reset_of_a_new_database_makes_it() -> None:
    run("db", "reset", "--yes")
    assert "the tables are those of this version" in run("doctor")


@pytest.mark.usefixtures("environment")
def test_reset_is_refused_in_production(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    run("db", "upgrade")
    monkeypatch.setenv("MERCATO_ENV", "production")

    status, told = refused("db reset --yes", monkeypatch, capsys)

    assert status == 2
    assert "MERCATO_ENV is production" in told


@pytest.mark.usefixtures("environment")
@pytest.mark.parametrize("command", ["serve", "worker", "seed", "db upgrade", "user create -e a@b.example -p x"])
def test_production_refuses_default_secrets(
    command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MERCATO_ENV", "production")

    status, told = refused(command, monkeypatch, capsys)

    assert status == 2
    assert "JWT_SECRET still has its default" in told


@pytest.mark.parametrize("dialect", ["postgresql"], indirect=True)
@pytest.mark.usefixtures("environment")
def test_a_server_does_not_change_the_tables_of_postgresql(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    status, told = refused("serve", monkeypatch, capsys)

    assert status == 2
    assert "run `mercato db upgrade`" in told


def test_a_database_that_does_not_answer_is_said_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", f"postgresql://nobody@/nothing?host={tmp_path}")

    status, told = refused("db upgrade", monkeypatch, capsys)

    assert status == 1
    assert "Traceback" not in told
    assert "`mercato doctor` tells more" in told


def test_every_command_explains_itself() -> None:
    for command in ("serve", "demo", "worker", "user create", "db upgrade", "db reset", "seed", "doctor", "openapi"):
        assert "Usage: " in run(*command.split(), "--help")


@pytest.mark.usefixtures("environment")
def test_a_new_administrator_is_made_once(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    run("db", "upgrade")
    assert "can log in" in run("user", "create", "-e", "Boss@Example.com", "-p", "supersecret")

    status, told = refused("user create -e boss@example.com -p supersecret", monkeypatch, capsys)

    assert status == 1
    assert "already" in told


@pytest.mark.usefixtures("environment")
def test_the_description_of_the_routes_is_json() -> None:
    described = json.loads(run("openapi"))
    assert described["openapi"].startswith("3.")
    assert "/health" in described["paths"]
