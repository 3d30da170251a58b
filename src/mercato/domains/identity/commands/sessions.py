"""Logins that a browser keeps as a cookie."""

from sqlalchemy import delete

from mercato.domains.identity.models import AuthIdentity, AuthSession
from mercato.domains.identity.queries import find_session
from mercato.kernel.auth.actor import Actor
from mercato.kernel.auth.freshness import access_changed
from mercato.kernel.auth.session import LIFETIME, session_hash
from mercato.kernel.db import Tx
from mercato.kernel.errors import Unauthenticated


async def start_session(tx: Tx, actor: Actor, session_id: str) -> AuthSession:
    """Keeps the login of a registered caller for ten hours.

    Raises:
        Unauthenticated: for a caller without an account, or whose account is gone.
    """
    identity = await tx.find(AuthIdentity, actor.auth_identity_id) if actor.registered else None
    if identity is None or identity.account(actor.type) != actor.id:
        raise Unauthenticated()
    session = AuthSession(
        token_hash=session_hash(session_id),
        auth_identity_id=actor.auth_identity_id,
        actor_type=actor.type,
        actor_id=actor.id,
        expires_at=tx.now + LIFETIME,
    )
    tx.add(session)
    await tx.flush()
    return session


async def end_session(tx: Tx, session_id: str | None) -> None:
    """Voids the cookie.

    Raises:
        Unauthenticated: when there is no such session.
    """
    session = await find_session(tx, session_hash(session_id)) if session_id else None
    if session is None:
        raise Unauthenticated()
    await tx.execute(delete(AuthSession).where(AuthSession.id == session.id))
    tx.after_commit(access_changed)


async def remove_expired_sessions(tx: Tx) -> None:
    """Deletes the rows of cookies that are void by their age."""
    await tx.execute(delete(AuthSession).where(AuthSession.expires_at < tx.now))


async def end_sessions(tx: Tx, auth_identity_id: str) -> None:
    """Voids every cookie of an identity."""
    await tx.execute(delete(AuthSession).where(AuthSession.auth_identity_id == auth_identity_id))
    tx.after_commit(access_changed)
