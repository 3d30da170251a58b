"""Questions about commission rules."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from sqlalchemy import select

from mercato.domains.catalog.models import ProductCategory, ProductType
from mercato.domains.commissions.models import CommissionRate, CommissionRule, RuleReference
from mercato.domains.pricing.models import Price
from mercato.domains.sellers.models import Seller
from mercato.kernel.columns import plain_decimal
from mercato.kernel.db import Base, Tx
from mercato.kernel.errors import NotFound

_BOUNDS = ("price_set", "min_price_set", "max_price_set")
_NO_RATE: dict[str, Any] = {}


async def find_default_rule(tx: Tx) -> CommissionRule | None:
    """The rule of the whole site, if the operator has set one."""
    query = select(CommissionRule).where(
        CommissionRule.reference == RuleReference.SITE, CommissionRule.deleted_at.is_(None)
    )
    return await tx.scalar(query)


async def get_default_rule(tx: Tx) -> CommissionRule:
    """The rule of the whole site.

    Raises:
        NotFound: when the operator has set none.
    """
    rule = await find_default_rule(tx)
    if rule is None:
        raise NotFound("Rule not found!")
    return rule


async def rules_with_rates(
    tx: Tx, references: Iterable[tuple[RuleReference, str]]
) -> list[tuple[CommissionRule, CommissionRate]]:
    """The active rules among these references (and the default rule), each with its rate."""
    ids = sorted({reference_id for _, reference_id in references} | {""})
    query = (
        select(CommissionRule, CommissionRate)
        .join(CommissionRate, CommissionRate.rule_id == CommissionRule.id)
        .where(
            CommissionRule.reference_id.in_(ids),
            CommissionRule.is_active.is_(True),
            CommissionRule.deleted_at.is_(None),
            CommissionRate.deleted_at.is_(None),
        )
    )
    return [(rule, rate) for rule, rate in await tx.rows(query)]


async def amounts_by_set(tx: Tx, set_ids: Iterable[str | None]) -> dict[str, dict[str, Decimal]]:
    """Price set id -> currency -> amount, main unit."""
    wanted = sorted({id for id in set_ids if id})
    if not wanted:
        return {}
    query = select(Price.price_set_id, Price.currency_code, Price.amount)
    found: dict[str, dict[str, Decimal]] = {}
    for set_id, currency, amount in await tx.rows(
        query.where(Price.price_set_id.in_(wanted), Price.deleted_at.is_(None)).order_by(Price.id)
    ):
        found.setdefault(set_id, {})[currency] = amount
    return found


async def fill_rated(tx: Tx, rows: list[dict[str, Any]], names: frozenset[str], context: Mapping[str, Any]) -> None:
    """Flattens each rule's rate into the rule and names what the rule speaks of. `names`, `context` are not needed."""
    del names, context
    rates: list[dict[str, Any]] = [row.get("rate") or _NO_RATE for row in rows]
    amounts = await amounts_by_set(tx, [rate.get(f"{bound}_id") for rate in rates for bound in _BOUNDS])
    titles = await _titles(tx, {id for row in rows for id in row["reference_id"].split("+") if id})
    for row, rate in zip(rows, rates, strict=True):
        row["type"], row["include_tax"] = rate.get("type"), rate.get("include_tax")
        row["percentage_rate"] = rate.get("percentage_rate")
        for bound in _BOUNDS:
            row[f"{bound}_id"] = rate.get(f"{bound}_id")
            prices = amounts.get(rate.get(f"{bound}_id") or "", {})
            row[bound] = [{"currency_code": currency, "amount": amount} for currency, amount in prices.items()]
        row["fee_value"] = _fee(rate, row["price_set"])
        row["ref_value"] = _subject(row["reference_id"], titles)


def _fee(rate: Mapping[str, Any], prices: Sequence[Mapping[str, Any]]) -> str:
    if rate.get("type") == "percentage":
        return f"{plain_decimal(Decimal(rate['percentage_rate']))}%"
    return "/".join(f"{plain_decimal(p['amount'])}{p['currency_code'].upper()}" for p in prices) or "-"


def _subject(reference_id: str, titles: Mapping[str, str]) -> str:
    # A rule outlives what it speaks of; the part that is gone is left out.
    return " + ".join(titles[id] for id in reference_id.split("+") if id in titles)


async def _titles(tx: Tx, ids: set[str]) -> dict[str, str]:
    kinds: tuple[tuple[str, type[Base], Any], ...] = (
        ("sel_", Seller, Seller.name),
        ("ptyp_", ProductType, ProductType.value),
        ("pcat_", ProductCategory, ProductCategory.name),
    )
    found: dict[str, str] = {}
    for prefix, model, title in kinds:
        wanted = sorted(id for id in ids if id.startswith(prefix))
        if wanted:
            key: Any = model.__table__.c.id
            found.update({row[0]: row[1] for row in await tx.rows(select(key, title).where(key.in_(wanted)))})
    return found
