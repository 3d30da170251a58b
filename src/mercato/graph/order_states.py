"""States of orders and sets as SQL, for filters: the rules of `domains/orders/rules.py`, over many rows."""

from typing import Final

from mercato.domains.orders.models import Order
from mercato.domains.orders.set_models import OrderSet
from mercato.kernel.reader.view import Model, SqlText

_COUNTS: Final = """
    SELECT count(CASE WHEN f.canceled_at IS NULL THEN 1 END) AS standing,
           count(CASE WHEN f.canceled_at IS NOT NULL THEN 1 END) AS canceled,
           count(CASE WHEN f.canceled_at IS NULL AND f.delivered_at IS NOT NULL THEN 1 END) AS delivered,
           count(CASE WHEN f.canceled_at IS NULL AND f.delivered_at IS NULL AND f.shipped_at IS NOT NULL
                 THEN 1 END) AS shipped,
           count(CASE WHEN f.canceled_at IS NULL AND f.delivered_at IS NULL AND f.shipped_at IS NULL
                      AND f.packed_at IS NOT NULL THEN 1 END) AS packed,
           (SELECT count(*) FROM order_item i WHERE i.order_id = {t}.id AND i.deleted_at IS NULL
                   AND i.fulfilled_quantity < i.quantity) AS open
    FROM order_fulfillment l JOIN fulfillment f ON f.id = l.fulfillment_id
    WHERE l.order_id = {t}.id AND l.deleted_at IS NULL AND f.deleted_at IS NULL
"""
# The texts are put together from constants of this module alone.
_OF_ORDER: Final = f"""
    (SELECT CASE
        WHEN delivered > 0 THEN CASE WHEN delivered = standing AND open = 0 THEN '' ELSE 'partially_' END || 'delivered'
        WHEN shipped > 0 THEN CASE WHEN shipped = standing AND open = 0 THEN '' ELSE 'partially_' END || 'shipped'
        WHEN packed > 0 THEN CASE WHEN packed = standing AND open = 0 THEN '' ELSE 'partially_' END || 'fulfilled'
        WHEN canceled > 0 THEN 'canceled' ELSE 'not_fulfilled' END
     FROM ({_COUNTS}) AS counted)
"""  # noqa: S608
_OF_SET: Final = f"""
    (SELECT CASE
        WHEN count(*) = 0 THEN 'not_fulfilled'
        WHEN min(state) = max(state) AND min(state) IN ('canceled', 'delivered', 'fulfilled', 'shipped') THEN min(state)
        WHEN max(CASE WHEN state IN ('delivered', 'partially_delivered') THEN 1 ELSE 0 END) = 1
            THEN 'partially_delivered'
        WHEN max(CASE WHEN state IN ('shipped', 'partially_shipped') THEN 1 ELSE 0 END) = 1 THEN 'partially_shipped'
        WHEN max(CASE WHEN state IN ('fulfilled', 'partially_fulfilled') THEN 1 ELSE 0 END) = 1
            THEN 'partially_fulfilled'
        ELSE 'not_fulfilled' END
     FROM (SELECT {_OF_ORDER.replace("{t}", "o")} AS state
           FROM marketplace_order_set_order_order s JOIN "order" o ON o.id = s.order_id
           WHERE s.order_set_id = {{t}}.id AND s.deleted_at IS NULL AND o.deleted_at IS NULL) AS states)
"""  # noqa: S608

VIRTUAL: Final[dict[Model, dict[str, SqlText]]] = {
    Order: {"fulfillment_state": SqlText(_OF_ORDER)},
    OrderSet: {"fulfillment_state": SqlText(_OF_SET)},
}
