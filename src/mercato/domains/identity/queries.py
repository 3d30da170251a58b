"""Questions about logins, users and keys."""

from collections.abc import Sequence

from sqlalchemy import Select, select

from mercato.domains.identity.models import (
    AuthIdentity,
    AuthSession,
    Invite,
    ProviderIdentity,
    PublishableApiKeySalesChannel,
    User,
)
from mercato.kernel.db import Tx

EMAILPASS = "emailpass"


def email_key(email: str) -> str:
    """The form in which e-mails are compared and stored: without case."""
    return email.strip().lower()


async def find_login(tx: Tx, provider: str, entity_id: str) -> ProviderIdentity | None:
    """The login of this provider and name."""
    query = select(ProviderIdentity).where(
        ProviderIdentity.entity_id == entity_id,
        ProviderIdentity.provider == provider,
        ProviderIdentity.deleted_at.is_(None),
    )
    return await tx.scalar(query)


async def find_emailpass(tx: Tx, email: str) -> ProviderIdentity | None:
    """The login by password of an e-mail."""
    return await find_login(tx, EMAILPASS, email_key(email))


async def find_identity(tx: Tx, id: str) -> AuthIdentity | None:
    """A living identity."""
    return await tx.find(AuthIdentity, id)


async def find_user_by_email(tx: Tx, email: str) -> User | None:
    """The living operator of an e-mail."""
    return await tx.scalar(select(User).where(User.email == email_key(email), User.deleted_at.is_(None)))


async def find_open_invite(tx: Tx, email: str) -> Invite | None:
    """The living invite of an e-mail."""
    return await tx.scalar(select(Invite).where(Invite.email == email_key(email), Invite.deleted_at.is_(None)))


async def find_session(tx: Tx, token_hash: str) -> AuthSession | None:
    """A session that has not ended."""
    query = select(AuthSession).where(
        AuthSession.token_hash == token_hash, AuthSession.expires_at > tx.now, AuthSession.deleted_at.is_(None)
    )
    return await tx.scalar(query)


def find_key_links(
    key_ids: Sequence[str], channel_ids: Sequence[str] | None = None
) -> Select[PublishableApiKeySalesChannel]:
    """The living links of these keys to (these, or all) sales channels."""
    link = PublishableApiKeySalesChannel
    query = select(link).where(link.publishable_key_id.in_(key_ids), link.deleted_at.is_(None))
    return query if channel_ids is None else query.where(link.sales_channel_id.in_(channel_ids))
