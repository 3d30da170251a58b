"""The session cookie: a random id under the secret's signature. The server keeps a row per session."""

import base64
import hashlib
import hmac
from datetime import timedelta
from http.cookies import SimpleCookie
from secrets import token_urlsafe
from typing import Final
from urllib.parse import quote, unquote

COOKIE: Final = "connect.sid"
LIFETIME: Final = timedelta(hours=10)


class Cookies:
    """Makes and reads the session cookie. A secure one is allowed across sites, because panels live elsewhere."""

    def __init__(self, secret: str, *, secure: bool) -> None:
        self._secret = secret.encode()
        self._secure = secure

    def new_id(self) -> str:
        """A session id that nobody guesses."""
        return token_urlsafe(32)

    def header(self, session_id: str) -> str:
        """The value of `Set-Cookie` for a session that begins."""
        value = quote(f"s:{session_id}.{self._signature(session_id)}", safe="")
        return self._attributes(value, int(LIFETIME.total_seconds()))

    def clear_header(self) -> str:
        """The value of `Set-Cookie` that makes a browser forget the session."""
        return self._attributes("", 0)

    def read(self, header: str | None) -> str | None:
        """The session id of a `Cookie` header, when the signature holds."""
        if not header or COOKIE not in header:
            return None
        found = next((part for part in header.split(";") if part.strip().startswith(f"{COOKIE}=")), None)
        signed = unquote(found.strip()[len(COOKIE) + 1 :]) if found else ""
        session_id, dot, signature = signed.removeprefix("s:").rpartition(".")
        if not dot or not signed.startswith("s:"):
            return None
        valid = hmac.compare_digest(signature.encode(), self._signature(session_id).encode())
        return session_id if valid else None

    def _signature(self, session_id: str) -> str:
        digest = hmac.digest(self._secret, session_id.encode(), "sha256")
        return base64.b64encode(digest).decode().rstrip("=")

    def _attributes(self, value: str, max_age: int) -> str:
        cookie: SimpleCookie = SimpleCookie()
        cookie[COOKIE] = value
        morsel = cookie[COOKIE]
        morsel["path"], morsel["httponly"], morsel["max-age"] = "/", True, max_age
        if self._secure:
            morsel["secure"], morsel["samesite"] = True, "None"
        return morsel.OutputString()


def session_hash(session_id: str) -> str:
    """What the table keeps of a session id: whoever reads the table cannot use it as a cookie."""
    return hashlib.sha256(session_id.encode()).hexdigest()
