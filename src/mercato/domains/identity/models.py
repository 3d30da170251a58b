"""Tables of identities (who can log in), operators, their invites, API keys and sessions."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from mercato.kernel.auth.actor import ActorType
from mercato.kernel.db import HasMetadata, Record, index_live, unique_live


class AuthIdentity(Record, prefix="authid"):
    """A person who can log in. `app_metadata` names the accounts: `{user_id, customer_id, seller_id}`, each optional.

    For sellers the account is the *member*. One identity may serve several actor types.
    """

    __tablename__ = "auth_identity"

    app_metadata: Mapped[dict[str, Any] | None]

    def account(self, actor_type: str) -> str:
        """The id of the account of this type, or the empty text."""
        return (self.app_metadata or {}).get(f"{actor_type}_id") or ""

    def bind(self, actor_type: str, account: str | None) -> None:
        """Sets or (with None) clears the account of this type."""
        self.app_metadata = {**(self.app_metadata or {}), f"{actor_type}_id": account}

    @property
    def has_account(self) -> bool:
        """Whether any account of any type was ever bound, living or not."""
        return bool(self.app_metadata)


class ProviderIdentity(Record, prefix="provid"):
    """One way for an identity to log in. Of `emailpass` the entity is the lower-case e-mail, the secret a hash."""

    __tablename__ = "provider_identity"
    __table_args__ = (
        unique_live("provider_identity", "entity_id", "provider"),
        index_live("provider_identity", "auth_identity_id"),
    )

    entity_id: Mapped[str]
    provider: Mapped[str]
    auth_identity_id: Mapped[str] = mapped_column(ForeignKey("auth_identity.id"))
    user_metadata: Mapped[dict[str, Any] | None]
    provider_metadata: Mapped[dict[str, Any] | None]


class User(Record, HasMetadata, prefix="user"):
    """An operator."""

    __tablename__ = "user"
    __table_args__ = (unique_live("user", "email"),)

    first_name: Mapped[str | None]
    last_name: Mapped[str | None]
    email: Mapped[str]
    avatar_url: Mapped[str | None]


class Invite(Record, HasMetadata, prefix="invite"):
    """An invitation to become an operator."""

    __tablename__ = "invite"
    __table_args__ = (unique_live("invite", "email"),)

    email: Mapped[str]
    accepted: Mapped[bool] = mapped_column(default=False)
    token: Mapped[str]
    expires_at: Mapped[datetime]


class ApiKeyType(StrEnum):
    """Publishable keys name sales channels to the storefront; secret keys act for the operator."""

    PUBLISHABLE = "publishable"
    SECRET = "secret"  # noqa: S105 (the word of the contract)


class ApiKey(Record, prefix="apk"):
    """A key of a machine. A secret's token is shown once and kept as a hash only; its `token` is empty ever after."""

    __tablename__ = "api_key"
    __table_args__ = (
        Index("uq_api_key_token_hash", "token_hash", unique=True),
        index_live("api_key", "created_at", "id"),
    )
    __label__ = "API Key"
    __private__ = "token_hash"

    title: Mapped[str]
    token: Mapped[str]
    redacted: Mapped[str]
    type: Mapped[ApiKeyType]
    last_used_at: Mapped[datetime | None]
    created_by: Mapped[str]
    revoked_at: Mapped[datetime | None]
    revoked_by: Mapped[str | None]
    token_hash: Mapped[str]


class PublishableApiKeySalesChannel(Record, prefix="pksc"):
    """A sales channel that a publishable key opens."""

    __tablename__ = "publishable_api_key_sales_channel"
    __table_args__ = (
        unique_live("publishable_api_key_sales_channel", "publishable_key_id", "sales_channel_id"),
        index_live("publishable_api_key_sales_channel", "sales_channel_id"),
    )

    publishable_key_id: Mapped[str]
    sales_channel_id: Mapped[str]


class AuthSession(Record, prefix="ases"):
    """A login kept by a cookie. The row is what makes the cookie void after the logout; it stores a hash of it."""

    __tablename__ = "auth_session"
    __table_args__ = (Index("uq_auth_session_token_hash", "token_hash", unique=True),)

    token_hash: Mapped[str]
    auth_identity_id: Mapped[str]
    actor_type: Mapped[ActorType]
    actor_id: Mapped[str]
    expires_at: Mapped[datetime]
