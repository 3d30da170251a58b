"""Invitations to become an operator: `/admin/invites`."""

from litestar import Router, delete, get, post

from mercato.domains.identity.commands import invites
from mercato.domains.identity.schemas import AcceptInvite, CreateInvite
from mercato.domains.identity.views import INVITE, USER
from mercato.kernel.auth.actor import Actor
from mercato.kernel.auth.tokens import Tokens
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, deleted, listing, show
from mercato.kernel.http.params import QueryBody
from mercato.kernel.reader.view import Listing, Selection


class Accepted(QueryBody):
    """Which invite is accepted."""

    token: str


@get("/", view=INVITE)
async def list_invites(tx: Tx, query: Listing) -> Answer:
    """Open invites."""
    return await listing(tx, query)


@get("/{id:str}", view=INVITE)
async def get_invite(tx: Tx, id: str, fields: Selection) -> Answer:
    """One invite."""
    return await show(tx, fields, id)


@post("/", status_code=200, view=INVITE)
async def create_invite(tx: Tx, tokens: Tokens, data: CreateInvite, fields: Selection) -> Answer:
    """Invites somebody."""
    invite = await invites.create_invite(tx, tokens, data)
    return await show(tx, fields, invite.id)


@post("/{id:str}/resend", status_code=200, view=INVITE)
async def resend_invite(tx: Tx, tokens: Tokens, id: str, fields: Selection) -> Answer:
    """A new token in place of the old one."""
    invite = await invites.resend_invite(tx, tokens, id)
    return await show(tx, fields, invite.id)


@delete("/{id:str}", status_code=200)
async def delete_invite(tx: Tx, id: str) -> Answer:
    """Withdraws an invite."""
    await invites.delete_invite(tx, id)
    return deleted(id, "invite")


@post("/accept", status_code=200, view=USER)
async def accept_invite(
    tx: Tx, tokens: Tokens, actor: Actor, *, data: AcceptInvite, accepted: Accepted, fields: Selection
) -> Answer:
    """Makes the caller, who has no account yet, an operator."""
    user = await invites.accept_invite(tx, tokens, actor, token=accepted.token, data=data)
    return await show(tx, fields, user.id)


router = Router(
    "/invites",
    route_handlers=[list_invites, get_invite, create_invite, resend_invite, delete_invite, accept_invite],
)
