"""The whole table of complaints about bodies, as the contract words them."""

from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Literal, Self

import pytest
from pydantic import Field, model_validator

from mercato.kernel.errors import Invalid
from mercato.kernel.http import wire
from mercato.kernel.http.body import Body, Nested, OpenBody, StrictNested, read
from mercato.kernel.http.types import Amount, BooleanText, Email, ExactAmount, Metadata, Opt, Quantity, Trimmed


class Kind(StrEnum):
    PUBLISHABLE = "publishable"
    SECRET = "secret"


class Country(Nested):
    iso: str


class Label(StrictNested):
    url: str


class Category(Nested):
    type: Literal["category"]
    name: str


class Tag(Nested):
    type: Literal["tag"]
    count: int


class Thing(Body):
    name: str
    description: str | None = None
    kind: Kind = Kind.SECRET
    note: Opt[str] = None
    price: Annotated[Amount, Field(ge=0)] = Decimal(0)
    exact: ExactAmount = Decimal(0)
    quantity: Annotated[Quantity, Field(ge=1, le=10, multiple_of=2)] = 2
    any_quantity: Quantity = 0
    is_open: bool = False
    flag: BooleanText = False
    email: Email | None = None
    ids: str | list[str] = ""
    countries: Annotated[list[Country], Field(min_length=1, max_length=2)] = [Country(iso="de")]  # noqa: RUF012
    label: Label | None = None
    request: Annotated[Category | Tag, Field(discriminator="type")] | None = None
    choice: list[Country | Tag] = []  # noqa: RUF012
    fixed: Literal["standard"] = "standard"
    never: Literal[False] = False
    due: datetime | None = None
    code: Annotated[str, Field(min_length=3, max_length=3)] = "eur"
    handle: Trimmed = ""
    metadata: Metadata = None
    from_: Opt[str] = Field(default=None, alias="from")

    @model_validator(mode="after")
    def _rule(self) -> Self:
        if self.note == "bad":
            raise ValueError("Provider is required when creating a non-province tax region.")
        return self


def complaint(**changes: Any) -> str:
    """What a body with these changes is told."""
    with pytest.raises(Invalid) as refused:
        read(Thing, {"name": "x", **changes})
    text = refused.value.message
    assert text.startswith("Invalid request: ")
    return text.removeprefix("Invalid request: ")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"name": 5}, "Expected type: 'string' for field 'name', got: 'number'"),
        ({"name": None}, "Expected type: 'string' for field 'name', got: 'null'"),
        ({"name": True}, "Expected type: 'string' for field 'name', got: 'boolean'"),
        ({"name": []}, "Expected type: 'string' for field 'name', got: 'array'"),
        ({"name": {}}, "Expected type: 'string' for field 'name', got: 'object'"),
        ({"description": Decimal("1.5")}, "Expected type: 'string' for field 'description', got: 'number'"),
        ({"note": None}, "Expected type: 'string' for field 'note', got: 'null'"),
        ({"color": "red", "size": 2}, "Unrecognized fields: 'color, size'"),
        ({"kind": "foo"}, "Expected: 'publishable, secret' for field 'kind', but got: 'foo'"),
        ({"kind": 5}, "Expected: 'publishable, secret' for field 'kind', but got: '5'"),
        ({"kind": None}, "Expected type: ''publishable' | 'secret'' for field 'kind', got: 'null'"),
        ({"fixed": "y"}, "Expected literal: 'standard' for field 'fixed', but got: 'y'"),
        ({"never": True}, "Expected literal: 'false' for field 'never', but got: 'true'"),
        ({"ids": {}}, "Expected type: 'string, array' for field 'ids', got: 'object'"),
        ({"ids": None}, "Expected type: 'string, array' for field 'ids', got: 'null'"),
        ({"price": "5"}, "Expected type: 'number' for field 'price', got: 'string'"),
        ({"price": True}, "Expected type: 'number' for field 'price', got: 'boolean'"),
        ({"price": Decimal("-0.5")}, "Value for field 'price' too small, expected at least: '0'"),
        ({"price": 10**30}, "Value for field 'price' too big, expected at most: '100000000000000000000'"),
        ({"exact": "abc"}, "Invalid input"),
        ({"exact": {"precision": 2}}, "Invalid input"),
        ({"quantity": "5"}, "Expected type: 'number' for field 'quantity', got: 'string'"),
        ({"quantity": Decimal("1.5")}, "Expected type: 'integer' for field 'quantity', got: 'float'"),
        ({"quantity": 0}, "Value for field 'quantity' too small, expected at least: '1'"),
        ({"quantity": 12}, "Value for field 'quantity' too big, expected at most: '10'"),
        ({"quantity": 3}, "Value for field 'quantity' not multiple of: '2'"),
        (
            {"any_quantity": 2**60},
            "Value for field 'any_quantity' too big, expected at most: '9007199254740991'",
        ),
        ({"is_open": "true"}, "Expected type: 'boolean' for field 'is_open', got: 'string'"),
        ({"is_open": 1}, "Expected type: 'boolean' for field 'is_open', got: 'number'"),
        ({"flag": "yes"}, "Invalid input"),
        ({"email": "not-an-email"}, "Invalid email"),
        ({"email": ""}, "Invalid email"),
        ({"email": "a b@example.com"}, "Invalid email"),
        ({"email": "łukasz@example.com"}, "Invalid email"),
        ({"email": "a..b@example.com"}, "Invalid email"),
        ({"email": ".a@example.com"}, "Invalid email"),
        ({"email": "a@example"}, "Invalid email"),
        ({"email": "a@example.c"}, "Invalid email"),
        ({"email": 12}, "Expected type: 'string' for field 'email', got: 'number'"),
        ({"countries": []}, "Value for field 'countries' too small, expected at least: '1'"),
        ({"countries": [{"iso": "a"}] * 3}, "Value for field 'countries' too big, expected at most: '2'"),
        ({"countries": [{"iso": "a"}, {}]}, "Field 'countries, 1, iso' is required"),
        ({"countries": [1]}, "Expected type: 'object' for field 'countries, 0', got: 'number'"),
        ({"countries": {}}, "Expected type: 'array' for field 'countries', got: 'object'"),
        ({"label": {"url": "x", "b": 1, "a": 2}}, "Unrecognized fields: 'b, a'"),
        ({"request": {"type": "q"}}, "Invalid discriminator value. Expected 'category' | 'tag'"),
        ({"request": {}}, "Invalid discriminator value. Expected 'category' | 'tag'"),
        ({"request": []}, "Expected type: 'object' for field 'request', got: 'array'"),
        ({"request": {"type": "category"}}, "Field 'request, name' is required"),
        (
            {"request": {"type": "tag", "count": "2"}},
            "Expected type: 'number' for field 'request, count', got: 'string'",
        ),
        ({"choice": [{}]}, "Field 'choice, 0, iso' is required"),
        ({"choice": [5]}, "Expected type: 'object, object' for field 'choice, 0', got: 'number'"),
        ({"due": "garbage"}, "Invalid date"),
        ({"due": True}, "Invalid date"),
        ({"due": "0001-01-01T00:00:00+14:00"}, "Invalid date"),
        ({"code": "eu"}, "Value for field 'code' too small, expected at least: '3'"),
        ({"code": "euro"}, "Value for field 'code' too big, expected at most: '3'"),
        ({"metadata": [1]}, "Expected type: 'object' for field 'metadata', got: 'array'"),
        ({"metadata": "x"}, "Expected type: 'object' for field 'metadata', got: 'string'"),
        ({"note": "bad"}, "Provider is required when creating a non-province tax region."),
        ({"from": 1}, "Expected type: 'string' for field 'from', got: 'number'"),
        ({"from_": "x"}, "Unrecognized fields: 'from_'"),
    ],
)
def test_each_complaint(changes: dict[str, Any], expected: str):
    assert complaint(**changes) == expected


def test_missing_fields_come_before_unknown_ones():
    with pytest.raises(Invalid, match=r"^Invalid request: Field 'name' is required; Unrecognized fields: 'color'$"):
        read(Thing, {"color": "red"})


def test_at_most_three_in_schema_order():
    assert complaint(metadata=10, is_open=9, description=8, name=7) == (
        "Expected type: 'string' for field 'name', got: 'number'; "
        "Expected type: 'string' for field 'description', got: 'number'; "
        "Expected type: 'boolean' for field 'is_open', got: 'number'"
    )


@pytest.mark.parametrize(("value", "name"), [([], "array"), ("x", "string"), (None, "null"), (5, "number")])
def test_the_body_itself_must_be_an_object(value: object, name: str):
    with pytest.raises(Invalid, match=rf"^Invalid request: Expected type: 'object' for field '', got: '{name}'$"):
        read(Thing, value)


def test_nested_objects_drop_what_they_do_not_know():
    assert read(Thing, {"name": "x", "countries": [{"iso": "de", "else": 1}]}).countries == [Country(iso="de")]


def test_an_open_body_lets_unknown_keys_pass():
    class Login(OpenBody):
        email: str

    assert read(Login, {"email": "a", "remember": True}).given() == {"email": "a"}


def test_given_is_only_what_was_sent():
    body = read(Thing, {"name": "x", "description": None, "from": "y"})
    assert body.given() == {"name": "x", "description": None, "from_": "y"}


def test_values_arrive_exact():
    raw = b'{"name":"x","price":19.990000000000000001,"quantity":2.0,"flag":"TRUE","kind":"publishable","exact":"1.10"}'
    body = read(Thing, wire.decode(raw))
    assert (body.price, body.quantity, body.flag, body.kind) == (
        Decimal("19.990000000000000001"),
        2,
        True,
        Kind.PUBLISHABLE,
    )
    assert body.exact == Decimal("1.10")
    assert read(Thing, {"name": "x", "exact": {"value": "0.5", "precision": 20}}).exact == Decimal("0.5")


@pytest.mark.parametrize(
    ("sent", "moment"),
    [
        ("2024-05-01", datetime(2024, 5, 1, tzinfo=UTC)),
        ("2024-05-01T10:00:00", datetime(2024, 5, 1, 10, tzinfo=UTC)),
        ("2024-05-01T10:00:00.123456Z", datetime(2024, 5, 1, 10, 0, 0, 123000, tzinfo=UTC)),
        ("2024-05-01T10:00:00+02:00", datetime(2024, 5, 1, 8, tzinfo=UTC)),
    ],
)
def test_instants(sent: str, moment: datetime):
    assert read(Thing, {"name": "x", "due": sent}).due == moment


def test_floats_are_refused_when_a_body_is_declared():
    with pytest.raises(TypeError, match="use Decimal"):

        class Bad(Body):
            price: float
