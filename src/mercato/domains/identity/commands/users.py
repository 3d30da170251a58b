"""Writing operators."""

from mercato.domains.identity.commands.logins import bind_account, open_identity, release_account
from mercato.domains.identity.events import UserCreated, UserDeleted, UserUpdated
from mercato.domains.identity.models import User
from mercato.domains.identity.queries import email_key
from mercato.domains.identity.schemas import UpdateUser
from mercato.kernel.auth.actor import Actor, ActorType
from mercato.kernel.db import Db, Tx
from mercato.kernel.errors import NotAllowed, NotFound
from mercato.kernel.text import merge_metadata


async def create_user(db: Db, email: str, password: str) -> User:
    """An operator who can log in at once (command line, first start).

    Raises:
        Unauthorized: when the e-mail can log in already with another password.
        Invalid: when it is an operator's.
    """
    identity = await open_identity(db, email, password)
    async with db.tx() as tx:
        return await add_user(tx, identity.id, email=email)


async def add_user(
    tx: Tx, auth_identity_id: str, *, email: str, first_name: str | None = None, last_name: str | None = None
) -> User:
    """An operator's account for an identity.

    Raises:
        Invalid: when the e-mail is an operator's, or the identity has an operator's account.
    """
    user = User(email=email_key(email), first_name=first_name, last_name=last_name)
    tx.add(user)
    await tx.flush()
    await bind_account(tx, auth_identity_id, ActorType.USER, user.id)
    tx.emit(UserCreated(id=user.id))
    return user


async def update_user(tx: Tx, id: str, data: UpdateUser) -> User:
    """Changes what was sent.

    Raises:
        NotFound: for an unknown user.
    """
    try:
        user = await tx.lock(User, id)
    except NotFound:
        raise NotFound(f'User with id "{id}" not found') from None
    given = data.given()
    if "metadata" in given:
        user.metadata_ = merge_metadata(user.metadata_, given.pop("metadata"))
    for field, value in given.items():
        setattr(user, field, value)
    await tx.flush()
    tx.emit(UserUpdated(id=user.id))
    return user


async def delete_user(tx: Tx, caller: Actor, id: str) -> None:
    """Removes the caller's own account. The login stays, without it.

    Raises:
        NotAllowed: for anybody else's.
    """
    if caller.id != id:
        raise NotAllowed("You are not allowed to delete other users")
    user = await tx.lock(User, id)
    await tx.delete(user)
    await release_account(tx, ActorType.USER, caller.auth_identity_id)
    tx.emit(UserDeleted(id=id))
