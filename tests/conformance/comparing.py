"""Recorded answers against ours: status, shape and values, with ids, times and tokens compared by kind."""

import fnmatch
import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

ID = re.compile(r"^([a-z][a-z_]{1,24})_([0-9A-HJKMNP-TV-Z]{26})$")
ULID = re.compile(r"^[0-9A-HJKMNP-TV-Z]{26}$")
ID_INSIDE = re.compile(r"\b([a-z][a-z_]{1,24})_([0-9A-HJKMNP-TV-Z]{26})\b")
TIME = re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)$")
JWT = re.compile(r"eyJ[\w-]+\.[\w-]+\.[\w-]+")
TOKEN = re.compile(r"^(pk|sk)_[0-9a-f]{16,}$")
REDACTED = re.compile(r"^(pk|sk)_[0-9a-f]{2,}\*{3}")
HEX = re.compile(r"\b[0-9a-f]{32,128}\b")
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")

MINOR = {"jpy": 0, "krw": 0, "vnd": 0, "clp": 0, "huf": 2, "kwd": 3, "bhd": 3, "jod": 3, "omr": 3, "tnd": 3}


class Difference(NamedTuple):
    """`what` is status, shape, value or order (the same elements in another order)."""

    what: str
    path: str
    want: Any
    got: Any

    def __str__(self) -> str:
        return f"{self.what:6} {self.path or '(status)'}  want {self.want}  got {self.got}"


def known_ids(variables: Mapping[str, Any]) -> dict[str, str]:
    """Ids reachable from saved variables -> their symbolic name, the first name winning."""
    found: dict[str, str] = {}

    def walk(value: Any, path: str, depth: int) -> None:
        if isinstance(value, str) and ID.match(value):
            found.setdefault(value, "${" + path + "}")
        elif isinstance(value, dict) and depth < 4:
            if isinstance(value.get("id"), str):
                walk(value["id"], path + ".id", depth)
            for key, item in value.items():
                if key != "id":
                    walk(item, f"{path}.{key}", depth + 1)
        elif isinstance(value, list) and depth < 4:
            for i, item in enumerate(value):
                walk(item, f"{path}.{i}", depth + 1)

    for name, value in variables.items():
        if isinstance(value, dict) and isinstance(value.get("id"), str):
            walk(value["id"], name + ".id", 0)
    return found


def normalise(value: Any, ids: Mapping[str, str]) -> Any:
    """An answer with everything that differs from run to run replaced by its kind."""
    if isinstance(value, str):
        return _normalise_text(value, ids)
    if isinstance(value, list):
        return [normalise(v, ids) for v in value]
    if isinstance(value, dict):
        return {normalise(k, ids): normalise(v, ids) for k, v in value.items() if not k.startswith("raw_")}
    return value


def _normalise_text(value: str, ids: Mapping[str, str]) -> str:
    if value in ids:
        return ids[value]
    if known := ID.match(value):
        return f"<id:{known[1]}>"
    if ULID.match(value):
        return "<id:>"
    if TIME.match(value):
        return "<time>"
    if TOKEN.match(value) or REDACTED.match(value):
        return f"<token:{value[:2]}>"
    value = UUID.sub("<uuid>", HEX.sub("<hex>", JWT.sub("<jwt>", value)))
    return ID_INSIDE.sub(lambda m: ids.get(m[0], f"<id:{m[1]}>"), value)


def currency(value: Any) -> str | None:
    """The first currency_code found in an answer."""
    if isinstance(value, dict):
        code = value.get("currency_code")
        if isinstance(code, str):
            return code.lower()
    items: Iterable[Any] = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return next((found for item in items if (found := currency(item))), None)


def digits_of(*answers: Any) -> int:
    """The minor digits of the currency that the answers speak of."""
    code = next((found for answer in answers if (found := currency(answer))), "")
    return MINOR.get(code, 2)


def compare(want: Any, got: Any, path: str = "", digits: int = 2) -> list[Difference]:
    """Where `got` lacks or contradicts what was recorded; what it has in addition is welcome."""
    if _kind(want) != _kind(got):
        return [Difference("shape", path, brief(want), brief(got))]
    if isinstance(want, dict):
        return _compare_objects(want, got, path, digits)
    if isinstance(want, list):
        return _compare_lists(want, got, path, digits)
    if _kind(want) == "number":
        return [] if _same_number(want, got, digits) else [Difference("value", path, want, got)]
    if want == "<id:>" and isinstance(got, str) and got.startswith(("<id:", "${")):
        return []
    return [] if want == got else [Difference("value", path, brief(want), brief(got))]


def _compare_objects(want: dict[str, Any], got: dict[str, Any], path: str, digits: int) -> list[Difference]:
    out: list[Difference] = []
    for key, value in want.items():
        if key in got:
            out += compare(value, got[key], f"{path}.{key}", digits)
        else:
            out.append(Difference("shape", f"{path}.{key}", brief(value), "(absent)"))
    return out


def _compare_lists(want: list[Any], got: list[Any], path: str, digits: int) -> list[Difference]:
    if len(want) != len(got):
        return [Difference("value", path, f"{len(want)} elements", f"{len(got)} elements")]
    straight = [
        d for i, (a, b) in enumerate(zip(want, got, strict=True)) for d in compare(a, b, f"{path}[{i}]", digits)
    ]
    if not straight:
        return []
    rest, worst = list(got), list[Difference]()
    for i, item in enumerate(want):  # greedy: the closest of what is left
        scored = [(compare(item, other, f"{path}[{i}]", digits), n) for n, other in enumerate(rest)]
        nearest, number = min(scored, key=lambda s: len(s[0]))
        worst += nearest
        rest.pop(number)
    if not worst:
        return [Difference("order", path, "same elements", "another order")]
    return min(straight, worst, key=len)


def _kind(value: Any) -> str:
    return "number" if isinstance(value, int | float) and not isinstance(value, bool) else type(value).__name__


def _same_number(want: float, got: float, digits: int) -> bool:
    if abs(want - got) <= 1e-6 * max(1, abs(want)):
        return True
    # The recorded server did not round money: an amount that the currency cannot express may be off by a few cents.
    expressible = abs(round(want, digits) - want) < 1e-9
    return not expressible and abs(want - got) <= 3.01 * 10**-digits


def brief(value: Any) -> str:
    """A value as text, short enough for a line."""
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) < 160 else text[:157] + "..."


class Deviation(NamedTuple):
    """A deliberate difference from a recording, with its reason."""

    recording: str
    reason: str
    do: str = "*"
    path: str = "*"

    def covers(self, recording: str, do: str, path: str) -> bool:
        """Whether it allows a difference at this place."""
        return (
            fnmatch.fnmatch(recording, self.recording)
            and fnmatch.fnmatch(do, self.do)
            and fnmatch.fnmatch(path.lstrip(".") or "status", self.path.replace("[", "[[]"))
        )
