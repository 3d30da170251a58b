"""The errors a client may read. Raise them, never return them; the HTTP edge makes the contract's envelope."""

from typing import Any, ClassVar


class ApiError(Exception):
    """An error with the contract's envelope `{code?, type, message}` and status."""

    type: ClassVar[str] = "unknown_error"
    status: ClassVar[int] = 500
    code: str | None = None

    def __init__(self, message: str, *, code: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        if code is not None:
            self.code = code

    def body(self) -> dict[str, Any]:
        """The JSON object the client reads."""
        envelope: dict[str, Any] = {"type": self.type, "message": self.message}
        if self.code is not None:
            envelope["code"] = self.code
        return envelope


class NotFound(ApiError):
    """Something named by the request does not exist, or is not the caller's to see."""

    type, status = "not_found", 404


class Invalid(ApiError):
    """The request is wrong: its form, its values, or its fit with what is stored."""

    type, status = "invalid_data", 400


class NotAllowed(ApiError):
    """A rule of state forbids what was asked."""

    type, status = "not_allowed", 400


class Duplicate(ApiError):
    """A thing that may exist once exists already, where the contract answers 422."""

    type, status = "duplicate_error", 422
    code = "invalid_request_error"


class Conflict(ApiError):
    """The request clashes with one that came before."""

    type, status = "conflict", 409
    code = "invalid_state_error"


class PaymentRefused(ApiError):
    """The payment provider said no."""

    type, status = "payment_authorization_error", 422


class Unauthorized(ApiError):
    """Wrong credentials in a login. Missing credentials in front of a route are `Unauthenticated`."""

    type, status = "unauthorized", 401


class Unauthenticated(ApiError):
    """No valid credentials: the contract answers just `{"message": "Unauthorized"}`."""

    type, status = "unauthorized", 401

    def __init__(self) -> None:
        super().__init__("Unauthorized")

    def body(self) -> dict[str, Any]:
        """The contract's short form, without a type."""
        return {"message": self.message}


class Forbidden(ApiError):
    """The caller is known and may not do this (403). `kind` is the type on the wire; None leaves it out."""

    type, status = "not_allowed", 403

    def __init__(
        self, message: str = "You are not allowed to perform this action", *, kind: str | None = "not_allowed"
    ) -> None:
        super().__init__(message)
        self.kind = kind

    def body(self) -> dict[str, Any]:
        """`{message, type?}`: some refusals of the contract carry no type."""
        return {"message": self.message} if self.kind is None else {"type": self.kind, "message": self.message}


class Unexpected(ApiError):
    """The server cannot do what it should; the message is meant for the client."""

    type, status = "unexpected_state", 500
