"""How values become columns: the same value, exactly, on both databases."""

from datetime import UTC, datetime
from decimal import Decimal
from enum import Enum as PyEnum
from typing import Any

import msgspec
from sqlalchemy import JSON, DateTime, Dialect, Enum, Numeric, Text, TypeDecorator
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import TypeEngine

from mercato.kernel import clock

_encode_json = msgspec.json.Encoder(decimal_format="number").encode


def dump_json(value: object) -> str:
    """JSON text of a stored value; decimals keep all their digits."""
    return _encode_json(value).decode()


class Exact(TypeDecorator[Decimal]):
    """A decimal without loss: numeric on PostgreSQL, text on SQLite (whose only fraction is a float)."""

    impl = Numeric
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Text on SQLite, numeric elsewhere."""
        return dialect.type_descriptor(Text() if dialect.name == "sqlite" else Numeric())

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        """Plain digits, without an exponent or trailing zeros, so that SQLite can emit them as JSON."""
        if value is None or dialect.name != "sqlite":
            return value
        return plain_decimal(Decimal(value))

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        """Back to Decimal."""
        return None if value is None else Decimal(value)


def plain_decimal(value: Decimal) -> str:
    """The digits of a decimal as JSON wants them: `1200`, `0.5`, never `1.2E+3` or `5.00`."""
    digits = format(value, "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


class Instant(TypeDecorator[datetime]):
    """An aware instant in UTC, milliseconds: timestamptz on PostgreSQL; the text of the wire on SQLite, which sorts."""

    impl = DateTime
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Text on SQLite, timestamptz elsewhere."""
        return dialect.type_descriptor(Text() if dialect.name == "sqlite" else DateTime(timezone=True))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        """Refuses naive times: a time without a zone is a mistake waiting for summer."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone cannot be stored")
        value = value.astimezone(UTC)
        return clock.to_wire(value) if dialect.name == "sqlite" else value

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """Aware, UTC."""
        if value is None:
            return None
        return (datetime.fromisoformat(value) if isinstance(value, str) else value).astimezone(UTC)


TEXT = Text().with_variant(Text(collation="C"), "postgresql")
JSON_VALUE = JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")


def _values(kind: type[PyEnum]) -> list[str]:
    return [member.value for member in kind]


ENUM = Enum(PyEnum, native_enum=False, length=64, values_callable=_values)
