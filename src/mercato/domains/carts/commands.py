"""Writing the rows of a cart. The caller holds the lock on the cart, and keeps what it has loaded in step."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from mercato.domains.carts.models import (
    CartAddress,
    CartLineItem,
    CartLineItemTaxLine,
    CartShippingMethod,
    CartShippingMethodTaxLine,
)
from mercato.domains.carts.queries import Basket, Details
from mercato.kernel.db import Tx


@dataclass(frozen=True, slots=True)
class TaxValue:
    """A tax rate as it is written on a row."""

    description: str | None
    code: str
    rate: Decimal
    provider_id: str | None
    tax_rate_id: str | None


async def new_address(tx: Tx, values: Mapping[str, Any]) -> CartAddress:
    """A new row for an address: others may point at the old one. What is not in `values` is empty."""
    filled = dict(values)
    country = filled.get("country_code")
    address = CartAddress(
        **{name: value for name, value in filled.items() if name not in ("metadata", "country_code")},
        country_code=country.lower() if country is not None else None,
        metadata_=filled.get("metadata"),
    )
    tx.add(address)
    await tx.flush()
    return address


async def write_line_taxes(tx: Tx, details: Details, wanted: Mapping[str, Sequence[TaxValue]]) -> None:
    """Puts these tax lines on the lines named, in place of what they have. Sets that are right already stay."""
    stale = _stale(details.line_taxes, wanted, "item_id")
    gone = [tax for tax in details.line_taxes if tax.item_id in stale]
    new = [CartLineItemTaxLine(**_columns(value), item_id=id) for id in stale for value in wanted[id]]
    details.line_taxes = [tax for tax in details.line_taxes if tax.item_id not in stale] + new
    tx.add(*new)
    await tx.delete(*gone)


async def write_method_taxes(tx: Tx, details: Details, wanted: Mapping[str, Sequence[TaxValue]]) -> None:
    """Puts these tax lines on the shipping methods named, in place of what they have."""
    stale = _stale(details.method_taxes, wanted, "shipping_method_id")
    gone = [tax for tax in details.method_taxes if tax.shipping_method_id in stale]
    new = [CartShippingMethodTaxLine(**_columns(value), shipping_method_id=id) for id in stale for value in wanted[id]]
    details.method_taxes = [tax for tax in details.method_taxes if tax.shipping_method_id not in stale] + new
    tx.add(*new)
    await tx.delete(*gone)


async def remove_lines(tx: Tx, basket: Basket, details: Details, lines: Iterable[CartLineItem]) -> None:
    """Takes lines out, with their taxes and discounts."""
    ids = {line.id for line in lines}
    gone = [line for line in basket.lines if line.id in ids]
    taxes = [tax for tax in details.line_taxes if tax.item_id in ids]
    adjustments = [one for one in details.line_adjustments if one.item_id in ids]
    basket.lines = [line for line in basket.lines if line.id not in ids]
    details.line_taxes = [tax for tax in details.line_taxes if tax.item_id not in ids]
    details.line_adjustments = [one for one in details.line_adjustments if one.item_id not in ids]
    await tx.delete(*gone, *taxes, *adjustments)


async def remove_methods(tx: Tx, basket: Basket, details: Details, methods: Iterable[CartShippingMethod]) -> None:
    """Takes shipping methods out, with their taxes and discounts."""
    ids = {method.id for method in methods}
    gone = [method for method in basket.methods if method.id in ids]
    taxes = [tax for tax in details.method_taxes if tax.shipping_method_id in ids]
    adjustments = [one for one in details.method_adjustments if one.shipping_method_id in ids]
    basket.methods = [method for method in basket.methods if method.id not in ids]
    details.method_taxes = [tax for tax in details.method_taxes if tax.shipping_method_id not in ids]
    details.method_adjustments = [one for one in details.method_adjustments if one.shipping_method_id not in ids]
    await tx.delete(*gone, *taxes, *adjustments)


def _columns(value: TaxValue) -> dict[str, Any]:
    return {
        "description": value.description,
        "code": value.code,
        "rate": value.rate,
        "provider_id": value.provider_id,
        "tax_rate_id": value.tax_rate_id,
    }


def _stale(
    present: Iterable[CartLineItemTaxLine | CartShippingMethodTaxLine],
    wanted: Mapping[str, Sequence[TaxValue]],
    key: str,
) -> list[str]:
    """The ids of the rows whose tax lines are not those wanted."""
    found: dict[str, list[TaxValue]] = {id: [] for id in wanted}
    for tax in present:
        if (id := getattr(tax, key)) in found:
            found[id].append(TaxValue(tax.description, tax.code, tax.rate, tax.provider_id, tax.tax_rate_id))
    return [id for id, values in wanted.items() if found[id] != list(values)]
