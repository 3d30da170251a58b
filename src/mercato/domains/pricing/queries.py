"""Questions about prices."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, or_, select

from mercato.domains.pricing.models import (
    Price,
    PriceList,
    PriceListRule,
    PriceListStatus,
    PricePreference,
    PriceRule,
    ProductVariantPriceSet,
)
from mercato.domains.pricing.rules import (
    REGION,
    CalculatedPrice,
    Candidate,
    Condition,
    ListTerms,
    PriceContext,
    TaxPreferences,
    choose,
)
from mercato.kernel.db import Tx


async def calculate_prices(
    tx: Tx, price_set_ids: Iterable[str], context: PriceContext
) -> dict[str, CalculatedPrice | None]:
    """What things cost (price set id -> price), for whom and in what number the context says. None: no price."""
    wanted = list(dict.fromkeys(price_set_ids))
    candidates = await load_candidates(tx, wanted, context.currency_code)
    preferences = await tax_preferences(tx, context) if candidates else TaxPreferences()
    known = context.known()
    found: dict[str, CalculatedPrice | None] = {}
    for id in wanted:
        choice = choose(candidates.get(id, ()), known, context.quantities.get(id))
        found[id] = None if choice is None else CalculatedPrice(id, choice, preferences)
    return found


async def load_candidates(tx: Tx, price_set_ids: Sequence[str], currency_code: str) -> dict[str, list[Candidate]]:
    """The prices of sets in a currency, without those of lists that are not in force. One statement."""
    if not price_set_ids:
        return {}
    prices: dict[str, tuple[Price, PriceList | None]] = {}
    conditions: defaultdict[str, dict[str, Condition]] = defaultdict(dict)
    terms: defaultdict[str, dict[str, tuple[str, tuple[str, ...]]]] = defaultdict(dict)
    row: Any
    for row in await tx.rows(_candidates(price_set_ids, currency_code.lower(), tx.now)):
        price, price_list, rule, list_rule = row
        prices[price.id] = (price, price_list)
        if rule is not None:
            conditions[price.id][rule.id] = Condition(rule.attribute, rule.operator, rule.value)
        if list_rule is not None:
            terms[price_list.id][list_rule.id] = (list_rule.attribute, tuple(str(value) for value in list_rule.value))
    found: defaultdict[str, list[Candidate]] = defaultdict(list)
    for price, price_list in prices.values():
        found[price.price_set_id].append(
            Candidate(
                id=price.id,
                price_set_id=price.price_set_id,
                currency_code=price.currency_code,
                amount=price.amount,
                min_quantity=price.min_quantity,
                max_quantity=price.max_quantity,
                conditions=tuple(conditions[price.id].values()),
                terms=None
                if price_list is None
                else ListTerms(price_list.id, price_list.type, tuple(terms[price_list.id].values())),
            )
        )
    return dict(found)


async def tax_preferences(tx: Tx, context: PriceContext) -> TaxPreferences:
    """What is said of the context's region and currency."""
    preference = PricePreference
    query = select(preference.attribute, preference.is_tax_inclusive).where(
        or_(
            and_(preference.attribute == REGION, preference.value == (context.region_id or "")),
            and_(preference.attribute == "currency_code", preference.value == context.currency_code.lower()),
        ),
        preference.deleted_at.is_(None),
    )
    said: dict[str, bool] = {attribute: inclusive for attribute, inclusive in await tx.rows(query)}
    return TaxPreferences(of_region=said.get(REGION), of_currency=said.get("currency_code"))


async def price_sets_of_variants(tx: Tx, variant_ids: Iterable[str]) -> dict[str, str]:
    """Variant id -> the id of its price set. Variants without one are absent."""
    link, wanted = ProductVariantPriceSet, sorted(set(variant_ids))
    if not wanted:
        return {}
    query = select(link.variant_id, link.price_set_id).where(link.variant_id.in_(wanted), link.deleted_at.is_(None))
    return {variant_id: price_set_id for variant_id, price_set_id in await tx.rows(query)}


def _candidates(
    price_set_ids: Sequence[str], currency_code: str, now: datetime
) -> Select[Price, PriceList, PriceRule, PriceListRule]:
    in_force = (
        (PriceList.status == PriceListStatus.ACTIVE)
        & PriceList.deleted_at.is_(None)
        & (PriceList.starts_at.is_(None) | (PriceList.starts_at <= now))
        & (PriceList.ends_at.is_(None) | (PriceList.ends_at > now))
    )
    return (
        select(Price, PriceList, PriceRule, PriceListRule)
        .outerjoin(PriceList, PriceList.id == Price.price_list_id)
        .outerjoin(PriceRule, (PriceRule.price_id == Price.id) & PriceRule.deleted_at.is_(None))
        .outerjoin(PriceListRule, (PriceListRule.price_list_id == PriceList.id) & PriceListRule.deleted_at.is_(None))
        .where(
            Price.price_set_id.in_(price_set_ids),
            Price.currency_code == currency_code,
            Price.deleted_at.is_(None),
            Price.price_list_id.is_(None) | in_force,
        )
        .order_by(Price.id, PriceRule.id, PriceListRule.id)
    )
