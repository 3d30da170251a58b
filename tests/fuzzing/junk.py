"""Values that nobody expects."""

from random import Random
from typing import Any, Final

TEXTS: Final = (
    "",
    " ",
    "a",
    "null",
    "undefined",
    "NaN",
    "true",
    "0",
    "-1",
    "1e400",
    "\x00",
    "a\x00b",
    "\ud800".encode("utf-8", "surrogatepass").decode("utf-8", "replace"),
    "🦊" * 40,
    "ﷺ" * 20,
    "\u202e\u200bright to left",
    "İıßŒ\u0301",
    "x" * 3_000,
    "y" * 9_000,
    # Cannot be compressed, so it is too long for an index as well.
    "".join(Random(1).choices("abcdefghijklmnopqrstuvwxyz0123456789", k=9_000)),
    "'; DROP TABLE product; --",
    '" OR 1=1 --',
    "%",
    "_%\\",
    "\\",
    "%s%s%s{0}{id}",
    "$1",
    "../../../etc/passwd",
    "<script>alert(1)</script>",
    "2024-02-30",
    "2024-01-01T00:00:00Z",
    "0001-01-01",
    "9999-12-31T23:59:59.999Z",
    "-infinity",
    "2024-01-01T00:00:00+99:99",
    "a@b.co",
    "EUR",
    "de",
    "[",
    "(?<",
    "a" * 40 + "!",
    "\r\nSet-Cookie: a=b",
    "__proto__",
    "constructor",
    "id",
    "*",
    "deleted_at",
)
NUMBERS: Final[tuple[Any, ...]] = (
    0,
    -1,
    1,
    2,
    0.5,
    -0.0,
    1e-9,
    1.005,
    99999999999999.99,
    2**31,
    -(2**31) - 1,
    2**53,
    2**63,
    -(2**63) - 1,
    10**30,
    1e300,
)
RAW: Final = (
    b"",
    b"null",
    b"[]",
    b"[{}]",
    b'"text"',
    b"1",
    b"1e999",
    b"{",
    b'{"a":',
    b'{"a":1,}',
    b"{'a':1}",
    b'{"a":NaN}',
    b'{"a":1e999999999}',
    b'{"a":"\\ud800"}',
    b'{"a":"\\u0000"}',
    b'{"\\u0000":1}',
    b"\xff\xfe{\x00}\x00",
    b'{"a":"\xff"}',
    b"\xef\xbb\xbf{}",
    b'{"name":1,"name":2}',
    b'{"__proto__":{"a":1}}',
    b"[" * 5_000,
    b'{"a":' * 3_000 + b"1" + b"}" * 3_000,
    b'{"metadata":' + b"[" * 900 + b"]" * 900 + b"}",
    b"a=1&b[]=2&c[d]=3",
    b"%00=%00&[]=&[=]",
    b'--x\r\nContent-Disposition: form-data; name="files"; filename="a.png"\r\n\r\n\x89PNG\r\n--x--\r\n',
)
CONTENT_TYPES: Final = (
    "application/json",
    "application/json; charset=utf-16",
    "application/json; charset=nonsense",
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "multipart/form-data; boundary=x",
    "multipart/form-data; boundary=" + "b" * 300,
    "application/xml",
    "",
    ";;;",
    "application/vnd.api+json",
)


def anything(rng: Random, depth: int = 0) -> Any:
    """A JSON value of any kind."""
    kind = rng.randrange(10)
    if kind < 4:
        return rng.choice(TEXTS)
    if kind < 6:
        return rng.choice(NUMBERS)
    if kind == 6:
        return rng.choice((None, True, False))
    if kind == 7 or depth > 2:
        return rng.choice(([], {}, [[]], [None], {"": None}, {"id": {"$ne": None}}))
    if kind == 8:
        return [anything(rng, depth + 1) for _ in range(rng.randrange(1, 4))]
    return {rng.choice(TEXTS): anything(rng, depth + 1) for _ in range(rng.randrange(1, 4))}
