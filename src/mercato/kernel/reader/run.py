"""Runs what was parsed: one statement for each request."""

from collections.abc import Mapping, Sequence
from typing import Any

from mercato.kernel.db import Tx
from mercato.kernel.reader.view import Listing, Row, Selection, View


async def show_bytes(
    tx: Tx,
    selection: Selection,
    id: str,
    *,
    scope: Mapping[str, Any] | None = None,
    context: Mapping[str, Any] | None = None,
) -> bytes:
    """`{<one>: {…}}` as JSON, or NotFound."""
    raise NotImplementedError


async def list_bytes(
    tx: Tx, listing: Listing, *, scope: Mapping[str, Any] | None = None, context: Mapping[str, Any] | None = None
) -> bytes:
    """`{<many>: […], count, offset, limit}` as JSON."""
    raise NotImplementedError


async def fetch(
    tx: Tx,
    selection: Selection,
    ids: Sequence[str],
    *,
    scope: Mapping[str, Any] | None = None,
    context: Mapping[str, Any] | None = None,
) -> list[Row]:
    """Decoded rows of these ids, in their order; amounts are Decimals."""
    raise NotImplementedError


async def rows_of(
    tx: Tx,
    view: View,
    tokens: str,
    *,
    scope: Mapping[str, Any] | None = None,
    order: str | None = None,
    limit: int | None = None,
    context: Mapping[str, Any] | None = None,
) -> list[Row]:
    """Decoded rows for flows: `tokens` separated by spaces, all rows of the scope."""
    raise NotImplementedError
