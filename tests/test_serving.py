"""`mercato serve` as a process, with a database beside it."""

from pathlib import Path

import httpx
import pytest

from tests.support.servers import program, running, waited_for, working

pytestmark = pytest.mark.slow


def test_serve_on_a_database_that_was_just_made(empty_database_url: str, tmp_path: Path) -> None:
    made = program("db", "upgrade", folder=tmp_path, DATABASE_URL=empty_database_url)
    assert made.returncode == 0, made.stderr

    with running("serve", "--workers", "2", folder=tmp_path, DATABASE_URL=empty_database_url) as url:
        assert f"answers on {url}" in waited_for(tmp_path / "server.log", "/docs")
        assert httpx.get(f"{url}/admin/regions").status_code == 401
        emptied = program("db", "reset", "--yes", folder=tmp_path, DATABASE_URL=empty_database_url)
        assert emptied.returncode == 0, emptied.stderr
        assert httpx.get(f"{url}/health").status_code == 200


def test_serve_makes_the_embedded_database_in_the_working_directory(tmp_path: Path) -> None:
    with running("serve", folder=tmp_path):
        assert (tmp_path / "mercato.db").stat().st_mode & 0o077 == 0


def test_a_port_that_is_taken_is_said_in_a_sentence(tmp_path: Path) -> None:
    with running("serve", folder=tmp_path) as url:
        port = url.rpartition(":")[2]
        second = program("serve", "--port", port, folder=tmp_path)
        assert second.returncode != 0
        assert f"Cannot listen on 127.0.0.1, port {port}: Address already in use" in second.stderr


def test_a_worker_stops_when_it_is_told_to(empty_database_url: str, tmp_path: Path) -> None:
    made = program("db", "upgrade", folder=tmp_path, DATABASE_URL=empty_database_url)
    assert made.returncode == 0, made.stderr

    with working(folder=tmp_path, DATABASE_URL=empty_database_url):
        pass

    assert "works in the background" in (tmp_path / "worker.log").read_text()


def test_the_demo_prints_what_one_needs_to_look_around(tmp_path: Path) -> None:
    with running("demo", folder=tmp_path) as url:
        told = waited_for(tmp_path / "server.log", "Publishable key")
        key = told.split("Publishable key")[1].split()[0]
        products = httpx.get(f"{url}/store/products", headers={"x-publishable-api-key": key}).json()
        assert products["count"] == 60
        picture = httpx.get(products["products"][0]["thumbnail"])
        assert (picture.status_code, picture.headers["content-type"]) == (200, "image/png")
    assert {path.name for path in tmp_path.iterdir()} >= {"mercato-demo.db", "mercato-demo-files"}
