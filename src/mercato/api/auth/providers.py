"""Registration, login and new passwords, per actor type and provider: `/auth/{actor_type}/{auth_provider}…`."""

from litestar import Router, get, post

from mercato.api.access import Bearer
from mercato.domains.identity.commands import logins
from mercato.domains.identity.schemas import Credentials, NewPassword, RequestReset
from mercato.kernel import clock
from mercato.kernel.auth.tokens import Tokens
from mercato.kernel.db import Db, Tx
from mercato.kernel.http.answers import Answer, answer, text


@post("/", status_code=200)
async def log_in(db: Db, tokens: Tokens, actor_type: str, auth_provider: str, data: Credentials) -> Answer:
    """A token for these credentials."""
    actor = await logins.log_in(db, logins.login_type(actor_type, auth_provider), data)
    return answer(token=tokens.caller(actor, clock.now()))


@get("/")
async def log_in_by_link(db: Db, tokens: Tokens, actor_type: str, auth_provider: str) -> Answer:
    """The start of a login elsewhere. A login by password needs a body and fails."""
    actor = await logins.log_in(db, logins.login_type(actor_type, auth_provider), Credentials())
    return answer(token=tokens.caller(actor, clock.now()))


@post("/register", status_code=200)
async def register(db: Db, tokens: Tokens, actor_type: str, auth_provider: str, data: Credentials) -> Answer:
    """A new login, and a token without an account, with which to make one."""
    actor = await logins.register(db, logins.login_type(actor_type, auth_provider), data)
    return answer(token=tokens.caller(actor, clock.now()))


@post("/reset-password", status_code=201)
async def request_reset(tx: Tx, tokens: Tokens, actor_type: str, auth_provider: str, data: RequestReset) -> Answer:
    """Sends a reset token by mail; the answer is the same whether or not there is such a login."""
    allowed = logins.login_type(actor_type, auth_provider)
    await logins.request_reset(tx, tokens, allowed, provider=auth_provider, identifier=data.identifier)
    return text("Created", 201)


@post("/update", status_code=200)
async def set_password(
    db: Db, tokens: Tokens, bearer: Bearer, *, actor_type: str, auth_provider: str, data: NewPassword
) -> Answer:
    """A new password, by the reset token as bearer."""
    allowed = logins.login_type(actor_type, auth_provider)
    claims = tokens.read_reset(bearer)
    await logins.set_password(db, claims, allowed, provider=auth_provider, new=data.password)
    return answer(success=True)


@get("/callback")
async def finish_by_link(tokens: Tokens, actor_type: str, auth_provider: str) -> Answer:
    """The end of a login elsewhere."""
    actor = logins.finish_elsewhere(logins.login_type(actor_type, auth_provider), auth_provider)
    return answer(token=tokens.caller(actor, clock.now()))


@post("/callback", status_code=200)
async def finish(tokens: Tokens, actor_type: str, auth_provider: str) -> Answer:
    """The end of a login elsewhere."""
    actor = logins.finish_elsewhere(logins.login_type(actor_type, auth_provider), auth_provider)
    return answer(token=tokens.caller(actor, clock.now()))


router = Router(
    "/{actor_type:str}/{auth_provider:str}",
    route_handlers=[log_in, log_in_by_link, register, request_reset, set_password, finish_by_link, finish],
)
