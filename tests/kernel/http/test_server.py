"""The surface around the routes, on a small server of its own."""

import zlib
from collections.abc import AsyncGenerator
from pathlib import Path
from typing import Any

import httpx
import pytest
import structlog
from litestar import Request, Router, delete, get, post
from litestar.datastructures import State
from litestar.di import Provide
from sqlalchemy import func, literal, select, table
from sqlalchemy import text as sql
from sqlalchemy.exc import DBAPIError, OperationalError
from structlog.testing import capture_logs

from mercato.kernel.db import Db, Tx
from mercato.kernel.errors import Conflict, NotAllowed, NotFound, Unauthenticated, Unexpected
from mercato.kernel.http.answers import Answer, answer, attachment, deleted, text
from mercato.kernel.http.body import Body
from mercato.kernel.http.edge import Audience, Limits
from mercato.kernel.http.failures import failed
from mercato.kernel.http.injection import Files
from mercato.kernel.http.origins import Origins
from mercato.kernel.http.params import QueryBody
from mercato.kernel.http.server import Extras, Mount, build, described
from mercato.kernel.http.system import routers as system_routers
from mercato.kernel.http.types import Opt
from tests.support.statements import counting


class CreateThing(Body):
    name: str
    size: Opt[int] = None


class Wish(QueryBody):
    color: Opt[str] = None


@get("/")
async def list_things(tx: Tx, params: Wish) -> Answer:
    """All things, perhaps of one colour."""
    return answer(things=[await tx.scalar(select(literal(1)))], color=params.color)


@post("/", status_code=200)
async def create_thing(tx: Tx, data: CreateThing) -> Answer:
    """Makes one."""
    await tx.execute(sql("INSERT INTO thing (name) VALUES (:name)"), {"name": data.name})
    if data.name == "regretted":
        raise NotAllowed("Not this one")
    return answer(thing=data.given())


@post("/wishes")
async def make_wish(data: CreateThing, params: Wish, stock: int) -> Answer:
    """Wishes for one; its provider asks the database."""
    return answer(name=data.name, color=params.color, stock=stock)


@get("/{id:str}")
async def get_thing(id: str, who: str, state: State) -> Answer:
    """One thing."""
    return answer(thing={"id": id, "who": who, "shop": state.shop})


@delete("/{id:str}")
async def delete_thing(id: str) -> Answer:
    """Away with it."""
    return deleted(id, "thing")


@post("/{id:str}/files")
async def upload(id: str, files: Files) -> Answer:
    """Attaches files."""
    return answer(id=id, names=[file.filename for file in files], size=sum([len(await file.read()) for file in files]))


@get("/count")
async def count_things(tx: Tx) -> Answer:
    """How many there are."""
    return answer(count=await tx.scalar(select(func.count()).select_from(table("thing"))))


@get("/broken/{how:str}")
async def break_down(tx: Tx, how: str) -> Answer:
    """Fails."""
    match how:
        case "sql":
            await tx.execute(sql("SELECT * FROM secret_table_name"))
        case "conflict":
            raise Conflict("again")
        case "missing":
            raise NotFound("Thing with id: x was not found")
        case "unexpected":
            raise Unexpected("The carrier is on strike")
        case "overflow":
            await tx.execute(sql("SELECT :n"), {"n": 2**70})
        case _:
            raise RuntimeError("password is hunter2")
    return answer()


@post("/late")
async def fail_at_commit(tx: Tx) -> Answer:
    """Its answer is ready, but the commit fails."""
    await tx.execute(sql("INSERT INTO child (parent) VALUES (7)"))
    return answer(fine=True)


@post("/webhook")
async def webhook(body: bytes, request: Request[Any, Any, Any]) -> Answer:
    """Gives back the bytes."""
    return text(body.decode() + request.headers.get("x-signature", ""))


@get("/export")
async def export() -> Answer:
    """A file."""
    return attachment(b"a,b\n", media_type="text/csv", filename='th"ings.csv')


def who_calls(request: Request[Any, Any, Any]) -> str:
    return request.headers.get("authorization", "nobody")


async def stock_now(tx: Tx) -> int:
    return await tx.scalar(select(func.count()).select_from(table("thing"))) or 0


async def only_known(connection: Any) -> None:
    if "authorization" not in connection.headers:
        raise Unauthenticated()


async def guard(connection: Any, handler: Any) -> None:
    assert handler.fn is not None
    await only_known(connection)


@pytest.fixture
async def db(tmp_path: Path) -> AsyncGenerator[Db, None]:
    db = Db(f"sqlite+aiosqlite:///{tmp_path}/things.db")
    async with db.tx() as tx:
        await tx.execute(sql("CREATE TABLE thing (name TEXT)"))
        await tx.execute(
            sql("CREATE TABLE child (parent INTEGER REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED)")
        )
        await tx.execute(sql("CREATE TABLE parent (id INTEGER PRIMARY KEY)"))
    yield db
    await db.close()


@pytest.fixture
async def client(db: Db, tmp_path: Path) -> AsyncGenerator[httpx.AsyncClient, None]:
    origins = Origins(r"http://panel.test, /\.shops\.test$/")
    things = Router(
        "/things",
        route_handlers=[list_things, create_thing, make_wish, get_thing, delete_thing, upload, count_things],
    )
    mounts = [
        Mount(Audience("admin", origins, only_known), [things], [guard]),
        Mount(Audience("open", origins), [Router("/", route_handlers=[break_down, fail_at_commit, export])]),
        Mount(Audience("hooks", decodes=False), [Router("/", route_handlers=[webhook])]),
    ]
    mounts.append(Mount(Audience(""), system_routers(lambda: described(mounts), title="Things", version="1")))
    extras = Extras(state={"shop": "Corner"}, uploads=tmp_path / "uploads", limits=Limits(body=1000, upload=5000))
    provided = {"who": Provide(who_calls, sync_to_thread=False), "stock": Provide(stock_now)}
    app = build(mounts, db, provided, extras)
    (tmp_path / "uploads" / "a.html").write_text("<script>")
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=True)  # pyright: ignore[reportArgumentType]
    async with httpx.AsyncClient(transport=transport, base_url="http://server.test") as client:
        yield client


KNOWN = {"authorization": "me"}


class TestPaths:
    async def test_case_and_a_trailing_slash_do_not_matter(self, client: httpx.AsyncClient):
        for path in ("/admin/things", "/ADMIN/Things", "/admin/things/", "/Admin/tHINGS/"):
            assert (await client.get(path, headers=KNOWN)).status_code == 200, path

    async def test_values_keep_their_case(self, client: httpx.AsyncClient):
        r = await client.get("/ADMIN/things/Thing_ABC", headers=KNOWN)
        assert r.json()["thing"] == {"id": "Thing_ABC", "who": "me", "shop": "Corner"}

    async def test_values_are_decoded(self, client: httpx.AsyncClient):
        r = await client.get("/admin/things/a%20%C5%82", headers=KNOWN)
        assert r.json()["thing"]["id"] == "a ł"

    @pytest.mark.parametrize(
        ("method", "path"),
        [
            ("GET", "/nowhere"),
            ("GET", "/admin/unicorns"),
            ("PUT", "/admin/things"),
            ("PATCH", "/admin/things/x"),
            ("GET", "/admin//things"),
            ("GET", "/admin/things//"),
            ("POST", "/health"),
        ],
    )
    async def test_what_is_not_there_is_404(self, client: httpx.AsyncClient, method: str, path: str):
        r = await client.request(method, path, headers=KNOWN)
        assert r.status_code == 404
        assert r.headers["content-type"] == "application/json; charset=utf-8"
        assert r.json() == {"type": "not_found", "message": f"Cannot {method} {path}"}

    async def test_strangers_do_not_learn_which_paths_exist(self, client: httpx.AsyncClient):
        for path in ("/admin/unicorns", "/admin/things"):
            r = await client.get(path)
            assert (r.status_code, r.json()) == (401, {"message": "Unauthorized"})

    async def test_broken_escapes(self, client: httpx.AsyncClient):
        for raw in (b"/admin/things/%zz", b"/admin/things/%00", b"/admin/things/%ff"):
            url = httpx.URL("http://server.test").copy_with(raw_path=raw)
            r = await client.get(url, headers=KNOWN)
            assert (r.status_code, r.json()["type"]) == (400, "invalid_data"), raw

    async def test_head_is_get_without_a_body(self, client: httpx.AsyncClient):
        r = await client.head("/health")
        assert (r.status_code, r.content, r.headers["content-length"]) == (200, b"", "2")

    async def test_options(self, client: httpx.AsyncClient):
        r = await client.options("/admin/things")
        assert (r.status_code, r.headers["allow"]) == (200, "GET,HEAD,POST")

    async def test_health(self, client: httpx.AsyncClient):
        r = await client.get("/health")
        assert (r.status_code, r.text, r.headers["content-type"]) == (200, "OK", "text/plain; charset=utf-8")


class TestOrigins:
    @pytest.mark.parametrize(
        ("origin", "allowed"),
        [
            ("http://panel.test", True),
            ("http://my.shops.test", True),
            ("http://shops.test.evil", False),
            ("null", False),
        ],
    )
    async def test_only_listed_pages_may_read(self, client: httpx.AsyncClient, origin: str, allowed: bool):
        r = await client.get("/admin/things", headers={**KNOWN, "origin": origin})
        assert r.status_code == 200
        assert r.headers.get("access-control-allow-origin") == (origin if allowed else None)
        assert r.headers["vary"] == "Origin"
        assert r.headers["access-control-allow-credentials"] == "true"

    async def test_refusals_can_be_read_too(self, client: httpx.AsyncClient):
        r = await client.get("/admin/things", headers={"origin": "http://panel.test"})
        assert (r.status_code, r.headers["access-control-allow-origin"]) == (401, "http://panel.test")

    async def test_preflight(self, client: httpx.AsyncClient):
        r = await client.options(
            "/admin/things",
            headers={
                "origin": "http://panel.test",
                "access-control-request-method": "POST",
                "access-control-request-headers": "authorization,content-type",
            },
        )
        assert (r.status_code, r.content) == (204, b"")
        assert r.headers["access-control-allow-methods"] == "GET,HEAD,PUT,PATCH,POST,DELETE"
        assert r.headers["access-control-allow-headers"] == "authorization,content-type"
        assert r.headers["access-control-allow-origin"] == "http://panel.test"

    async def test_no_cors_without_an_audience(self, client: httpx.AsyncClient):
        r = await client.get("/health", headers={"origin": "http://panel.test"})
        assert "vary" not in r.headers

    def test_a_star_is_everybody(self):
        assert Origins("*").allows(b"http://anything")


class TestBodies:
    async def test_nothing_is_the_empty_object(self, client: httpx.AsyncClient):
        for content, kind in [(b"", "application/json"), (b"", None), (b"<a/>", "application/xml")]:
            headers = KNOWN | ({"content-type": kind} if kind else {})
            r = await client.post("/admin/things", content=content, headers=headers)
            assert r.json()["message"] == "Invalid request: Field 'name' is required"

    async def test_forms(self, client: httpx.AsyncClient):
        r = await client.post("/admin/things", data={"name": "a b"}, headers=KNOWN)
        assert r.json() == {"thing": {"name": "a b"}}

    @pytest.mark.parametrize(
        ("content", "kind", "message"),
        [
            (b"hello", "text/plain", "Expected type: 'object' for field '', got: 'string'"),
            (b"[1]", "application/json", "Expected type: 'object' for field '', got: 'array'"),
        ],
    )
    async def test_other_shapes(self, client: httpx.AsyncClient, content: bytes, kind: str, message: str):
        r = await client.post("/admin/things", content=content, headers={**KNOWN, "content-type": kind})
        assert (r.status_code, r.json()["message"]) == (400, f"Invalid request: {message}")

    @pytest.mark.parametrize(
        ("content", "kind"),
        [
            (b'{"name":', "application/json"),
            (b"null", "application/json"),
            (b'"x"', "application/json"),
            (b"{}", "application/json; charset=utf-16"),
        ],
    )
    async def test_broken_json_comes_before_credentials(self, client: httpx.AsyncClient, content: bytes, kind: str):
        r = await client.post("/admin/things", content=content, headers={"content-type": kind})
        assert (r.status_code, r.json()["type"]) == (400, "invalid_data")
        assert "JSON" in r.json()["message"]

    async def test_too_much(self, client: httpx.AsyncClient):
        async def stream() -> AsyncGenerator[bytes, None]:
            for _ in range(20):
                yield b" " * 100

        for content in (b" " * 1001, stream()):
            r = await client.post("/admin/things", content=content, headers={"content-type": "application/json"})
            assert (r.status_code, r.json()["type"]) == (413, "invalid_data")

    async def test_compressed(self, client: httpx.AsyncClient):
        headers = {**KNOWN, "content-type": "application/json", "content-encoding": "deflate"}
        r = await client.post("/admin/things", content=zlib.compress(b'{"name":"z"}'), headers=headers)
        assert r.json() == {"thing": {"name": "z"}}
        bomb = await client.post("/admin/things", content=zlib.compress(b" " * 100_000), headers=headers)
        assert bomb.status_code == 413
        for content in (b"junk", zlib.compress(b'{"name":"z"}')[:-6]):
            assert (await client.post("/admin/things", content=content, headers=headers)).status_code == 400
        odd = await client.post("/admin/things", content=b"x", headers={**headers, "content-encoding": "br"})
        assert odd.status_code == 400

    async def test_uploads(self, client: httpx.AsyncClient):
        r = await client.post(
            "/admin/things/x/files",
            files=[("files", ("a.txt", b"abc")), ("files", ("b.txt", b"de"))],
            headers=KNOWN,
        )
        assert r.json() == {"id": "x", "names": ["a.txt", "b.txt"], "size": 5}
        big = await client.post("/admin/things/x/files", files={"files": ("a.txt", b"x" * 6000)}, headers=KNOWN)
        assert (big.status_code, big.json()["type"]) == (413, "invalid_data")
        broken = await client.post(
            "/admin/things/x/files", content=b"junk", headers={**KNOWN, "content-type": "multipart/form-data"}
        )
        assert (broken.status_code, broken.json()["type"]) == (400, "invalid_data")

    async def test_signed_calls_arrive_as_they_were_sent(self, client: httpx.AsyncClient):
        r = await client.post(
            "/hooks/webhook", content=b'{"a":', headers={"content-type": "application/json", "x-signature": "!"}
        )
        assert (r.status_code, r.text) == (200, '{"a":!')

    async def test_the_body_is_looked_at_before_the_query(self, client: httpx.AsyncClient):
        wrong_both = await client.post("/admin/things/wishes?size=1", json={"name": 1}, headers=KNOWN)
        assert (
            wrong_both.json()["message"] == "Invalid request: Expected type: 'string' for field 'name', got: 'number'"
        )
        wrong_query = await client.post("/admin/things/wishes?size=1", json={"name": "a"}, headers=KNOWN)
        assert wrong_query.json()["message"] == "Invalid request: Unrecognized fields: 'size'"
        right = await client.post("/admin/things/wishes?color=red", json={"name": "a"}, headers=KNOWN)
        assert right.json() == {"name": "a", "color": "red", "stock": 0}

    async def test_neither_touches_the_database(self, client: httpx.AsyncClient, db: Db):
        await db.close()
        with counting(db.engine) as seen:
            await client.post("/admin/things/wishes", json={}, headers=KNOWN)
            await client.get("/admin/things?size=1", headers=KNOWN)
            assert seen.since() == []


class TestTransactions:
    async def test_what_was_answered_is_stored(self, client: httpx.AsyncClient):
        await client.post("/admin/things", json={"name": "a"}, headers=KNOWN)
        assert (await client.get("/admin/things/count", headers=KNOWN)).json() == {"count": 1}

    async def test_a_refusal_takes_everything_back(self, client: httpx.AsyncClient):
        r = await client.post("/admin/things", json={"name": "regretted"}, headers=KNOWN)
        assert (r.status_code, r.json()) == (400, {"type": "not_allowed", "message": "Not this one"})
        assert (await client.get("/admin/things/count", headers=KNOWN)).json() == {"count": 0}

    async def test_a_failing_commit_is_an_error(self, client: httpx.AsyncClient):
        r = await client.post("/open/late")
        assert r.status_code >= 400
        assert "fine" not in r.text


class TestErrors:
    @pytest.mark.parametrize(
        ("how", "status", "body"),
        [
            ("missing", 404, {"type": "not_found", "message": "Thing with id: x was not found"}),
            ("conflict", 409, {"type": "conflict", "message": "again", "code": "invalid_state_error"}),
            ("unexpected", 500, {"type": "unexpected_state", "message": "The carrier is on strike"}),
            ("sql", 500, {"type": "database_error", "message": "An unknown error occurred.", "code": "api_error"}),
            ("bug", 500, {"type": "unknown_error", "message": "An unknown error occurred."}),
            (
                "overflow",
                400,
                {"type": "invalid_data", "message": "Invalid request: a number is out of range"},
            ),
        ],
    )
    async def test_envelopes(self, client: httpx.AsyncClient, how: str, status: int, body: dict[str, str]):
        r = await client.get(f"/open/broken/{how}")
        assert (r.status_code, r.json()) == (status, body)

    async def test_the_id_of_a_failed_request_is_in_the_log(self, client: httpx.AsyncClient):
        with capture_logs(processors=[structlog.contextvars.merge_contextvars]) as logs:
            r = await client.get("/open/broken/bug", headers={"x-request-id": "abc-1"})
        assert r.headers["x-request-id"] == "abc-1"
        failure = next(line for line in logs if line["log_level"] == "error")
        assert failure["request_id"] == "abc-1"
        assert str(failure["exc_info"]) == "password is hunter2"
        line = logs[-1]
        assert (line["method"], line["path"], line["status"]) == ("GET", "/open/broken/bug", 500)

    async def test_a_request_gets_an_id(self, client: httpx.AsyncClient):
        odd = await client.get("/health", headers={"x-request-id": "a b\t<"})
        assert odd.headers["x-request-id"].startswith("req_")

    @pytest.mark.parametrize("code", ["40001", "40P01", "55P03", "57014"])
    def test_a_clash_says_try_again(self, code: str):
        cause = Exception("deadlock detected")
        cause.sqlstate = code  # pyright: ignore[reportAttributeAccessIssue]
        answered = failed(OperationalError("UPDATE x", {}, cause), path="/", method="POST")
        assert answered.status == 409
        assert b"Idempotency-Key" in answered.body

    def test_a_locked_file_says_try_again(self):
        error = OperationalError("BEGIN IMMEDIATE", {}, Exception("database is locked"))
        assert failed(error, path="/", method="POST").status == 409

    @pytest.mark.parametrize("code", ["22021", "22003", "54000"])
    def test_a_value_no_column_takes_is_the_clients(self, code: str):
        cause = Exception("invalid byte sequence")
        cause.sqlstate = code  # pyright: ignore[reportAttributeAccessIssue]
        assert failed(DBAPIError("INSERT", {}, cause), path="/", method="POST").status == 400


class TestTags:
    async def test_the_same_version_is_not_sent_twice(self, client: httpx.AsyncClient):
        first = await client.get("/admin/things", headers=KNOWN)
        assert first.headers["etag"].startswith('W/"')
        again = await client.get("/admin/things", headers={**KNOWN, "if-none-match": first.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")
        assert "content-type" not in again.headers
        strong = first.headers["etag"].removeprefix("W/")
        assert (
            await client.get("/admin/things", headers={**KNOWN, "if-none-match": f'"x", {strong}'})
        ).status_code == 304
        other = await client.get("/admin/things?color=red", headers={**KNOWN, "if-none-match": strong})
        assert other.status_code == 200


class TestFiles:
    async def test_uploaded_files_cannot_run(self, client: httpx.AsyncClient):
        r = await client.get("/static/a.html")
        assert (r.status_code, r.text) == (200, "<script>")
        assert "sandbox" in r.headers["content-security-policy"]
        assert r.headers["cache-control"].replace(" ", "") in {"public,max-age=0", "max-age=0,public"}

    async def test_nothing_else_is_served(self, client: httpx.AsyncClient):
        for path in ("/static/none.png", "/static/..%2Fthings.db", "/static"):
            assert (await client.get(path)).status_code == 404, path

    async def test_attachments(self, client: httpx.AsyncClient):
        r = await client.get("/open/export")
        assert r.headers["content-disposition"] == 'attachment; filename="things.csv"'
        assert r.text == "a,b\n"


class TestCompression:
    async def test_large_answers_are_compressed_where_that_is_wanted(self, db: Db):
        routers = system_routers(list, title="Things", version="1")
        app = build([Mount(Audience(""), routers)], db, {}, Extras(compress=True))
        transport = httpx.ASGITransport(app=app)  # pyright: ignore[reportArgumentType]
        async with httpx.AsyncClient(transport=transport, base_url="http://server.test") as client:
            page = await client.get("/docs", headers={"accept-encoding": "gzip"})
            assert page.headers["content-encoding"] == "gzip"
            assert page.text.startswith("<!DOCTYPE html>")
            plain = await client.get("/docs", headers={"accept-encoding": "identity"})
            assert "content-encoding" not in plain.headers
            assert plain.text == page.text

    async def test_the_default_is_not_to(self, client: httpx.AsyncClient):
        page = await client.get("/docs", headers={"accept-encoding": "gzip"})
        assert "content-encoding" not in page.headers


class TestDescription:
    async def test_openapi(self, client: httpx.AsyncClient):
        document = (await client.get("/openapi.json")).json()
        assert document["openapi"] == "3.1.0"
        create = document["paths"]["/admin/things"]["post"]
        assert create["requestBody"]["content"]["application/json"]["schema"] == {
            "$ref": "#/components/schemas/CreateThing"
        }
        assert document["components"]["schemas"]["CreateThing"]["required"] == ["name"]
        assert create["security"][0] == {"bearer": []}
        listed = document["paths"]["/admin/things"]["get"]
        assert [parameter["name"] for parameter in listed["parameters"]] == ["color"]
        assert document["paths"]["/admin/things/{id}"]["get"]["parameters"][0]["in"] == "path"

    async def test_the_page_needs_no_other_host(self, client: httpx.AsyncClient):
        page = (await client.get("/docs")).text
        assert "http://" not in page
        assert "https://" not in page


def test_a_handler_that_asks_for_the_unknown_is_refused_at_the_start(db_less: Db):
    @get("/")
    async def odd(mystery: int) -> Answer:
        """Odd."""
        return answer(mystery=mystery)

    with pytest.raises(TypeError, match="nothing provides `mystery"):
        build([Mount(Audience("x"), [Router("/", route_handlers=[odd])])], db_less, {})


@pytest.fixture
def db_less(tmp_path: Path) -> Db:
    return Db(f"sqlite+aiosqlite:///{tmp_path}/none.db")
