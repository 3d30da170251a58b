"""Registration, login and passwords.

These take `db`, not `tx`: hashing a password takes tens of milliseconds, during which no transaction may stand open.
"""

import hashlib
from dataclasses import dataclass
from typing import Any, Final

from mercato.domains.identity.commands.sessions import end_sessions
from mercato.domains.identity.events import PasswordResetRequested
from mercato.domains.identity.models import AuthIdentity, ProviderIdentity
from mercato.domains.identity.queries import EMAILPASS, email_key, find_emailpass, find_login
from mercato.domains.identity.schemas import Credentials
from mercato.kernel.auth.actor import LOGIN_TYPES, Actor, ActorType
from mercato.kernel.auth.passwords import hash_password, needs_rehash, verify_password
from mercato.kernel.auth.tokens import ResetClaims, Tokens
from mercato.kernel.db import Db, Tx
from mercato.kernel.errors import Invalid, NotAllowed, NotFound, Unauthenticated, Unauthorized

PROVIDERS: Final[dict[ActorType, frozenset[str]]] = {type: frozenset({EMAILPASS}) for type in LOGIN_TYPES}
EXISTS: Final = "Identity with email already exists"
WRONG: Final = "Invalid email or password"
INVALID_TOKEN: Final = "Invalid token"  # noqa: S105 (a message)


@dataclass(frozen=True, slots=True)
class Login:
    """A login as it was read: the identity behind it and the hash of its password."""

    identity: AuthIdentity
    provider_identity_id: str
    password_hash: str


def login_type(actor_type: str, provider: str) -> ActorType:
    """The actor type of a path, when it may use the provider.

    Raises:
        NotAllowed: for an actor type that does not exist or may not use the provider.
    """
    allowed = next((known for known in LOGIN_TYPES if known == actor_type and provider in PROVIDERS[known]), None)
    if allowed is None:
        raise NotAllowed(f"The actor type {actor_type} is not allowed to use the auth provider {provider}")
    return allowed


async def register(db: Db, actor_type: ActorType, credentials: Credentials) -> Actor:
    """A new identity with a password, without an account yet.

    Somebody who registers again with the same password (a lost answer, an impatient click) gets the same identity.

    Raises:
        Unauthorized: for credentials that are no texts, or an e-mail that is taken.
    """
    email, password = _given(credentials)
    identity = await open_identity(db, email, password)
    if identity.has_account:
        raise Unauthorized(EXISTS)
    return Actor(actor_type, "", identity.id)


async def log_in(db: Db, actor_type: ActorType, credentials: Credentials) -> Actor:
    """The caller with these credentials; their account is of the type asked for, or none yet.

    Raises:
        Unauthorized: for credentials that are no texts or do not fit.
    """
    email, password = _given(credentials)
    login = await _read(db, email)
    if not await verify_password(password, login.password_hash if login is not None else None) or login is None:
        raise Unauthorized(WRONG)
    if needs_rehash(login.password_hash):
        await _renew_hash(db, login, await hash_password(password))
    return _actor(actor_type, login.identity)


def finish_elsewhere(actor_type: ActorType, provider: str) -> Actor:
    """The caller whom another system has identified. None of the providers that are allowed does that.

    Raises:
        Unauthorized: for a provider without such a step.
    """
    raise Unauthorized(f"Callback authentication not implemented for provider {provider}")


async def refresh(tx: Tx, caller: Actor) -> Actor:
    """The caller with the account it has by now.

    Raises:
        Unauthenticated: when the identity is gone.
    """
    identity = await tx.find(AuthIdentity, caller.auth_identity_id)
    if identity is None:
        raise Unauthenticated()
    return _actor(caller.type, identity)


async def open_identity(db: Db, email: str, password: str) -> AuthIdentity:
    """The identity of an e-mail, made when there is none.

    Raises:
        Unauthorized: when it exists with another password: whoever asks is not its owner.
    """
    login = await _read(db, email)
    if login is None:
        made = await _make(db, email, await hash_password(password))
        if made is not None:
            return made
        login = await _read(db, email)
    if login is None or not await verify_password(password, login.password_hash):
        raise Unauthorized(EXISTS)
    return login.identity


async def request_reset(tx: Tx, tokens: Tokens, actor_type: ActorType, *, provider: str, identifier: str) -> None:
    """Sends a token by e-mail to whoever has this login. The caller never learns whether there is one."""
    login = await find_login(tx, provider, email_key(identifier))
    if login is None:
        return
    claims = ResetClaims(
        entity_id=login.entity_id, provider=provider, actor_type=actor_type.value, proof=_proof(_hash_of(login))
    )
    token = tokens.reset(claims, tx.now)
    tx.emit(PasswordResetRequested(entity_id=login.entity_id, actor_type=actor_type.value, token=token))


async def set_password(db: Db, claims: ResetClaims | None, actor_type: ActorType, *, provider: str, new: Any) -> None:
    """A new password by a reset token, which is thereby used up.

    Raises:
        Unauthorized: for a token that is missing, of another kind, late or used, or a password that is no text.
    """
    if claims is None or claims.provider != provider or claims.actor_type != actor_type:
        raise Unauthorized(INVALID_TOKEN)
    if not isinstance(new, str) or not new:
        raise Unauthorized("Unauthorized")
    login = await _read(db, claims.entity_id)
    if login is None or _proof(login.password_hash) != claims.proof:
        raise Unauthorized(INVALID_TOKEN)
    hashed = await hash_password(new)
    async with db.tx() as tx:
        row = await tx.lock(ProviderIdentity, login.provider_identity_id)
        # Of two requests with the same token the second finds another password here.
        if _proof(_hash_of(row)) != claims.proof:
            raise Unauthorized(INVALID_TOKEN)
        row.provider_metadata = {"password": hashed}
        await end_sessions(tx, row.auth_identity_id)


async def bind_account(tx: Tx, auth_identity_id: str, actor_type: ActorType, account: str) -> AuthIdentity:
    """Makes an account the identity's own: the next login or refresh carries it.

    Raises:
        NotFound: when the identity is gone.
        Invalid: when it has an account of this type already.
    """
    identity = await tx.lock(AuthIdentity, auth_identity_id)
    if identity.account(actor_type):
        raise Invalid(f"Request already authenticated as a {actor_type.value}.")
    identity.bind(actor_type, account)
    await tx.flush()
    return identity


async def release_account(tx: Tx, actor_type: ActorType, auth_identity_id: str) -> None:
    """Takes the account away from an identity, which stays and can log in without one; its sessions of it end."""
    try:
        identity = await tx.lock(AuthIdentity, auth_identity_id)
    except NotFound:
        return
    identity.bind(actor_type, None)
    await end_sessions(tx, identity.id)


def _given(credentials: Credentials) -> tuple[str, str]:
    if not isinstance(credentials.password, str) or not credentials.password:
        raise Unauthorized("Password should be a string")
    if not isinstance(credentials.email, str) or not credentials.email:
        raise Unauthorized("Email should be a string")
    return email_key(credentials.email), credentials.password


def _actor(actor_type: ActorType, identity: AuthIdentity) -> Actor:
    return Actor(actor_type, identity.account(actor_type), identity.id)


async def _read(db: Db, email: str) -> Login | None:
    async with db.read() as tx:
        row = await find_emailpass(tx, email)
        identity = await tx.find(AuthIdentity, row.auth_identity_id) if row is not None else None
        return Login(identity, row.id, _hash_of(row)) if row is not None and identity is not None else None


async def _make(db: Db, email: str, hashed: str) -> AuthIdentity | None:
    """The new identity, or None when somebody else made it in the meantime."""
    try:
        async with db.tx() as tx:
            identity = AuthIdentity()
            tx.add(identity)
            await tx.flush()
            tx.add(
                ProviderIdentity(
                    entity_id=email_key(email),
                    provider=EMAILPASS,
                    auth_identity_id=identity.id,
                    provider_metadata={"password": hashed},
                )
            )
            await tx.flush()
            return identity
    except Invalid:
        return None


async def _renew_hash(db: Db, login: Login, hashed: str) -> None:
    async with db.tx() as tx:
        row = await tx.lock(ProviderIdentity, login.provider_identity_id)
        if _hash_of(row) == login.password_hash:
            row.provider_metadata = {"password": hashed}


def _hash_of(login: ProviderIdentity) -> str:
    return str((login.provider_metadata or {}).get("password", ""))


def _proof(password_hash: str) -> str:
    return hashlib.sha256(password_hash.encode()).hexdigest()[:32]
