"""A throw-away PostgreSQL cluster from the installed binaries: no network port, no fsync, gone at the end."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

PLACES = (
    "/usr/lib/postgresql/*/bin",
    "/usr/pgsql-*/bin",
    "/opt/homebrew/opt/postgresql*/bin",
    "/usr/local/opt/postgresql*/bin",
)
FAST = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "listen_addresses": "''",
    "max_connections": "60",
    "shared_buffers": "64MB",
    "max_wal_size": "4GB",
    "checkpoint_timeout": "1h",
}


class Cluster:
    """A running server, reached through the socket in its folder."""

    def __init__(self, folder: Path, user: str) -> None:
        self.folder = folder
        self.user = user

    def url(self, database: str, scheme: str = "postgresql") -> str:
        """How to reach one of its databases."""
        return f"{scheme}://{self.user}@/{database}?host={self.folder}"


def binaries() -> Path | None:
    """The folder with `initdb` and `postgres`, of the newest version installed."""
    if (found := shutil.which("initdb")) is not None:
        return Path(found).resolve().parent
    folders = [
        folder for place in PLACES for folder in Path("/").glob(place.lstrip("/")) if (folder / "initdb").exists()
    ]
    return max(folders, key=_version, default=None)


def _version(folder: Path) -> float:
    digits = "".join(c for c in folder.parent.name if c.isdigit() or c == ".")
    return float(digits or 0)


@contextmanager
def running_cluster(folder: Path) -> Generator[Cluster, None, None]:
    """Makes a cluster, starts it, and removes it."""
    # A socket's path may have some 100 characters, which pytest's own folders exceed.
    home = Path(tempfile.mkdtemp(prefix="mercato-pg-"))
    user = _unprivileged_user()
    if user is not None:
        shutil.chown(home, user=user)
    data = home / "data"
    try:
        _run(
            folder / "initdb",
            "-D",
            data,
            "-U",
            "mercato",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "-N",
            user=user,
        )
        with (data / "postgresql.conf").open("a") as config:
            config.writelines(f"{name} = {value}\n" for name, value in FAST.items())
            config.write(f"unix_socket_directories = '{home}'\n")
        _run(folder / "pg_ctl", "-D", data, "-l", home / "log", "-w", "start", user=user)
        try:
            yield Cluster(home, "mercato")
        finally:
            _run(folder / "pg_ctl", "-D", data, "-m", "immediate", "stop", user=user)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _unprivileged_user() -> str | None:
    """PostgreSQL refuses to run as root, which continuous integration often is."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in ("postgres", "nobody") if name in known)


def _run(program: Path, *arguments: str | Path, user: str | None) -> None:
    done = subprocess.run(
        [program, *arguments],
        user=user,
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        # pg_ctl's server inherits its output: a pipe would stay open as long as the server runs.
        close_fds=True,
    )
    if done.returncode != 0:
        raise RuntimeError(f"{program.name} failed:\n{done.stdout}")
