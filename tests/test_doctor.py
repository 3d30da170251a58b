from pathlib import Path
from typing import Any

import pytest

from mercato.doctor import Level, examine
from mercato.migrate import upgrade
from mercato.settings import Settings

SECRETS = {"jwt_secret": "a" * 48, "cookie_secret": "b" * 48}


async def found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, **values: Any) -> dict[str, Level]:
    """What the doctor says about these settings, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    findings = await examine(Settings(**{**SECRETS, **values}))
    assert all(finding.mend for finding in findings if finding.level is not Level.OK)
    return {finding.what: finding.level for finding in findings}


@pytest.mark.parametrize(
    ("values", "what", "level"),
    [
        ({"jwt_secret": "supersecret"}, "JWT_SECRET has its default", Level.WARNING),
        ({"jwt_secret": "supersecret", "mercato_env": "production"}, "JWT_SECRET has its default", Level.PROBLEM),
        ({"cookie_secret": "short"}, "COOKIE_SECRET has fewer than 32", Level.WARNING),
        ({"cookie_secret": "a" * 48}, "are the same", Level.WARNING),
        ({"store_cors": ""}, "STORE_CORS is empty", Level.WARNING),
        ({"store_cors": "shop.example"}, "shop.example is no origin", Level.PROBLEM),
        ({"store_cors": "*", "mercato_env": "production"}, "lets every web site", Level.PROBLEM),
        ({"store_cors": "https://shop.example"}, "nobody can log in from https://shop.example", Level.WARNING),
        ({"mercato_env": "production"}, "BACKEND_URL is http://localhost:9000", Level.WARNING),
        ({"upload_dir": Path(__file__)}, "uploads cannot be written", Level.PROBLEM),
        ({"database_url": "sqlite:////nowhere/at/all.db"}, "cannot be made in its folder", Level.PROBLEM),
        ({"database_url": "postgresql://x@/y?host=/nowhere"}, "the database cannot be reached", Level.PROBLEM),
        ({}, "will be made by `mercato serve`", Level.OK),
    ],
)
async def test_what_the_doctor_finds(
    values: dict[str, Any], what: str, level: Level, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    findings = await found(monkeypatch, tmp_path, **values)
    assert [found for said, found in findings.items() if what in said] == [level], findings


async def test_a_database_before_and_after_its_upgrade(
    empty_database_url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    if empty_database_url.startswith("postgresql"):
        before = await found(monkeypatch, tmp_path, database_url=empty_database_url)
        assert before["the tables are not those of this version"] is Level.PROBLEM

    await upgrade(empty_database_url)

    after = await found(monkeypatch, tmp_path, database_url=empty_database_url)
    assert after["the tables are those of this version"] is Level.OK
    assert Level.PROBLEM not in after.values()


async def test_other_users_must_not_read_the_database(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "shop.db"
    await upgrade(f"sqlite+aiosqlite:///{file}")
    assert file.stat().st_mode & 0o077 == 0

    file.chmod(0o644)

    findings = await found(monkeypatch, tmp_path, database_url=f"sqlite:///{file}")
    assert [level for said, level in findings.items() if "other users" in said] == [Level.WARNING]
