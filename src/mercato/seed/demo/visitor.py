"""One person at the door of the application, in this process."""

from typing import Any

import httpx

from mercato.kernel.http.edge import Edge


class Refused(Exception):
    """The application did not take a request of the demo: the demo and the routes do not fit."""


class Visitor:
    """Sends requests as somebody: nobody at first, then whom `log_in` or `register` made of it."""

    def __init__(self, application: Edge, *, key: str | None = None) -> None:
        self._headers = {"x-publishable-api-key": key} if key else {}
        transport = httpx.ASGITransport(app=application)  # pyright: ignore[reportArgumentType] - an ASGI application
        self._client = httpx.AsyncClient(transport=transport, base_url="http://demo.internal")

    async def get(self, path: str, **query: Any) -> Any:
        """The JSON of an answer."""
        return await self._send("GET", path, params=query)

    async def post(self, path: str, body: Any = None) -> Any:
        """The JSON of an answer."""
        return await self._send("POST", path, json=body or {})

    async def register(self, actor: str, email: str, password: str) -> None:
        """A new login, which has no account yet."""
        await self._authenticate(f"/auth/{actor}/emailpass/register", email, password)

    async def log_in(self, actor: str, email: str, password: str) -> None:
        """From now on the visitor is this person."""
        await self._authenticate(f"/auth/{actor}/emailpass", email, password)

    async def _authenticate(self, path: str, email: str, password: str) -> None:
        answer = await self.post(path, {"email": email, "password": password})
        self._headers["authorization"] = f"Bearer {answer['token']}"

    async def _send(self, method: str, path: str, **request: Any) -> Any:
        response = await self._client.request(method, path, headers=self._headers, **request)
        if not response.is_success:
            raise Refused(f"{method} {path}: {response.status_code} {response.text}")
        return response.json()
