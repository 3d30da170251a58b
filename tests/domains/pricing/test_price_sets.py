"""Sets of prices."""

from decimal import Decimal

import pytest
from sqlalchemy import select

from mercato.domains.pricing.commands.price_sets import (
    PriceValue,
    RuleValue,
    create_price_set,
    delete_price_sets,
    replace_prices,
)
from mercato.domains.pricing.models import Price, PriceRule, PriceRuleOperator
from mercato.kernel.db import Tx, count_rows
from mercato.kernel.errors import Invalid, NotFound

FREE_FROM_60 = RuleValue("item_total", "60", PriceRuleOperator.GTE)


async def prices(tx: Tx, set_id: str) -> list[tuple[str, str, Decimal, int]]:
    query = select(Price).where(Price.price_set_id == set_id, Price.deleted_at.is_(None)).order_by(Price.id)
    return [(row.id, row.currency_code, row.amount, row.rules_count) for row in await tx.scalars(query)]


async def test_a_set_keeps_the_order_and_rules_of_its_prices(tx: Tx) -> None:
    made = await create_price_set(
        tx, [PriceValue("EUR", Decimal("4.9")), PriceValue("eur", Decimal(0), [FREE_FROM_60])]
    )

    assert [row[1:] for row in await prices(tx, made.id)] == [("eur", Decimal("4.9"), 0), ("eur", Decimal(0), 1)]


async def test_replacing_keeps_what_is_named(tx: Tx) -> None:
    made = await create_price_set(tx, [PriceValue("eur", Decimal(5), [FREE_FROM_60]), PriceValue("usd", Decimal(6))])
    ((kept, *_), _) = await prices(tx, made.id)

    await replace_prices(tx, made.id, [PriceValue(id=kept, amount=Decimal(7)), PriceValue("jpy", Decimal(900))])
    rows = await prices(tx, made.id)
    assert (rows[0], [row[1:] for row in rows]) == (
        (kept, "eur", Decimal(7), 1),
        [("eur", Decimal(7), 1), ("jpy", Decimal(900), 0)],
    )

    await replace_prices(tx, made.id, [PriceValue(id=kept, rules=[])])
    assert await prices(tx, made.id) == [(kept, "eur", Decimal(7), 0)]
    assert await count_rows(tx, select(PriceRule).where(PriceRule.deleted_at.is_(None))) == 0


async def test_a_price_of_another_set_cannot_be_named(tx: Tx) -> None:
    mine = await create_price_set(tx, [PriceValue("eur", Decimal(5))])
    other = await create_price_set(tx, [PriceValue("eur", Decimal(6))])
    ((foreign, *_),) = await prices(tx, other.id)

    with pytest.raises(NotFound):
        await replace_prices(tx, mine.id, [PriceValue(id=foreign, amount=Decimal(0))])

    assert len(await prices(tx, mine.id)) == 1


@pytest.mark.parametrize(
    "wrong",
    [
        PriceValue(amount=Decimal(1)),
        PriceValue("eur"),
        PriceValue("eur", Decimal(1), [FREE_FROM_60, RuleValue("item_total", "70", PriceRuleOperator.GTE)]),
    ],
)
async def test_half_a_price_is_refused(tx: Tx, wrong: PriceValue) -> None:
    with pytest.raises(Invalid):
        await create_price_set(tx, [wrong])


async def test_a_set_goes_with_its_prices(tx: Tx) -> None:
    made = await create_price_set(tx, [PriceValue("eur", Decimal(5), [FREE_FROM_60])])

    await delete_price_sets(tx, [made.id])

    assert await prices(tx, made.id) == []
