"""`/auth/token`."""

from litestar import Router, post

from mercato.domains.identity.commands.logins import refresh
from mercato.kernel.auth.tokens import CallerClaims, Tokens
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, answer


@post("/refresh", status_code=200)
async def refresh_token(tx: Tx, tokens: Tokens, caller: CallerClaims) -> Answer:
    """A new token, with the account the caller has by now."""
    return answer(token=tokens.caller(await refresh(tx, caller.actor), tx.now))


router = Router("/token", route_handlers=[refresh_token])
