"""Answers: bytes with a status. Handlers build them inside the transaction, so what is sent is what was committed."""

from collections.abc import Mapping
from typing import Any, Final, TypeAlias

from litestar.types import Receive, Scope, Send

from mercato.kernel.db import Tx
from mercato.kernel.http import wire
from mercato.kernel.reader.run import list_bytes, show_bytes
from mercato.kernel.reader.view import Listing, Selection

Header: TypeAlias = tuple[bytes, bytes]
Conditions: TypeAlias = Mapping[str, Any]
Context: TypeAlias = Mapping[str, Any]

JSON: Final = b"application/json; charset=utf-8"


class Answer:
    """A finished answer; an ASGI application that sends itself."""

    __slots__ = ("body", "headers", "status")

    def __init__(self, body: bytes, status: int = 200, *, media_type: bytes = JSON) -> None:
        self.body = body
        self.status = status
        self.headers: list[Header] = [(b"content-type", media_type), (b"content-length", b"%d" % len(body))]

    def header(self, name: str, value: str) -> "Answer":
        """The same answer with one more header."""
        self.headers.append((name.lower().encode("latin-1"), value.encode("latin-1")))
        return self

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it."""
        await send({"type": "http.response.start", "status": self.status, "headers": self.headers})
        await send({"type": "http.response.body", "body": self.body, "more_body": False})


def answer(status: int = 200, /, **keys: Any) -> Answer:
    """A JSON object built in Python: `answer(201, ok=True)`."""
    return Answer(wire.encode(keys), status)


def deleted(id: str, object: str, **extra: Any) -> Answer:
    """What every delete answers: `{id, object, deleted: true}`, and the parent where a child was deleted."""
    return Answer(wire.encode({"id": id, "object": object, "deleted": True, **extra}))


def text(content: str, status: int = 200) -> Answer:
    """A plain text, such as `OK`."""
    return Answer(content.encode(), status, media_type=b"text/plain; charset=utf-8")


def attachment(content: bytes, *, media_type: str, filename: str) -> Answer:
    """A file for the client to save."""
    safe = filename.replace('"', "").replace("\r", "").replace("\n", "")
    sent = Answer(content, media_type=media_type.encode("latin-1"))
    return sent.header("content-disposition", f'attachment; filename="{safe}"')


async def show(
    tx: Tx,
    fields: Selection,
    id: str,
    *,
    scope: Conditions | None = None,
    context: Context | None = None,
    status: int = 200,
) -> Answer:
    """One object by its id, as `{<one>: {…}}`; `scope` are trusted conditions, and a row outside of it is absent.

    Raises:
        NotFound: no such row, or not in the scope.
    """
    return Answer(await show_bytes(tx, fields, id, scope=scope, context=context), status)


async def listing(
    tx: Tx,
    query: Listing,
    *,
    scope: Conditions | None = None,
    context: Context | None = None,
    more: Mapping[str, Any] | None = None,
) -> Answer:
    """A page of objects, as `{<many>: […], count, offset, limit}`, with `more` keys behind."""
    body = await list_bytes(tx, query, scope=scope, context=context)
    return Answer(body[:-1] + b"," + wire.encode(dict(more))[1:] if more else body)
