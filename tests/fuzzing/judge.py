"""What no answer may be, whatever was asked."""

import json
import re
from collections.abc import Iterable
from typing import Any, Final

import httpx

TOLD: Final = re.compile(
    r"Traceback|File \"/|\.py\"|sqlalchemy|asyncpg|sqlite3|IntegrityError|pydantic|litestar|\bSELECT \w|\bINSERT INTO\b"
    r"|\bUPDATE \w+ SET\b|psycopg|object at 0x|<class '"
)
ALLOWED_TYPES: Final = ("application/json", "text/html", "text/plain", "text/csv", "application/octet-stream", "image/")


def complaints(response: httpx.Response, sent: str) -> Iterable[str]:
    """What is wrong with an answer."""
    status, text = response.status_code, response.text
    kind = response.headers.get("content-type", "")
    if status >= 500:
        yield f"{status} {text[:300]}"
        return
    if status in {204, 304} or response.request.method in {"HEAD", "OPTIONS"}:
        return
    if not kind.startswith(ALLOWED_TYPES):
        yield f"{status} content type {kind!r}"
    if status >= 400 and (found := TOLD.search(text)) and found[0] not in sent:
        yield f"{status} tells {found[0]!r}: {text[:300]}"
    if kind.startswith("application/json"):
        yield from _malformed(status, text)
    elif status >= 400 and status != 404:
        yield f"{status} is no JSON: {text[:200]}"


def _malformed(status: int, text: str) -> Iterable[str]:
    try:
        value: Any = json.loads(text, parse_constant=_refuse)
    except ValueError as error:
        yield f"{status} broken JSON, {error}: {text[:200]}"
        return
    if status >= 400 and not (isinstance(value, dict) and isinstance(value.get("message"), str)):
        yield f"{status} without a message: {text[:200]}"
    if status >= 400 and isinstance(value, dict) and not value.keys() <= {"message", "type", "code", "errors"}:
        yield f"{status} with more than an envelope: {text[:200]}"


def _refuse(constant: str) -> Any:
    raise ValueError(f"{constant} is no JSON")
