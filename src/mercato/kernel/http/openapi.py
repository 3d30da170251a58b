"""The OpenAPI 3.1 document of the routes, from what they declare: bodies, views, parameters, docstrings."""

import inspect
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, get_type_hints

from litestar.handlers import HTTPRouteHandler
from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from mercato.kernel.http.injection import Files
from mercato.kernel.http.params import QueryBody
from mercato.kernel.reader.view import Listing, Selection, View

_REF: Final = "#/components/schemas/{model}"
_PARAMETER: Final = re.compile(r"\{(\w+):(\w+)\}")
_ENVELOPE: Final = {
    "type": "object",
    "properties": {"type": {"type": "string"}, "message": {"type": "string"}, "code": {"type": "string"}},
    "required": ["message"],
}
SECURITY_SCHEMES: Final = {
    "bearer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"},
    "session": {"type": "apiKey", "in": "cookie", "name": "connect.sid"},
    "secret_key": {"type": "http", "scheme": "basic", "description": "A secret API key as the user name."},
    "publishable_key": {"type": "apiKey", "in": "header", "name": "x-publishable-api-key"},
}
_SECURITY: Final[dict[str, list[dict[str, list[str]]]]] = {
    "admin": [{"bearer": []}, {"session": []}, {"secret_key": []}],
    "vendor": [{"bearer": []}, {"session": []}],
    "store": [{"publishable_key": []}, {"publishable_key": [], "bearer": []}, {"publishable_key": [], "session": []}],
}


@dataclass(frozen=True, slots=True)
class Described:
    """A route as it is documented."""

    path: str
    handler: HTTPRouteHandler


class _Schemas(GenerateJsonSchema):
    """Decimals travel as numbers."""

    def decimal_schema(self, schema: core_schema.DecimalSchema) -> JsonSchemaValue:
        """A plain number with its bounds."""
        json_schema: JsonSchemaValue = {"type": "number"}
        self.update_with_validations(json_schema, schema, self.ValidationsMapping.numeric)
        return json_schema


def document(routes: Iterable[Described], *, title: str, version: str) -> dict[str, Any]:
    """The whole document."""
    schemas: dict[str, Any] = {"Error": _ENVELOPE}
    paths: dict[str, dict[str, Any]] = {}
    for route in routes:
        item = paths.setdefault(_PARAMETER.sub(r"{\1}", route.path), {})
        for method in sorted(route.handler.http_methods):
            item[method.lower()] = _operation(route, method, schemas)
    return {
        "openapi": "3.1.0",
        "info": {"title": title, "version": version},
        "paths": dict(sorted(paths.items())),
        "components": {"schemas": schemas, "securitySchemes": SECURITY_SCHEMES},
    }


def _operation(route: Described, method: str, schemas: dict[str, Any]) -> dict[str, Any]:
    function = route.handler.fn
    hints = get_type_hints(function)
    segments = route.path.strip("/").split("/")
    text = inspect.getdoc(function) or ""
    operation: dict[str, Any] = {
        "operationId": _operation_id(method, segments),
        "summary": text.partition("\n")[0].rstrip("."),
        "tags": [" ".join(segment.replace("-", " ") for segment in segments[:2])],
        "parameters": [*_path_parameters(route.path), *_query_parameters(route, hints, schemas)],
        "responses": {
            "200": {"description": "Done", "content": {"application/json": {"schema": _answer(route, hints)}}},
            "default": {
                "description": "Refused",
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}},
            },
        },
    }
    if (description := text.partition("\n")[2].strip()) != "":
        operation["description"] = description
    if (body := _body(hints, schemas)) is not None:
        operation["requestBody"] = {"content": body}
    if (security := _SECURITY.get(segments[0])) is not None:
        operation["security"] = security
    return operation


def _operation_id(method: str, segments: Sequence[str]) -> str:
    words = [re.sub(r"\W+", " ", segment.partition(":")[0]).strip() for segment in segments]
    return "".join(part.capitalize() for word in [method.lower(), *words] for part in word.replace("_", " ").split())


def _path_parameters(path: str) -> list[dict[str, Any]]:
    types = {"int": "integer"}
    return [
        {"name": name, "in": "path", "required": True, "schema": {"type": types.get(kind, "string")}}
        for name, kind in _PARAMETER.findall(path)
    ]


def _query_parameters(route: Described, hints: Mapping[str, Any], schemas: dict[str, Any]) -> list[dict[str, Any]]:
    view = route.handler.opt.get("view")
    parameters: list[dict[str, Any]] = []
    if isinstance(view, View):
        parameters += _view_parameters(view, listed=Listing in hints.values(), shown=Selection in hints.values())
    for kind in hints.values():
        if isinstance(kind, type) and issubclass(kind, QueryBody):
            schema = _schema(kind, schemas)
            required = set(schema.get("required", []))
            for name, content in schema.get("properties", {}).items():
                parameters.append(_query_parameter(name, content, required=name in required))
    return parameters


def _view_parameters(view: View, *, listed: bool, shown: bool) -> list[dict[str, Any]]:
    text, number = {"type": "string"}, {"type": "integer", "minimum": 0}
    if not listed:
        return [_query_parameter("fields", text)] if shown else []
    parameters = [
        _query_parameter("fields", text),
        _query_parameter("offset", {**number, "default": 0}),
        _query_parameter("limit", {**number, "default": view.limit}),
        _query_parameter("order", text),
        _query_parameter("with_deleted", {"type": "boolean"}),
    ]
    return [*parameters, *_filter_parameters(view)]


def _filter_parameters(view: View) -> list[dict[str, Any]]:
    filters = view.filters
    text, texts = {"type": "string"}, {"type": "array", "items": {"type": "string"}}
    either, operators = {"anyOf": [text, texts]}, {"anyOf": [text, texts, {"type": "object"}]}
    parameters = [_query_parameter("q", text)] if filters.q else []
    parameters += [_query_parameter(name, text) for name in filters.text.split()]
    parameters += [_query_parameter(name, either) for name in filters.plain.split()]
    parameters += [_query_parameter(name, operators) for name in f"{filters.operator} {filters.dates}".split()]
    parameters += [_query_parameter(name, {"type": "boolean"}) for name in filters.boolean.split()]
    for name, kind in filters.enum.items():
        values = {"type": "string", "enum": [member.value for member in kind]}
        parameters.append(_query_parameter(name, {"anyOf": [values, {"type": "array", "items": values}]}))
    parameters += [_query_parameter(name, either) for name in filters.paths]
    parameters += [_query_parameter(name, operators) for name in filters.relation]
    if filters.logic:
        objects = {"type": "array", "items": {"type": "object"}}
        parameters += [_query_parameter("$and", objects), _query_parameter("$or", objects)]
    return parameters


def _query_parameter(name: str, schema: Mapping[str, Any], *, required: bool = False) -> dict[str, Any]:
    parameter: dict[str, Any] = {"name": name, "in": "query", "required": required, "schema": schema}
    if schema.get("type") in {"object", "array"} or "anyOf" in schema:
        parameter |= {"style": "deepObject", "explode": True}
    return parameter


def _body(hints: Mapping[str, Any], schemas: dict[str, Any]) -> dict[str, Any] | None:
    kind = hints.get("data")
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        schemas[kind.__name__] = _schema(kind, schemas)
        return {"application/json": {"schema": {"$ref": _REF.format(model=kind.__name__)}}}
    if Files in hints.values():
        files = {"type": "array", "items": {"type": "string", "format": "binary"}}
        return {"multipart/form-data": {"schema": {"type": "object", "properties": {"files": files}}}}
    return None


def _schema(kind: type[BaseModel], schemas: dict[str, Any]) -> dict[str, Any]:
    schema = kind.model_json_schema(ref_template=_REF, schema_generator=_Schemas)
    schemas.update(schema.pop("$defs", {}))
    return schema


def _answer(route: Described, hints: Mapping[str, Any]) -> dict[str, Any]:
    view = route.handler.opt.get("view")
    if not isinstance(view, View):
        return {"type": "object"}
    if Listing not in hints.values():
        return {"type": "object", "properties": {view.one: {"type": "object"}}}
    page = {name: {"type": "integer"} for name in ("count", "offset", "limit")}
    return {"type": "object", "properties": {view.many: {"type": "array", "items": {"type": "object"}}, **page}}
