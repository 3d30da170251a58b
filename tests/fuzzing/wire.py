"""Requests as bytes: a client library would refuse to send what a fuzzer has to."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote_to_bytes

import httpx


async def send(app: Any, method: str, target: bytes, headers: Mapping[str, str], content: bytes) -> httpx.Response:
    """What the application answers to exactly this."""
    path, _, query = target.partition(b"?")
    scope: dict[str, Any] = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": unquote_to_bytes(path).decode("utf-8", "replace"),
        "raw_path": path,
        "query_string": query,
        "root_path": "",
        "headers": [(name.lower().encode(), value.encode("latin-1")) for name, value in headers.items()],
        "client": ("127.0.0.1", 50000),
        "server": ("mercato.test", 80),
        "state": {},
    }
    told: list[Any] = []
    given = [{"type": "http.request", "body": content, "more_body": False}]

    async def receive() -> Any:
        return given.pop() if given else {"type": "http.disconnect"}

    async def note(message: Any) -> None:
        told.append(message)

    await app(scope, receive, note)
    body = b"".join(message.get("body", b"") for message in told[1:])
    request = httpx.Request(method, "http://mercato.test")
    return httpx.Response(told[0]["status"], headers=told[0]["headers"], content=body, request=request)
