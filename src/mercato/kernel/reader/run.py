"""Runs what was parsed: one statement for each request."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.exc import DBAPIError

from mercato.kernel.db import Tx
from mercato.kernel.errors import Invalid, NotFound
from mercato.kernel.reader.compile import Request, statement
from mercato.kernel.reader.fields import trusted_plan
from mercato.kernel.reader.rows import decoded, encoded, exact, fill, pruned
from mercato.kernel.reader.scope import among, scoped
from mercato.kernel.reader.view import Listing, Plan, Row, Selection, View, key_name

Scope = Mapping[str, Any]
Context = Mapping[str, Any]


async def show_bytes(
    tx: Tx, selection: Selection, id: str, *, scope: Scope | None = None, context: Context | None = None
) -> bytes:
    """`{<one>: {…}}` as JSON.

    Raises:
        NotFound: no such row, or not in the scope.
    """
    view, plan = selection.view, selection.plan
    shape, values = scoped({view.key: id}, *([scope] if scope else []))
    text = None if "\x00" in id else await _text(tx, _Asked(plan, Request("one", shape), values, selection.owner))
    if text is None:
        raise NotFound(view.missing_message(id))
    if plan.fittings or view.finish:
        rows = await _finished(tx, plan, [decoded(text)], context)
        text = encoded(rows[0])
    return b'{"%s":%s}' % (view.one.encode(), text.encode())


async def list_bytes(tx: Tx, listing: Listing, *, scope: Scope | None = None, context: Context | None = None) -> bytes:
    """`{<many>: […], count, offset, limit}` as JSON."""
    plan, values = listing.plan, list(listing.values)
    shape = listing.shape
    if scope:
        trusted, more = scoped(scope, start=len(values))
        shape, values = ("and", (shape, trusted)), values + more
    request = Request("page", shape, listing.order, listing.limit is not None, listing.with_deleted)
    asked = _Asked(plan, request, [*values, listing.limit, listing.offset], listing.owner)
    text = await _text(tx, asked) or '[],"count":0'
    if plan.fittings or listing.view.finish:
        # The count stands behind the rows: `[…],"count":12`.
        page, _, count = text.rpartition(',"count":')
        rows = await _finished(tx, plan, decoded(page), context)
        text = f'{encoded(rows)},"count":{count}'
    return f'{{"{listing.view.many}":{text},"offset":{listing.offset},"limit":{listing.limit}}}'.encode()


async def fetch(
    tx: Tx,
    selection: Selection,
    ids: Sequence[str],
    *,
    scope: Scope | None = None,
    context: Context | None = None,
) -> list[Row]:
    """Decoded rows of these keys, in their order, without those that are absent; amounts are Decimals."""
    view = selection.view
    shape, values = scoped({view.key: among(ids)}, *([scope] if scope else []))
    asked = _Asked(selection.plan, Request("many", shape, view.key), values, selection.owner)
    rows = await _rows(tx, asked, context)
    if view.finish is not None:
        view.finish(rows)
    found = {row.get(view.key, row[key_name(view.model)]): row for row in rows}
    return [found[id] for id in dict.fromkeys(ids) if id in found]


async def rows_of(
    tx: Tx,
    view: View,
    tokens: str,
    *,
    scope: Scope | None = None,
    order: str | None = None,
    limit: int | None = None,
    context: Context | None = None,
) -> list[Row]:
    """Decoded rows for the program itself: `tokens` as in views (`*` is every column), all rows of the scope."""
    shape, values = scoped(scope or {})
    request = Request("many", shape, order or view.order or key_name(view.model), limited=limit is not None)
    if limit is not None:
        values += [limit, 0]
    return await _rows(tx, _Asked(trusted_plan(view, tx.graph, tokens), request, values), context)


async def _finished(tx: Tx, plan: Plan, rows: list[Row], context: Context | None) -> list[Row]:
    """The rows as they are sent: with computed fields, and in the shape of the view."""
    await fill(tx, plan, rows, context or {})
    asked = pruned(plan, rows)
    if plan.view.finish is not None:
        plan.view.finish(asked)
    return asked


@dataclass(frozen=True, slots=True)
class _Asked:
    """A statement to be and its values; `owner` is the caller, where only what is the caller's may be shown."""

    plan: Plan
    request: Request
    values: Sequence[Any]
    owner: str | None = None


async def _rows(tx: Tx, asked: _Asked, context: Context | None) -> list[Row]:
    plan = asked.plan
    rows: list[Row] = decoded(await _text(tx, asked) or "[]")
    if plan.fittings:
        await fill(tx, plan, rows, context or {})
        return pruned(plan, rows, wire=False)
    exact(plan.loaded, rows)
    return rows


async def _text(tx: Tx, asked: _Asked) -> str | None:
    compiled = statement(asked.plan, asked.request, tx.dialect)
    try:
        return await tx.fetch_text(compiled.text, compiled.parameters(asked.values, asked.owner))
    except DBAPIError:
        if compiled.fragile:
            raise Invalid("Invalid request: Invalid regular expression") from None
        raise
