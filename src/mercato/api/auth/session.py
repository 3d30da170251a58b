"""`/auth/session`: a login kept by a cookie."""

import msgspec
from litestar import Router, delete, post

from mercato.api.access import SessionId
from mercato.domains.identity.commands.sessions import end_session, start_session
from mercato.kernel.auth.session import Cookies
from mercato.kernel.auth.tokens import CallerClaims
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, answer


@post("/", status_code=200)
async def create_session(tx: Tx, cookies: Cookies, caller: CallerClaims) -> Answer:
    """Turns a token into a cookie."""
    session_id = cookies.new_id()
    await start_session(tx, caller.actor, session_id)
    return answer(user=msgspec.to_builtins(caller)).header("set-cookie", cookies.header(session_id))


@delete("/", status_code=200)
async def delete_session(tx: Tx, cookies: Cookies, session_id: SessionId) -> Answer:
    """Logs out."""
    await end_session(tx, session_id)
    return answer(success=True).header("set-cookie", cookies.clear_header())


router = Router("/session", route_handlers=[create_session, delete_session])
