"""The last hand on an answer: common headers, the weak entity tag, 304, and no body for HEAD."""

import zlib
from collections.abc import Iterable
from typing import Any, Final

from litestar.types import Send

Header = tuple[bytes, bytes]
_BODILESS: Final = frozenset({204, 304})


class Reply:
    """Wraps the server's `send` for one request. The start of an answer waits for its body, which makes the tag."""

    __slots__ = ("_extra", "_if_none_match", "_method", "_send", "_start", "status")

    def __init__(self, send: Send, method: str, if_none_match: bytes | None, extra: list[Header]) -> None:
        self._send = send
        self._method = method
        self._if_none_match = if_none_match
        self._extra = extra
        self._start: Any = None
        self.status = 0

    @property
    def begun(self) -> bool:
        """Whether the status has been sent, so that no other answer is possible."""
        return self.status != 0

    async def __call__(self, message: Any) -> None:
        """The `send` of the application behind the edge."""
        kind = message["type"]
        if kind == "http.response.start":
            self._start = message
        elif kind == "http.response.body":
            await self._body(message)
        else:
            await self._send(message)

    async def _body(self, message: Any) -> None:
        start, self._start = self._start, None
        if start is not None:
            status = start["status"]
            headers = [*start["headers"], *self._extra]
            body = message.get("body", b"")
            if body and not message.get("more_body") and status not in _BODILESS and not _has_tag(start["headers"]):
                tag = entity_tag(body)
                headers.append((b"etag", tag))
                if self._if_none_match and 200 <= status < 300 and self._method in {"GET", "HEAD"}:
                    status, headers, message = self._revalidated(status, headers, message, tag)
            self.status = status
            await self._send({"type": "http.response.start", "status": status, "headers": headers})
        if self._method == "HEAD":
            message = {**message, "body": b""}
        await self._send(message)

    def _revalidated(
        self, status: int, headers: list[Header], message: Any, tag: bytes
    ) -> tuple[int, list[Header], Any]:
        if not matches(self._if_none_match or b"", tag):
            return status, headers, message
        kept = [(name, value) for name, value in headers if name not in {b"content-type", b"content-length"}]
        return 304, kept, {**message, "body": b""}


def entity_tag(body: bytes) -> bytes:
    """A weak tag: cheap to make, and different for different bodies of a resource."""
    return b'W/"%x-%08x%08x"' % (len(body), zlib.crc32(body), zlib.adler32(body))


def matches(if_none_match: bytes, tag: bytes) -> bool:
    """Whether the client has this version already (weak comparison)."""
    if if_none_match.strip() == b"*":
        return True
    opaque = tag.removeprefix(b"W/")
    return any(known.strip().removeprefix(b"W/") == opaque for known in if_none_match.split(b","))


def _has_tag(headers: Iterable[Header]) -> bool:
    return any(name.lower() == b"etag" for name, _ in headers)
