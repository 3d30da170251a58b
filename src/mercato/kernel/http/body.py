"""Request bodies as typed models. Wrong bodies are refused in the contract's words, all problems in schema order."""

from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, ValidationError
from pydantic_core import CoreSchema

from mercato.kernel.errors import Invalid
from mercato.kernel.http.strictness import tighten
from mercato.kernel.http.violations import refused, wrong_type


class Nested(BaseModel):
    """An object inside a body: unknown keys are dropped. For one that refuses them derive from `StrictNested`."""

    model_config = ConfigDict(extra="ignore", protected_namespaces=(), validate_by_name=True)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Numbers, booleans and texts are not taken for each other."""
        schema = handler(source)
        tighten(handler.resolve_ref_schema(schema))
        return schema

    def given(self) -> dict[str, Any]:
        """Only what was sent, by Python names; nested objects stay objects."""
        sent = self.model_fields_set
        return {name: getattr(self, name) for name in type(self).model_fields if name in sent}


class StrictNested(Nested):
    """An object inside a body that refuses unknown keys."""

    model_config = ConfigDict(extra="forbid")


class Body(Nested):
    """The body of a request: unknown keys are refused. `OpenBody` lets them pass."""

    model_config = ConfigDict(extra="forbid")


class OpenBody(Nested):
    """The body of a route that ignores keys it does not know (login, registration)."""


Model = TypeVar("Model", bound=BaseModel)


def read(kind: type[Model], value: object) -> Model:
    """The decoded body as a model, or `Invalid` with the contract's message."""
    if not isinstance(value, dict):
        raise Invalid("Invalid request: " + wrong_type("object", (), value).text)
    try:
        return kind.model_validate(value, by_alias=True, by_name=False)
    except ValidationError as error:
        raise refused(error) from None


def read_nested(kind: type[Model], value: object, path: tuple[str | int, ...]) -> Model:
    """An object that was read as something weaker before, at its place in the body, or `Invalid`."""
    try:
        return kind.model_validate(value, by_alias=True, by_name=False)
    except ValidationError as error:
        raise refused(error, path) from None
