"""Whether what a shopper asks for lies on the shelves that the cart's channel sells from."""

from collections.abc import Collection, Mapping, Sequence

from mercato.domains.carts.models import CartLineItem
from mercato.domains.carts.queries import Basket
from mercato.domains.catalog.models import ProductVariant
from mercato.domains.inventory.queries import require_stock
from mercato.domains.inventory.rules import Want
from mercato.kernel.db import Tx


async def check_stock(tx: Tx, basket: Basket, changed: Collection[str], variants: Mapping[str, ProductVariant]) -> None:
    """Refuses the changed lines of a basket, by their ids, when they cannot be served beside its other lines.

    Raises:
        Invalid: a variant consists of nothing, or lies only where the channel does not sell from.
        NotAllowed: less is free than is wanted.
    """
    asked = [line for line in basket.lines if line.id in changed]
    others = [line for line in basket.lines if line.id not in changed]
    wants = _wants(asked, variants)
    if wants:
        await require_stock(tx, wants, others=_wants(others, variants), sales_channel_id=basket.cart.sales_channel_id)


def _wants(lines: Sequence[CartLineItem], variants: Mapping[str, ProductVariant]) -> list[Want]:
    """What counted goods of the lines need; variants that are gone are the till's business."""
    found = ((line, variants.get(line.variant_id or "")) for line in lines)
    return [
        Want(line.id, variant.id, line.quantity, variant.allow_backorder)
        for line, variant in found
        if variant is not None and variant.manage_inventory
    ]
