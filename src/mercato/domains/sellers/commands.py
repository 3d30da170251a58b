"""Writing sellers and their members."""

from typing import Any

from mercato.domains.sellers.events import SellerCreated, SellerStatusChanged
from mercato.domains.sellers.links import SellerPayoutAccount, SellerProduct, SellerStockLocation
from mercato.domains.sellers.models import Member, MemberRole, Seller, SellerOnboarding, StoreStatus
from mercato.domains.sellers.queries import find_onboarding, owns_any
from mercato.domains.sellers.rules import handle_of
from mercato.domains.sellers.schemas import UpdateOwnSeller
from mercato.kernel.db import Tx


async def create_seller(tx: Tx, *, seller: dict[str, Any], member: dict[str, Any]) -> tuple[Seller, Member]:
    """A seller with its owner and an empty checklist.

    Raises:
        Invalid: when another seller has the handle that the name makes, or the name makes none.
    """
    shop = Seller(**seller, handle=handle_of(seller["name"]))
    owner = Member(**member, role=MemberRole.OWNER, seller_id=shop.id)
    tx.add(shop)
    await tx.flush()
    tx.add(owner, SellerOnboarding(seller_id=shop.id))
    await tx.flush()
    tx.emit(SellerCreated(id=shop.id))
    return shop, owner


async def update_seller(tx: Tx, id: str, data: UpdateOwnSeller) -> Seller:
    """Changes what was sent; a new name makes a new handle.

    Raises:
        NotFound: for an unknown seller.
        Invalid: when another seller has the new handle, or the name makes none.
    """
    seller = await tx.lock(Seller, id)
    given = data.given()
    status: StoreStatus | None = given.pop("store_status", None)
    for field, value in given.items():
        setattr(seller, field, value)
    if "name" in given:
        seller.handle = handle_of(seller.name)
    if status is not None and status != seller.store_status:
        seller.store_status = status
        tx.emit(SellerStatusChanged(id=seller.id, store_status=status.value))
    await tx.flush()
    return seller


async def check_onboarding(tx: Tx, seller_id: str) -> SellerOnboarding:
    """Reckons the checklist of a seller anew; a seller that has none gets one.

    Raises:
        NotFound: for an unknown seller.
    """
    # The lock lets only one of several calls make the row.
    seller = await tx.lock(Seller, seller_id)
    onboarding = await find_onboarding(tx, seller_id)
    if onboarding is None:
        onboarding = SellerOnboarding(seller_id=seller_id)
        tx.add(onboarding)
    onboarding.store_information = seller.described
    onboarding.locations_shipping = await owns_any(tx, SellerStockLocation, seller_id)
    onboarding.products = await owns_any(tx, SellerProduct, seller_id)
    onboarding.stripe_connection = await owns_any(tx, SellerPayoutAccount, seller_id)
    await tx.flush()
    return onboarding
