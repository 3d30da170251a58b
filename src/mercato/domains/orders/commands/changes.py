"""Changes of orders that are confirmed as they are made: each raises the version by one."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import update

from mercato.domains.orders.change_models import ChangeStatus, OrderChange, OrderChangeAction
from mercato.domains.orders.models import Order, OrderItem, OrderLineItem, OrderShipping, OrderSummary
from mercato.domains.orders.queries import latest_summary
from mercato.kernel.db import Tx
from mercato.kernel.numbers import next_numbers


@dataclass(frozen=True)
class Step:
    """One action of a change."""

    action: str
    details: dict[str, Any]
    reference: str | None = None
    reference_id: str | None = None
    amount: Decimal | None = None


async def confirm_change(
    tx: Tx,
    order: Order,
    items: Sequence[tuple[OrderItem, OrderLineItem]],
    steps: Sequence[Step],
    *,
    created_by: str | None = None,
) -> OrderChange:
    """Records what the caller has done to the locked order as a confirmed change of its next version."""
    order.version += 1
    change = OrderChange(
        order_id=order.id,
        version=order.version,
        status=ChangeStatus.CONFIRMED,
        created_by=created_by,
        confirmed_at=tx.now,
    )
    for item, line in items:
        item.version = order.version
        # From its second version on an item carries the price that holds for it.
        item.unit_price = item.unit_price if item.unit_price is not None else line.unit_price
    tx.add(change, *await _actions(tx, order, change, steps), await _summary(tx, order))
    moved = update(OrderShipping).where(OrderShipping.order_id == order.id, OrderShipping.deleted_at.is_(None))
    await tx.execute(moved.values(version=order.version))
    await tx.flush()
    return change


async def _actions(tx: Tx, order: Order, change: OrderChange, steps: Sequence[Step]) -> list[OrderChangeAction]:
    numbers = await next_numbers(tx, "order_change_action", len(steps))
    return [
        OrderChangeAction(
            order_id=order.id,
            order_change_id=change.id,
            version=order.version,
            ordering=number,
            action=step.action,
            details=step.details,
            reference=step.reference,
            reference_id=step.reference_id,
            amount=step.amount,
            applied=True,
        )
        for number, step in zip(numbers, steps, strict=True)
    ]


async def _summary(tx: Tx, order: Order) -> OrderSummary:
    former = await latest_summary(tx, order.id)
    totals = dict(former.totals) if former is not None else {}
    current = totals.get("current_order_total", 0)
    # Parcels move goods, not money: what the order came to before this change it comes to after it.
    totals |= {"original_order_total": current, "credit_line_total": 0}
    return OrderSummary(order_id=order.id, version=order.version, totals=totals)
