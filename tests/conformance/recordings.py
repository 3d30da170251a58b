"""The recordings of this folder, and what is allowed to differ from them."""

import json
import tomllib
from pathlib import Path
from typing import Any

from tests.conformance.comparing import Deviation

_TESTS = Path(__file__).parent.parent
RECORDINGS = sorted((_TESTS / "recordings").rglob("*.json"))


def name_of(file: Path) -> str:
    """`area/name`."""
    return f"{file.parent.name}/{file.stem}"


def steps_of(file: Path) -> list[dict[str, Any]]:
    """The requests with the recorded answers."""
    return json.loads(file.read_text(encoding="utf-8"))["steps"]


def _deviations() -> list[Deviation]:
    entries = tomllib.loads((_TESTS / "deviations.toml").read_text(encoding="utf-8")).get("deviation", [])
    return [Deviation(**entry) for entry in entries]


DEVIATIONS = _deviations()
