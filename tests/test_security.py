"""What an attacker tries first, through the front door."""

import base64
import hashlib
import hmac
import json
import re
from collections.abc import AsyncGenerator
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

import httpx
import pytest
import structlog
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from structlog.testing import capture_logs

from mercato.app import describe
from mercato.kernel import clock
from mercato.kernel.auth.actor import Actor, ActorType
from mercato.kernel.auth.tokens import CALLER_LIFETIME, Tokens
from mercato.kernel.db import Db
from mercato.settings import Settings
from tests.fuzzing.wire import send
from tests.support import people
from tests.support.people import fine

pytestmark = pytest.mark.parametrize("dialect", ["sqlite"])
AUDIENCES: Final = ("admin", "vendor", "store", "auth")
UNAUTHORIZED: Final = (401, {"message": "Unauthorized"})


@pytest.fixture
async def me(admin: httpx.AsyncClient) -> dict[str, Any]:
    """The administrator."""
    return fine(await admin.get("/admin/users/me"))["user"]


@pytest.fixture
async def session(app: Any, admin: httpx.AsyncClient) -> AsyncGenerator[httpx.AsyncClient, None]:
    """The administrator in a browser: with a cookie and no token."""
    fine(await admin.post("/auth/session"))
    async with people.client(app) as browser:
        browser.cookies = httpx.Cookies(admin.cookies)
        yield browser


def part(value: bytes) -> str:
    return base64.urlsafe_b64encode(value).rstrip(b"=").decode()


def forged(header: dict[str, Any], payload: str, secret: bytes, digest: str = "sha256") -> str:
    signed = f"{part(json.dumps(header).encode())}.{payload}"
    return f"{signed}.{part(hmac.new(secret, signed.encode(), digest).digest())}"


class TestTokens:
    async def test_forgeries(self, admin: httpx.AsyncClient, anonymous: httpx.AsyncClient, settings: Settings) -> None:
        real = admin.headers["authorization"].removeprefix("Bearer ")
        head, payload, signature = real.split(".")
        secret = settings.jwt_secret.encode()
        claims = json.loads(base64.urlsafe_b64decode(payload + "=="))
        other = part(json.dumps({**claims, "exp": claims["exp"] + 1}).encode())
        tokens = [
            *(f"{part(json.dumps({'alg': alg}).encode())}.{payload}." for alg in ("none", "None", "NONE", "", "HS256")),
            f"{part(b'{}')}.{payload}.{signature}",
            forged({"alg": "none"}, payload, secret),
            forged({"alg": "HS512"}, payload, secret, "sha512"),
            forged({"alg": "HS384"}, payload, secret, "sha384"),
            forged({"alg": "RS256"}, payload, secret),
            forged({"alg": "HS256"}, payload, b""),
            forged({"alg": "HS256"}, payload, b"supersecret"),
            forged({"alg": "HS256", "jwk": {"kty": "oct", "k": part(b"x")}}, payload, b"x"),
            forged({"alg": "HS256", "kid": "../../dev/null"}, payload, b""),
            forged({"alg": "HS256", "b64": False, "crit": ["b64"]}, payload, secret),
            f"{head}.{other}.{signature}",
            f"{head}.{payload}",
            f"{head}.{payload}.",
            f"{real}.",
            real[:-2],
            real.swapcase(),
        ]
        for token in tokens:
            r = await anonymous.get("/admin/users/me", headers={"authorization": f"Bearer {token}"})
            assert (r.status_code, r.json()) == UNAUTHORIZED, token

    async def test_a_token_ends(self, anonymous: httpx.AsyncClient, me: dict[str, Any], settings: Settings) -> None:
        tokens = Tokens(settings.jwt_secret)
        actor = Actor(ActorType.USER, me["id"], "authid_1")
        for age, status in ((timedelta(), 200), (CALLER_LIFETIME + timedelta(seconds=1), 401)):
            token = tokens.caller(actor, clock.now() - age)
            r = await anonymous.get("/admin/users/me", headers={"authorization": f"Bearer {token}"})
            assert r.status_code == status

    async def test_kinds_of_tokens_are_not_mixed(
        self, anonymous: httpx.AsyncClient, me: dict[str, Any], settings: Settings
    ) -> None:
        tokens, now = Tokens(settings.jwt_secret), clock.now()
        invite = tokens.invite({"id": me["id"], "email": me["email"]}, now, now + timedelta(days=1))
        customer = tokens.caller(Actor(ActorType.CUSTOMER, me["id"], "authid_1"), now)
        for token in (invite, customer):
            r = await anonymous.get("/admin/users/me", headers={"authorization": f"Bearer {token}"})
            assert (r.status_code, r.json()) == UNAUTHORIZED


class TestSessions:
    async def test_only_the_cookie_that_was_given_opens(self, app: Any, session: httpx.AsyncClient) -> None:
        assert (await session.get("/admin/users/me")).status_code == 200
        [(name, value)] = list(session.cookies.items())
        unsigned = value.partition(".")[0]
        wrong = [
            value[:-1] + ("A" if value[-1] != "A" else "B"),
            unsigned,
            unsigned + ".",
            value.replace("s%3A", "", 1),
            value.replace("s%3A", "s%3Ax", 1),
            value.swapcase(),
            "s%3A." + hashlib.sha256(b"").hexdigest(),
            "",
        ]
        async with people.client(app) as thief:
            for stolen in wrong:
                r = await thief.get("/admin/users/me", headers={"cookie": f"{name}={stolen}"})
                assert (r.status_code, r.json()) == UNAUTHORIZED, stolen

    async def test_a_session_ends_with_the_logout(self, session: httpx.AsyncClient) -> None:
        kept = dict(session.cookies.items())
        fine(await session.delete("/auth/session"))
        session.cookies = httpx.Cookies(kept)
        assert (await session.get("/admin/users/me")).status_code == 401

    async def test_the_cookie_is_no_script_s(self, admin: httpx.AsyncClient) -> None:
        given = (await admin.post("/auth/session")).headers["set-cookie"]
        assert "HttpOnly" in given
        assert "Path=/" in given

    @pytest.mark.parametrize(
        ("origin", "status"),
        [
            (None, 200),
            ("http://localhost:7000", 200),
            ("http://mercato.test", 200),
            ("http://mercato.test.evil.example", 401),
            ("https://evil.example", 401),
            ("null", 401),
        ],
    )
    async def test_foreign_pages_do_not_act_with_it(
        self, session: httpx.AsyncClient, origin: str | None, status: int
    ) -> None:
        form = {"content-type": "application/x-www-form-urlencoded"}
        headers = form if origin is None else {**form, "origin": origin}
        r = await session.post("/admin/stock-locations", content="name=Depot", headers=headers)
        assert r.status_code == status

    async def test_foreign_pages_may_carry_a_token(self, admin: httpx.AsyncClient) -> None:
        body, headers = {"name": "Depot"}, {"origin": "https://evil.example"}
        r = await admin.post("/admin/stock-locations", json=body, headers=headers)
        assert r.status_code == 200


class TestOrigins:
    @pytest.mark.parametrize("audience", AUDIENCES)
    async def test_preflights(self, anonymous: httpx.AsyncClient, settings: Settings, audience: str) -> None:
        asked = {"access-control-request-method": "POST", "access-control-request-headers": "authorization"}
        for origin in getattr(settings, f"{audience}_cors").split(","):
            r = await anonymous.options(f"/{audience}/anything", headers={**asked, "origin": origin})
            assert (r.status_code, r.headers["access-control-allow-origin"]) == (204, origin)
        for origin in ("https://evil.example", "null", "http://localhost:80000", "http://localhost:7000.evil.example"):
            r = await anonymous.options(f"/{audience}/anything", headers={**asked, "origin": origin})
            assert "access-control-allow-origin" not in r.headers
            assert "*" not in r.headers.values()


class TestFiles:
    @pytest.mark.parametrize(
        "path",
        [
            "/static/../pyproject.toml",
            "/static/../../etc/passwd",
            "/static/%2e%2e/%2e%2e/etc/passwd",
            "/static/..%2f..%2fetc/passwd",
            "/static/%252e%252e/secret",
            "/static/..%5csecret",
            "/static//etc/passwd",
            "/static/%2fetc%2fpasswd",
            "/static/secret%00.png",
            "/static/.",
            "/static/",
            "/static",
        ],
    )
    async def test_nothing_beside_the_uploads_is_served(self, app: Any, uploads: Path, path: str) -> None:
        secret = uploads.parent / "secret"
        secret.write_text("root:x:0:0")
        r = await send(app, "GET", path.encode(), {}, b"")
        assert r.status_code in {400, 404}
        assert "root:" not in r.text


class TestPages:
    @pytest.mark.parametrize("path", ["/<script>alert(1)</script>", '/x"onload="y', "/a&b<i>"])
    async def test_what_was_mistyped_is_shown_as_text(self, anonymous: httpx.AsyncClient, path: str) -> None:
        for accepted in ("text/html", "*/*"):
            r = await anonymous.get(path, headers={"accept": accepted})
            assert r.status_code == 404
            page = not r.headers["content-type"].startswith("application/json")
            assert not (page and re.search(r"<script>|<i>|\"onload", r.text))

    async def test_the_page_of_the_api_asks_no_other_host(self, anonymous: httpx.AsyncClient) -> None:
        page = (await anonymous.get("/docs")).text
        assert not re.search(r"""(?:src|href|url\(|import|fetch\()\s*[=(]?\s*["']?(?:https?:)?//""", page)

    def test_the_description_names_nothing_of_the_machine(self, dialect: str) -> None:
        del dialect
        told = json.dumps(describe(Settings.model_construct(database_url="sqlite+aiosqlite:///secret-place.db")))
        assert "secret-place" not in told
        assert "/home/" not in told


class TestLogs:
    async def test_lines_hold_no_secrets(self, app: Any, admin: httpx.AsyncClient) -> None:
        processors = [structlog.contextvars.merge_contextvars]
        with capture_logs(processors=processors) as lines:
            async with people.client(app) as person:
                secrets = [
                    await people.token(person, "/auth/user/emailpass", people.ADMIN_EMAIL, people.ADMIN_PASSWORD)
                ]
                wrong = {"email": people.ADMIN_EMAIL, "password": "wrong-password"}
                await person.post("/auth/user/emailpass", json=wrong)
                await person.get("/auth/user/emailpass", params=wrong)
                await person.get("/admin/users/me", headers={"authorization": f"Bearer {secrets[0]}x"})
                await person.post("/auth/user/emailpass/reset-password", json={"identifier": people.ADMIN_EMAIL})
            made = await admin.post("/admin/api-keys", json={"title": "Robot", "type": "secret"})
            secrets.append(fine(made)["api_key"]["token"])
            await admin.get("/admin/products", headers={"authorization": f"Basic {secrets[-1]}"})
            secrets.append((await admin.post("/auth/session")).headers["set-cookie"].split("=")[1].split(";")[0])
        told = repr(lines)
        assert len(lines) > 5
        for secret in (*secrets, people.ADMIN_PASSWORD, "wrong-password"):
            assert secret not in told

    async def test_a_failed_statement_keeps_its_values_to_itself(self, db: Db) -> None:
        with pytest.raises(DBAPIError) as failure:
            async with db.read() as tx:
                await tx.execute(text("SELECT nothing FROM region WHERE name = :name"), {"name": "hunter2"})
        assert "hunter2" not in str(failure.value)
