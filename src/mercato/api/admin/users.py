"""Operators: `/admin/users`."""

from litestar import Router, delete, get, post

from mercato.api.access import CurrentUser
from mercato.domains.identity.commands import users
from mercato.domains.identity.schemas import UpdateUser
from mercato.domains.identity.views import USER
from mercato.kernel.auth.actor import Actor
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, deleted, listing, show
from mercato.kernel.reader.view import Listing, Selection


@get("/", view=USER)
async def list_users(tx: Tx, query: Listing) -> Answer:
    """All operators."""
    return await listing(tx, query)


@get("/me", view=USER)
async def get_me(tx: Tx, user: CurrentUser, fields: Selection) -> Answer:
    """The caller."""
    return await show(tx, fields, user.id)


@get("/{id:str}", view=USER)
async def get_user(tx: Tx, id: str, fields: Selection) -> Answer:
    """One operator."""
    return await show(tx, fields, id)


@post("/{id:str}", status_code=200, view=USER)
async def update_user(tx: Tx, id: str, data: UpdateUser, fields: Selection) -> Answer:
    """Changes a profile; any operator may change any."""
    user = await users.update_user(tx, id, data)
    return await show(tx, fields, user.id)


@delete("/{id:str}", status_code=200)
async def delete_user(tx: Tx, actor: Actor, id: str) -> Answer:
    """Removes the caller's own account."""
    await users.delete_user(tx, actor, id)
    return deleted(id, "user")


router = Router("/users", route_handlers=[list_users, get_me, get_user, update_user, delete_user])
