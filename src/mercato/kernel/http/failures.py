"""Errors as answers: the contract's envelope for what a client may read, and nothing but an id for everything else."""

from typing import Any, Final

import structlog
from litestar.exceptions import HTTPException, MethodNotAllowedException, NotFoundException
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from mercato.kernel.errors import ApiError, Conflict, Forbidden, Invalid, NotFound, Unauthenticated
from mercato.kernel.http import wire
from mercato.kernel.http.answers import Answer
from mercato.kernel.http.exchange import TooLarge

RETRY: Final = (
    "The request conflicted with another request. You may retry the request with the provided Idempotency-Key."
)
UNKNOWN: Final = "An unknown error occurred."

# serialization failure, deadlock, lock not available, statement cancelled by a time limit
_RETRYABLE: Final = frozenset({"40001", "40P01", "55P03", "57014"})
_DATA_ERRORS: Final = "22"
# What a statement or a row may not exceed, such as the length of a value in an index.
_LIMITS: Final = "54"

_log = structlog.get_logger("mercato.errors")


class DatabaseFailed(ApiError):
    """The database refused a statement for a reason that is ours."""

    type, status = "database_error", 500
    code = "api_error"


def failed(error: Exception, *, path: str, method: str) -> Answer:
    """The answer to a request that raised. Everything that is our fault goes to the log, with its trace."""
    if isinstance(error, NotFoundException | MethodNotAllowedException):
        return no_such_route(method, path)
    known = _readable(error)
    if known is None or known.status >= 500:
        _log.error("request failed", method=method, path=path, exc_info=error)
    if known is None:
        known = ApiError(UNKNOWN)
    return Answer(wire.encode(known.body()), known.status)


def no_such_route(method: str, path: str) -> Answer:
    """A path that does not exist, or not with this method."""
    return Answer(wire.encode(NotFound(f"Cannot {method} {path}").body()), 404)


def _readable(error: Exception) -> ApiError | None:
    match error:
        case ApiError():
            return error
        case HTTPException():
            return _of_framework(error)
        case DBAPIError():
            return _of_database(error)
        case PoolTimeout():
            return Conflict(RETRY)
        case OverflowError():
            return Invalid("Invalid request: a number is out of range")
        case _:
            return None


def _of_framework(error: HTTPException) -> ApiError | None:
    match error.status_code:
        case 401:
            return Unauthenticated()
        case 403:
            return Forbidden()
        case 413:
            return TooLarge("Request entity too large")
        case status if status < 500:
            return Invalid(f"Invalid request: {error.detail}")
        case _:
            return None


def _of_database(error: DBAPIError) -> ApiError:
    cause: Any = error.orig
    code = str(getattr(cause, "sqlstate", None) or "")
    words = str(cause)
    if code in _RETRYABLE or "database is locked" in words or "database table is locked" in words:
        return Conflict(RETRY)
    if code.startswith(_DATA_ERRORS) or "out of int64 range" in words or "out of int32 range" in words:
        return Invalid("Invalid request: a value is out of range or malformed")
    if code.startswith(_LIMITS) or "string or blob too big" in words:
        return Invalid("Invalid request: a value is too long")
    return DatabaseFailed(UNKNOWN)
