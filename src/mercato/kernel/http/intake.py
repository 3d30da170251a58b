"""Reading the body of a request: limits, compressed bodies, and handing it on to who asks again."""

import zlib
from collections.abc import Awaitable, Callable
from typing import Any, Final

from mercato.kernel.errors import Invalid
from mercato.kernel.http.exchange import TooLarge

MULTIPART: Final = "multipart/form-data"
_INFLATE_ANY: Final = 47
"""zlib's window bits for "gzip or zlib, look at the header"."""


class Disconnected(Exception):
    """The client went away while it sent."""


async def read_body(receive: Callable[[], Awaitable[Any]], headers: dict[bytes, bytes], limit: int) -> bytes:
    """All bytes of the body.

    Raises:
        TooLarge: more than `limit`.
        Invalid: compressed in a way that cannot be undone.
        Disconnected: the client went away.
    """
    declared = headers.get(b"content-length", b"0")
    if declared.isdigit() and int(declared) > limit:
        raise _too_large(limit)
    raw = await _receive_all(receive, limit)
    encoding = headers.get(b"content-encoding", b"identity").strip().lower()
    if encoding == b"identity" or not raw:
        return raw
    if encoding not in {b"gzip", b"deflate"}:
        raise Invalid(f"Invalid request: unsupported content encoding {encoding.decode('latin-1')}")
    return _inflated(raw, limit)


def replaying(raw: bytes, receive: Callable[[], Awaitable[Any]]) -> Callable[[], Awaitable[Any]]:
    """A `receive` that gives the body once more, and after it whatever the server says."""
    sent = False

    async def again() -> Any:
        nonlocal sent
        if sent:
            return await receive()
        sent = True
        return {"type": "http.request", "body": raw, "more_body": False}

    return again


async def _receive_all(receive: Callable[[], Awaitable[Any]], limit: int) -> bytes:
    parts: list[bytes] = []
    size, more = 0, True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise Disconnected
        part = message.get("body", b"")
        size += len(part)
        if size > limit:
            raise _too_large(limit)
        parts.append(part)
        more = message.get("more_body", False)
    return parts[0] if len(parts) == 1 else b"".join(parts)


def _inflated(raw: bytes, limit: int) -> bytes:
    inflater = zlib.decompressobj(_INFLATE_ANY)
    try:
        body = inflater.decompress(raw, limit + 1)
    except zlib.error:
        raise Invalid("Invalid request: the compressed body is damaged") from None
    if len(body) > limit:
        raise _too_large(limit)
    if not inflater.eof:
        raise Invalid("Invalid request: the compressed body is damaged")
    return body


def _too_large(limit: int) -> TooLarge:
    return TooLarge(f"Request entity too large: the limit is {limit} bytes")
