"""Query parameters of routes without a view, or beside it, as typed models.

Texts are read as what the field wants: `int` takes the leading digits, `bool` exactly `true` or `false`, `Decimal` a
number. `str` refuses lists; say `str | list[str]` where the route takes both.
"""

from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, ValidationError
from pydantic_core import CoreSchema

from mercato.kernel.http.strictness import tighten
from mercato.kernel.http.violations import refused


class QueryBody(BaseModel):
    """The query of a route: `class Context(QueryBody): region_id: Opt[str] = None`. Unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", protected_namespaces=(), validate_by_name=True)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Reads texts; otherwise as strict as a body."""
        schema = handler(source)
        tighten(handler.resolve_ref_schema(schema), query=True)
        return schema

    def given(self) -> dict[str, Any]:
        """Only what was sent, by Python names."""
        sent = self.model_fields_set
        return {name: getattr(self, name) for name in type(self).model_fields if name in sent}


class OpenQuery(QueryBody):
    """The query of a route that ignores keys it does not know."""

    model_config = ConfigDict(extra="ignore")


Query = TypeVar("Query", bound=QueryBody)


def read_params(kind: type[Query], query: dict[str, Any]) -> Query:
    """The parsed query as a model, or `Invalid` with the contract's message."""
    try:
        return kind.model_validate(query, by_alias=True, by_name=False)
    except ValidationError as error:
        raise refused(error) from None


def names(kind: type[QueryBody]) -> frozenset[str]:
    """The keys on the wire that a model takes."""
    return frozenset(field.alias or name for name, field in kind.model_fields.items())
