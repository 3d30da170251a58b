"""Signed tokens: of callers, of password resets, of invitations. One secret; their claims tell them apart."""

from datetime import datetime, timedelta
from typing import Any, Final, TypeVar

import msgspec
from jwt.algorithms import HMACAlgorithm
from jwt.api_jws import PyJWS
from jwt.exceptions import InvalidTokenError

from mercato.kernel import clock
from mercato.kernel.auth.actor import LOGIN_TYPES, Actor, ActorType

CALLER_LIFETIME: Final = timedelta(hours=24)
RESET_LIFETIME: Final = timedelta(minutes=15)
_ALGORITHM: Final = "HS256"
_MOST_CLAIMS: Final = 4_000


class CallerClaims(msgspec.Struct, frozen=True, kw_only=True):
    """What the token of a caller says. `actor_id` is empty when the identity has no account of this type."""

    actor_id: str
    actor_type: ActorType
    auth_identity_id: str
    app_metadata: dict[str, Any] = {}
    user_metadata: dict[str, Any] = {}
    iat: int = 0
    exp: int = 0

    @property
    def actor(self) -> Actor:
        """The caller."""
        return Actor(self.actor_type, self.actor_id, self.auth_identity_id)


class ResetClaims(msgspec.Struct, frozen=True, kw_only=True):
    """What a reset token says. `proof` is bound to the password it replaces, which makes the token single-use."""

    entity_id: str
    provider: str
    actor_type: str
    proof: str


class InviteClaims(msgspec.Struct, frozen=True, kw_only=True):
    """What the token of an invitation says."""

    id: str
    email: str = ""


class _Expiring(msgspec.Struct, frozen=True):
    exp: int | float


class _AnyLength(HMACAlgorithm):
    """The library would warn of a short secret at every token; the settings and `mercato doctor` say it once."""

    def check_key_length(self, key: bytes) -> str | None:
        """Never a warning."""
        return None


C = TypeVar("C", bound=msgspec.Struct)


class Tokens:
    """Makes and reads tokens under the secret of the installation."""

    def __init__(self, secret: str) -> None:
        self._secret = secret.encode()
        self._jws = PyJWS(algorithms=[_ALGORITHM])
        self._jws.unregister_algorithm(_ALGORITHM)
        self._jws.register_algorithm(_ALGORITHM, _AnyLength(HMACAlgorithm.SHA256))

    def caller(self, actor: Actor, now: datetime) -> str:
        """The token of a login: 24 hours."""
        return self._sign(msgspec.to_builtins(caller_claims(actor, now)))

    def read_caller(self, token: str) -> CallerClaims | None:
        """The claims of a caller's token, or None when it is not one or no longer valid."""
        claims = self._read(token, CallerClaims)
        return claims if claims is not None and claims.actor_type in LOGIN_TYPES else None

    def reset(self, claims: ResetClaims, now: datetime) -> str:
        """The token of a password reset: 15 minutes."""
        return self._sign({**msgspec.to_builtins(claims), **_lifetime(now, now + RESET_LIFETIME)})

    def read_reset(self, token: str) -> ResetClaims | None:
        """The claims of a reset token, or None."""
        return self._read(token, ResetClaims)

    def invite(self, claims: dict[str, str], now: datetime, expires_at: datetime) -> str:
        """The token of an invitation."""
        return self._sign({**claims, **_lifetime(now, expires_at)})

    def read_invite(self, token: str) -> InviteClaims | None:
        """The claims of an invitation's token, or None."""
        return self._read(token, InviteClaims)

    def _sign(self, claims: dict[str, Any]) -> str:
        return self._jws.encode(msgspec.json.encode(claims), self._secret, algorithm=_ALGORITHM)

    def _read(self, token: str, kind: type[C]) -> C | None:
        if not token or len(token) > _MOST_CLAIMS:
            return None
        try:
            payload = self._jws.decode(token, self._secret, algorithms=[_ALGORITHM])
            expires = msgspec.json.decode(payload, type=_Expiring).exp
            return msgspec.json.decode(payload, type=kind) if expires > clock.now().timestamp() else None
        except (InvalidTokenError, msgspec.DecodeError, UnicodeError):
            return None


def caller_claims(actor: Actor, now: datetime) -> CallerClaims:
    """What a token of this caller says when it is made now."""
    issued = int(now.timestamp())
    return CallerClaims(
        actor_id=actor.id,
        actor_type=actor.type,
        auth_identity_id=actor.auth_identity_id,
        app_metadata={f"{actor.type}_id": actor.id} if actor.registered else {},
        iat=issued,
        exp=issued + int(CALLER_LIFETIME.total_seconds()),
    )


def _lifetime(now: datetime, expires_at: datetime) -> dict[str, int]:
    return {"iat": int(now.timestamp()), "exp": int(expires_at.timestamp())}
