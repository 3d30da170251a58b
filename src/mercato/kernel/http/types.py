"""Types for the fields of bodies and queries."""

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, Final, TypeAlias, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

T = TypeVar("T")

if TYPE_CHECKING:
    Opt: TypeAlias = T | None
else:

    class Opt:
        """`x: Opt[str] = None`: may be absent, and is None then; a null that was sent is refused."""

        def __class_getitem__(cls, item: Any) -> Any:
            """Just the type: a default is not validated."""
            return item


_LOCAL_PART: Final = re.compile(r"[A-Za-z0-9_'+\-]+(?:\.[A-Za-z0-9_'+\-]+)*")
_DOMAIN: Final = re.compile(r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}")


def _email(value: str) -> str:
    local, _, domain = value.rpartition("@")
    if len(value) > 254 or not _LOCAL_PART.fullmatch(local) or not _DOMAIN.fullmatch(domain):
        raise PydanticCustomError("invalid_email", "Invalid email")
    return value


def _flag(value: Any) -> Any:
    if isinstance(value, str) and value.lower() in {"true", "false"}:
        return value.lower() == "true"
    if not isinstance(value, bool):
        raise PydanticCustomError("invalid_flag", "Invalid input")
    return value


def _price(value: Any) -> Any:
    """A number, a text of digits, or the exact form `{value, precision}`."""
    if isinstance(value, dict):
        value = value.get("value")  # pyright: ignore[reportUnknownVariableType, reportUnknownMemberType]
        if not isinstance(value, str):
            raise PydanticCustomError("invalid_price", "Invalid input")
    if isinstance(value, str):
        try:
            value = Decimal(value)
        except ArithmeticError:
            raise PydanticCustomError("invalid_price", "Invalid input") from None
        if not value.is_finite():
            raise PydanticCustomError("invalid_price", "Invalid input")
    return value  # pyright: ignore[reportUnknownVariableType]


Amount: TypeAlias = Decimal
"""Money in the main unit, from a JSON number, exact."""
Quantity: TypeAlias = int
"""A whole number; a fraction is refused as `Expected type: 'integer' …, got: 'float'`."""
Positive: TypeAlias = Annotated[int, Field(ge=1)]
NotNegative: TypeAlias = Annotated[int, Field(ge=0)]
Email: TypeAlias = Annotated[str, AfterValidator(_email), WithJsonSchema({"type": "string", "format": "email"})]
Trimmed: TypeAlias = Annotated[str, StringConstraints(strip_whitespace=True)]
Metadata: TypeAlias = dict[str, Any] | None
StrictBool: TypeAlias = bool
"""Every `bool` of a body is strict; the name says so where a reader may wonder."""
BooleanText: TypeAlias = Annotated[bool, BeforeValidator(_flag), WithJsonSchema({"type": ["boolean", "string"]})]
"""A boolean, or the texts true and false in any case."""
ExactAmount: TypeAlias = Annotated[Decimal, BeforeValidator(_price)]
"""An amount that may also come as a text of digits or as `{value, precision}`."""
