"""The codes on a cart."""

from collections.abc import Sequence

from sqlalchemy import select

from mercato.domains.carts.models import Cart, CartPromotion
from mercato.domains.carts.queries import details_of, load_basket, open_cart
from mercato.domains.promotions.models import Promotion
from mercato.flows.carts.refresh import recompute
from mercato.kernel.db import Tx
from mercato.kernel.errors import Invalid


async def add_codes(tx: Tx, cart_id: str, codes: Sequence[str]) -> None:
    """Puts codes on a cart; an empty list takes all off.

    Raises:
        NotFound: an unknown cart.
        Invalid: any of the codes is unknown.
    """
    cart = await open_cart(tx, cart_id)
    if await unknown_codes(tx, codes):
        raise Invalid("Some of the promotion codes are invalid")
    if not codes:
        await tx.delete(*await _promotions(tx, cart_id))
    await _recompute(tx, cart)


async def remove_codes(tx: Tx, cart_id: str, codes: Sequence[str]) -> None:
    """Takes codes off a cart; those that are not on it do not matter.

    Raises:
        NotFound: an unknown cart.
    """
    cart = await open_cart(tx, cart_id)
    await tx.delete(*await _promotions(tx, cart_id, codes))
    await _recompute(tx, cart)


async def require_codes(tx: Tx, codes: Sequence[str]) -> None:
    """Refuses codes that come with a new or changed cart.

    Raises:
        Invalid: naming the first that is unknown.
    """
    unknown = await unknown_codes(tx, codes)
    if unknown:
        raise Invalid(f"The promotion code {unknown[0]} is invalid")


async def unknown_codes(tx: Tx, codes: Sequence[str]) -> list[str]:
    """Those of the codes that no promotion has. Letters count as typed."""
    wanted = list(dict.fromkeys(codes))
    query = select(Promotion.code).where(Promotion.code.in_(wanted), Promotion.deleted_at.is_(None))
    known = set(await tx.scalars(query)) if wanted else set[str]()
    return [code for code in wanted if code not in known]


async def _promotions(tx: Tx, cart_id: str, codes: Sequence[str] | None = None) -> list[CartPromotion]:
    """What works on a cart, all of it or what has one of these codes."""
    query = (
        select(CartPromotion)
        .join(Promotion, Promotion.id == CartPromotion.promotion_id)
        .where(CartPromotion.cart_id == cart_id, CartPromotion.deleted_at.is_(None))
    )
    return await tx.scalars(query if codes is None else query.where(Promotion.code.in_(list(codes))))


async def _recompute(tx: Tx, cart: Cart) -> None:
    basket = await load_basket(tx, cart)
    await recompute(tx, basket, await details_of(tx, basket))
