"""What the marketplace keeps of a purchase, written down in the transaction that makes the orders."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import select

from mercato.domains.catalog.models import ProductCategoryProduct
from mercato.domains.commissions.models import CommissionLine, CommissionRate, CommissionRule
from mercato.domains.commissions.queries import amounts_by_set, rules_with_rates
from mercato.domains.commissions.rules import Rate, Sale, commission, references
from mercato.domains.orders.commands.placing import Draft
from mercato.flows.carts.money import line_totals
from mercato.kernel.db import Tx


@dataclass(frozen=True)
class _Sold:
    """A line of an order with what decides its commission."""

    line_id: str
    sale: Sale


async def record_commissions(tx: Tx, drafts: Sequence[Draft]) -> None:
    """One commission line per order line for which a rule holds. The operator's own orders pay none."""
    sold = await _sold(tx, [draft for draft in drafts if draft.share.seller_id is not None])
    if not sold:
        return
    found = await rules_with_rates(tx, [reference for one in sold for reference in references(one.sale)])
    amounts = await amounts_by_set(tx, [id for _, rate in found for id in _sets(rate)])
    by_reference = {(rule.reference, rule.reference_id): (rule, rate) for rule, rate in found}
    for one in sold:
        match = next((by_reference[key] for key in references(one.sale) if key in by_reference), None)
        if match is not None:
            tx.add(_line(one, *match, amounts))
    await tx.flush()


async def _sold(tx: Tx, drafts: Sequence[Draft]) -> list[_Sold]:
    product_ids = [line.product_id for draft in drafts for _, line in draft.lines if line.product_id]
    category = await _first_categories(tx, product_ids)
    sold: list[_Sold] = []
    for draft in drafts:
        totals = line_totals(draft.share, draft.order.currency_code)
        for source, line in draft.lines:
            row: Mapping[str, Any] = totals[source.id]
            sale = Sale(
                seller_id=draft.share.seller_id or "",
                type_id=line.product_type_id,
                category_id=category.get(line.product_id or ""),
                total=row["total"],
                tax=row["tax_total"],
                currency=draft.order.currency_code,
            )
            sold.append(_Sold(line.id, sale))
    return sold


async def _first_categories(tx: Tx, product_ids: Sequence[str]) -> dict[str, str]:
    """Product id -> the category it was put into first; only that one counts for commissions."""
    link = ProductCategoryProduct
    query = select(link.product_id, link.product_category_id).where(
        link.product_id.in_(sorted(set(product_ids))), link.deleted_at.is_(None)
    )
    first: dict[str, str] = {}
    for product_id, category_id in await tx.rows(query.order_by(link.id)):
        first.setdefault(product_id, category_id)
    return first


def _sets(rate: CommissionRate) -> list[str | None]:
    return [rate.price_set_id, rate.min_price_set_id, rate.max_price_set_id]


def _line(
    one: _Sold, rule: CommissionRule, rate: CommissionRate, amounts: Mapping[str, Mapping[str, Decimal]]
) -> CommissionLine:
    flat, minimum, maximum = (amounts.get(id or "", {}) for id in _sets(rate))
    value = commission(one.sale, Rate(rate.type, rate.percentage_rate, rate.include_tax, flat, minimum, maximum))
    return CommissionLine(item_line_id=one.line_id, rule_id=rule.id, currency_code=one.sale.currency, value=value)
