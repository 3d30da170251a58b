"""Writing invites."""

import hmac
from datetime import timedelta
from typing import Final
from uuid import uuid4

from mercato.domains.identity.commands.users import add_user
from mercato.domains.identity.events import InviteAccepted, InviteCreated, InviteDeleted, InviteResent
from mercato.domains.identity.models import Invite, User
from mercato.domains.identity.queries import email_key, find_user_by_email
from mercato.domains.identity.schemas import AcceptInvite, CreateInvite
from mercato.kernel.auth.actor import Actor
from mercato.kernel.auth.tokens import Tokens
from mercato.kernel.db import Tx
from mercato.kernel.errors import Invalid, NotFound, Unauthenticated

LIFETIME: Final = timedelta(hours=24)


async def create_invite(tx: Tx, tokens: Tokens, data: CreateInvite) -> Invite:
    """Invites somebody to become an operator.

    Raises:
        Invalid: when the e-mail is an operator's, or has an open invite.
    """
    email = email_key(data.email)
    if await find_user_by_email(tx, email) is not None:
        raise Invalid(f"User account for following email(s) already exist: {email}")
    invite = Invite(email=email, token="", expires_at=tx.now + LIFETIME, metadata_=data.metadata)
    _give_token(tx, tokens, invite)
    tx.add(invite)
    await tx.flush()
    tx.emit(InviteCreated(id=invite.id))
    return invite


async def resend_invite(tx: Tx, tokens: Tokens, id: str) -> Invite:
    """A new token, which takes the place of the old one.

    Raises:
        Invalid: for an unknown invite.
    """
    try:
        invite = await tx.lock(Invite, id)
    except NotFound:
        raise Invalid(f"The following invites do not exist: {id}") from None
    _give_token(tx, tokens, invite)
    await tx.flush()
    tx.emit(InviteResent(id=invite.id))
    return invite


async def delete_invite(tx: Tx, id: str) -> None:
    """Withdraws an invite; one that is gone already is no error."""
    invite = await tx.find(Invite, id)
    if invite is not None:
        await tx.delete(invite)
        tx.emit(InviteDeleted(id=id))


async def accept_invite(tx: Tx, tokens: Tokens, caller: Actor, *, token: str, data: AcceptInvite) -> User:
    """Makes the caller an operator.

    Raises:
        Invalid: when the caller is one already, or gives another e-mail than was invited.
        Unauthenticated: for a token that is not that of an open invite.
    """
    if caller.registered:
        raise Invalid("The user is already authenticated and cannot accept an invite.")
    invite = await _open_invite(tx, tokens, token)
    if data.email is not None and email_key(data.email) != invite.email:
        raise Invalid("The email is not the one that was invited.")
    user = await add_user(
        tx, caller.auth_identity_id, email=invite.email, first_name=data.first_name, last_name=data.last_name
    )
    invite.accepted = True
    await tx.delete(invite)
    tx.emit(InviteAccepted(id=invite.id))
    return user


async def _open_invite(tx: Tx, tokens: Tokens, token: str) -> Invite:
    claims = tokens.read_invite(token)
    if claims is None:
        raise Unauthenticated()
    try:
        invite = await tx.lock(Invite, claims.id)
    except NotFound:
        raise Unauthenticated() from None
    # Only the token that is stored: one from before a resend is void.
    same = hmac.compare_digest(invite.token.encode(), token.encode())
    if not same or invite.accepted or invite.expires_at <= tx.now:
        raise Unauthenticated()
    return invite


def _give_token(tx: Tx, tokens: Tokens, invite: Invite) -> None:
    claims = {"id": invite.id, "email": invite.email, "jti": str(uuid4())}
    invite.expires_at = tx.now + LIFETIME
    invite.token = tokens.invite(claims, tx.now, invite.expires_at)
