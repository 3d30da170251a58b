"""Bodies of logins, users, invites and API keys."""

from decimal import Decimal
from typing import Any

from mercato.domains.identity.models import ApiKeyType
from mercato.kernel.http.body import Body, OpenBody
from mercato.kernel.http.types import Email, Metadata, Opt


class Credentials(OpenBody):
    """A login or a registration. Wrong types are refused as wrong credentials, not as a wrong body."""

    email: Any = None
    password: Any = None


class RequestReset(Body):
    """Who wants a new password."""

    identifier: str


class NewPassword(OpenBody):
    """The new password; whose it is, the token says."""

    password: Any = None


class UpdateUser(Body):
    """What an operator's profile may change."""

    first_name: str | None = None
    last_name: str | None = None
    avatar_url: str | None = None
    metadata: Metadata = None


class CreateInvite(Body):
    """Whom to invite."""

    email: Email
    metadata: Metadata = None


class AcceptInvite(Body):
    """Who the new operator is. The e-mail is the invite's; another one is refused."""

    email: str | None = None
    first_name: str | None = None
    last_name: str | None = None


class CreateApiKey(Body):
    """A new key."""

    title: str
    type: ApiKeyType


class UpdateApiKey(Body):
    """A key's new title."""

    title: str


class RevokeApiKey(Body):
    """In how many seconds the key shall end; at once when absent, zero or negative."""

    revoke_in: Opt[Decimal] = None


class ChangeKeyChannels(Body):
    """Sales channels to open and to close for a publishable key."""

    add: Opt[list[str]] = None
    remove: Opt[list[str]] = None
