"""What the contract says of each route, as data, and where we differ from it on purpose."""

import json
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

HERE: Final = Path(__file__).parent


@dataclass(frozen=True)
class Promise:
    """One route of the contract. `auth`: user, seller, customer, key, token, session, public, or nothing known."""

    method: str
    path: str
    auth: str = ""
    fields: str | None = None
    limit: int | None = None
    status: int | None = None

    def __str__(self) -> str:
        return f"{self.method} {self.path}"


PROMISES: Final = {
    (promise.method, promise.path): promise
    for promise in (Promise(**json.loads(line)) for line in (HERE / "routes.jsonl").read_text().splitlines())
}


def differences() -> list[dict[str, Any]]:
    """The entries of `differences.toml`: route, what (fields, limit, status, auth), reason."""
    return tomllib.loads((HERE / "differences.toml").read_text()).get("difference", [])
