"""What operators, invites and API keys show."""

from typing import Any

from mercato.domains.identity.models import ApiKey, ApiKeyType, Invite, User
from mercato.kernel.reader.view import Filters, View

_DATES = "created_at updated_at deleted_at"

USER = View(
    User,
    one="user",
    many="users",
    default="id first_name last_name email avatar_url metadata created_at updated_at deleted_at",
    search="email first_name last_name",
    missing="User with id: {id} was not found",
    filters=Filters(plain="id", text="email first_name last_name", dates=_DATES, q=True),
)
INVITE = View(
    Invite,
    one="invite",
    many="invites",
    default="id email accepted token expires_at metadata created_at updated_at deleted_at",
    search="email",
    missing="Invite with id: {id} was not found",
    filters=Filters(plain="id email", dates=_DATES, q=True, logic=True),
)
API_KEY = View(
    ApiKey,
    one="api_key",
    many="api_keys",
    default="id title token redacted type last_used_at updated_at created_at created_by revoked_at revoked_by "
    "sales_channels.id sales_channels.name",
    limit=20,
    search="title token redacted",
    missing="API Key with id: {id} was not found",
    filters=Filters(
        plain="id title token", enum={"type": ApiKeyType}, dates=f"{_DATES} revoked_at", q=True, logic=True
    ),
)


def shown_once(key: ApiKey, token: str) -> dict[str, Any]:
    """A new key with its token, as no later answer shows it."""
    return {
        "id": key.id,
        "token": token,
        "redacted": key.redacted,
        "title": key.title,
        "type": key.type.value,
        "last_used_at": key.last_used_at,
        "created_by": key.created_by,
        "revoked_by": key.revoked_by,
        "revoked_at": key.revoked_at,
        "created_at": key.created_at,
        "updated_at": key.updated_at,
        "deleted_at": key.deleted_at,
    }
