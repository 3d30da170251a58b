"""The one who calls."""

from dataclasses import dataclass
from enum import StrEnum


class ActorType(StrEnum):
    """Kinds of callers. The first three log in; the last is a secret API key."""

    USER = "user"
    CUSTOMER = "customer"
    SELLER = "seller"
    API_KEY = "api-key"


LOGIN_TYPES = (ActorType.USER, ActorType.CUSTOMER, ActorType.SELLER)


@dataclass(frozen=True, slots=True)
class Actor:
    """A caller whose credentials hold. `id` is empty for an identity that has no account of this type yet.

    `id` is a user's, a customer's, a *member's* (of a seller) or an API key's.
    """

    type: ActorType
    id: str
    auth_identity_id: str

    @property
    def registered(self) -> bool:
        """Whether the identity has an account of its actor type."""
        return self.id != ""
