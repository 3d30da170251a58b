"""What the edge has learnt of a request before a route sees it."""

from collections.abc import Mapping
from typing import Any, Final, cast

from mercato.kernel.errors import ApiError, Invalid
from mercato.kernel.http import wire
from mercato.kernel.http.query import parse_form, parse_query

_KEY: Final = "mercato.exchange"
_CHARSETS: Final = frozenset({"utf-8", "utf8", "us-ascii", "ascii"})


class TooLarge(ApiError):
    """The body has more bytes than the server takes."""

    type, status = "invalid_data", 413


class Exchange:
    """One request and its id, raw body and query; the parsed forms are made once, when first asked for."""

    __slots__ = ("_body", "_query", "content_type", "query_string", "raw", "request_id")

    def __init__(self, request_id: str, query_string: bytes, content_type: str) -> None:
        self.request_id = request_id
        self.query_string = query_string
        self.content_type = content_type
        self.raw = b""
        self._body: Any = None
        self._query: dict[str, Any] | None = None

    @property
    def body(self) -> Any:
        """The decoded body; nothing and unknown content types count as the empty object."""
        if self._body is None:
            self._body = decode_body(self.content_type, self.raw)
        return self._body

    @property
    def query(self) -> dict[str, Any]:
        """The parsed query string."""
        if self._query is None:
            self._query = parse_query(self.query_string)
        return self._query

    def attach(self, scope: Any) -> None:
        """Make it findable from the scope."""
        scope[_KEY] = self

    @staticmethod
    def of(scope: Mapping[str, Any]) -> "Exchange":
        """The exchange of a request that came through the edge."""
        return cast("Exchange", scope[_KEY])


def decode_body(content_type: str, raw: bytes) -> Any:
    """A body by its content type.

    Raises:
        Invalid: the body is not what its content type says.
    """
    if not raw:
        return {}
    kind, _, parameters = content_type.partition(";")
    kind = kind.strip().lower()
    if kind == "application/json" or (kind.startswith("application/") and kind.endswith("+json")):
        _check_charset(parameters)
        value = wire.decode(raw)
        if not isinstance(value, dict | list):
            raise Invalid("Invalid request: the body is not valid JSON: expected an object")
        return cast("Any", value)
    if kind == "application/x-www-form-urlencoded":
        return parse_form(raw)
    if kind == "text/plain":
        return raw.decode(errors="replace")
    return {}


def _check_charset(parameters: str) -> None:
    for parameter in parameters.split(";"):
        name, _, value = parameter.partition("=")
        charset = value.strip().strip('"').lower()
        if name.strip().lower() == "charset" and charset not in _CHARSETS:
            raise Invalid(f"Invalid request: the body is not valid JSON: unsupported charset {charset}")
