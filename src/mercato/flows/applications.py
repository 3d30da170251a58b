"""From an application to a seller: what an applicant sends and what its acceptance makes."""

from typing import Any

from sqlalchemy import select

from mercato.domains.identity.models import AuthIdentity, ProviderIdentity
from mercato.domains.requests.commands import submit_request
from mercato.domains.requests.models import Request, RequestStatus, RequestType
from mercato.domains.requests.queries import find_request_of
from mercato.domains.sellers.commands import create_seller
from mercato.domains.sellers.links import SellerShippingProfile
from mercato.domains.sellers.models import Member
from mercato.domains.sellers.rules import handle_of
from mercato.domains.sellers.schemas import ApplyAsSeller
from mercato.domains.shipping.models import ShippingProfile
from mercato.kernel.auth.actor import Actor
from mercato.kernel.db import Tx
from mercato.kernel.errors import Conflict, Invalid, NotFound


async def apply_as_seller(tx: Tx, actor: Actor, data: ApplyAsSeller) -> Request:
    """An application of a login that has no seller yet. A rejected applicant may apply again.

    Raises:
        Invalid: when the login belongs to a seller already, or the name makes no handle.
        Conflict: when an application of this login waits or was accepted.
    """
    # A name that no shop can have is refused at once, not first when the operator accepts it.
    handle_of(data.name)
    if actor.id:
        raise Invalid("Request already authenticated as a seller.")
    login = await _login_of(tx, actor.auth_identity_id)
    # Two applications sent at once are told apart by the lock on the login.
    await tx.lock(AuthIdentity, actor.auth_identity_id)
    open_states = (RequestStatus.PENDING, RequestStatus.ACCEPTED, RequestStatus.DRAFT)
    if await find_request_of(tx, RequestType.SELLER, login.id, statuses=open_states) is not None:
        raise Conflict("Request already exists!")
    application: dict[str, Any] = data.application()
    application["auth_identity_id"] = actor.auth_identity_id
    application["provider_identity_id"] = login.entity_id
    return await submit_request(tx, kind=RequestType.SELLER, data=application, submitter_id=login.id, seller_id=None)


async def open_seller(tx: Tx, application: dict[str, Any]) -> Member:
    """The seller of an accepted application: with its owner, default shipping profile, and the login bound to it.

    Raises:
        Invalid: when another seller has the handle, or the login has become a seller otherwise.
    """
    identity = await tx.lock(AuthIdentity, application["auth_identity_id"])
    if (identity.app_metadata or {}).get("seller_id"):
        raise Invalid("The applicant is a member of a seller already")
    seller, owner = await create_seller(tx, seller=application["seller"], member=application["member"])
    profile = ShippingProfile(name=f"{seller.id}:Default shipping profile", type="default")
    tx.add(profile, SellerShippingProfile(seller_id=seller.id, shipping_profile_id=profile.id))
    # The actor of a seller's token is the member, not the seller.
    identity.app_metadata = {**(identity.app_metadata or {}), "seller_id": owner.id}
    await tx.flush()
    return owner


async def _login_of(tx: Tx, auth_identity_id: str) -> ProviderIdentity:
    query = select(ProviderIdentity).where(
        ProviderIdentity.auth_identity_id == auth_identity_id, ProviderIdentity.deleted_at.is_(None)
    )
    login = await tx.scalar(query.order_by(ProviderIdentity.id))
    if login is None:
        raise NotFound(f"Auth identity with id: {auth_identity_id} was not found")
    return login
