"""What is computed of carts when they are read. Everything is computed from whole rows, whatever was asked for."""

from collections.abc import Mapping
from typing import Any

from mercato.domains.inventory.queries import managers_of
from mercato.domains.totals.rules import fill_cart_totals, fill_line_totals, fill_method_totals
from mercato.kernel.db import Tx
from mercato.kernel.reader.view import Row


async def fill_carts(tx: Tx, rows: list[Row], names: frozenset[str], context: Mapping[str, Any]) -> None:
    """Totals of carts."""
    del tx, names, context
    for row in rows:
        fill_cart_totals(row)


async def fill_lines(tx: Tx, rows: list[Row], names: frozenset[str], context: Mapping[str, Any]) -> None:
    """Totals of lines."""
    del tx, names, context
    for row in rows:
        fill_line_totals(row, row["cart"]["currency_code"])


async def fill_methods(tx: Tx, rows: list[Row], names: frozenset[str], context: Mapping[str, Any]) -> None:
    """Totals of shipping methods."""
    del tx, names, context
    for row in rows:
        fill_method_totals(row, row["cart"]["currency_code"])


async def fill_nothing(tx: Tx, rows: list[Row], names: frozenset[str], context: Mapping[str, Any]) -> None:
    """Totals of tax lines and discounts come with the totals of their row, and are absent without them."""
    del tx, rows, names, context


async def fill_managers(tx: Tx, rows: list[Row], names: frozenset[str], context: Mapping[str, Any]) -> None:
    """Who keeps the stock of lines."""
    del names, context
    managers = await managers_of(tx, [row["variant_id"] for row in rows if row["variant_id"] is not None])
    for row in rows:
        row["variant_managed_by"] = managers.get(row["variant_id"], "none")


async def fill_variant_managers(tx: Tx, rows: list[Row], names: frozenset[str], context: Mapping[str, Any]) -> None:
    """Who keeps the stock of variants."""
    del names, context
    managers = await managers_of(tx, [row["id"] for row in rows])
    for row in rows:
        row["managed_by"] = managers.get(row["id"], "none")
