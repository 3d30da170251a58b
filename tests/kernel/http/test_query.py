"""How query strings are read."""

from decimal import Decimal
from enum import StrEnum
from typing import Any

import pytest

from mercato.kernel.errors import Invalid
from mercato.kernel.http.params import OpenQuery, QueryBody, read_params
from mercato.kernel.http.query import parse_form, parse_query
from mercato.kernel.http.types import Opt


@pytest.mark.parametrize(
    ("text", "parsed"),
    [
        ("", {}),
        ("a", {"a": ""}),
        ("&&=x&a=1", {"a": "1"}),
        ("a[b]=1", {"a": {"b": "1"}}),
        ("a%5Bb%5D=1", {"a": {"b": "1"}}),
        ("a[]=1&a[]=2", {"a": ["1", "2"]}),
        ("a=1&a=2", {"a": ["1", "2"]}),
        ("a=1&a[]=2", {"a": ["1", "2"]}),
        ("a[0]=1&a[3]=2", {"a": ["1", "2"]}),
        ("a[7]=2&a[2]=1", {"a": ["1", "2"]}),
        ("a[999999999]=1", {"a": ["1"]}),
        ("id[]=x,y", {"id": ["x", "y"]}),
        ("id[]=x,y&id[]=z", {"id": ["x,y", "z"]}),
        ("id=x,y", {"id": "x,y"}),
        ("code[]=", {"code": [""]}),
        ("a.b=1", {"a": {"b": "1"}}),
        ("a.b=1&a.c=2", {"a": {"b": "1", "c": "2"}}),
        ("a.b[$gte]=1", {"a": {"b": {"$gte": "1"}}}),
        ("fields=%2Bx,+y", {"fields": "+x, y"}),
        ("q=%C5%82", {"q": "ł"}),
        ("q=ł", {"q": "ł"}),
        ("q=%zz", {"q": "%zz"}),
        ("q=%ff", {"q": "%ff"}),
        ("$or[0][email]=x&$or[1][q]=z", {"$or": [{"email": "x"}, {"q": "z"}]}),
        ("created_at[$gte]=2020&created_at[$lt]=2021", {"created_at": {"$gte": "2020", "$lt": "2021"}}),
        ("a[b][c][d][e][f][g]=1", {"a": {"b": {"c": {"d": {"e": {"f": {"[g]": "1"}}}}}}}),
        ("a[b=1", {"a[b": "1"}),
    ],
)
def test_parsing(text: str, parsed: dict[str, Any]):
    assert parse_query(text.encode()) == parsed


@pytest.mark.parametrize("text", ["a.b.c=1", "a=%00"])
def test_refused(text: str):
    with pytest.raises(Invalid):
        parse_query(text)


def test_a_long_list_is_no_problem():
    assert len(parse_query("&".join(f"id[]={n}" for n in range(20_000)))["id"]) == 20_000


def test_forms_are_not_split_at_commas_or_dots():
    assert parse_form(b"a.b=1&c[]=x,y") == {"a.b": "1", "c": ["x,y"]}


class Sort(StrEnum):
    NAME = "name"
    PRICE = "price"


class Search(QueryBody):
    limit: int = 12
    price: Opt[Decimal] = None
    in_stock: Opt[bool] = None
    region_id: Opt[str] = None
    ids: str | list[str] = ""
    sort: Sort = Sort.NAME


@pytest.mark.parametrize(
    ("query", "limit"),
    [("limit=5", 5), ("limit=2abc", 2), ("limit=1.9", 1), ("limit=1e1", 1), ("limit=0x10", 16), ("limit=-3", -3)],
)
def test_integers_are_their_leading_digits(query: str, limit: int):
    assert read_params(Search, parse_query(query)).limit == limit


def test_texts_become_what_the_field_wants():
    read_in = read_params(Search, parse_query("price=1.50&in_stock=true&ids[]=a&ids[]=b&sort=price"))
    assert read_in.given() == {"price": Decimal("1.50"), "in_stock": True, "ids": ["a", "b"], "sort": Sort.PRICE}


@pytest.mark.parametrize(
    ("query", "complaint"),
    [
        ("limit=abc", "Expected type: 'number' for field 'limit', got: 'nan'"),
        ("limit=", "Expected type: 'number' for field 'limit', got: 'string'"),
        ("limit=1&limit=2", "Expected type: 'number' for field 'limit', got: 'array'"),
        (f"limit={'9' * 30}", "Value for field 'limit' too big, expected at most: '9007199254740991'"),
        ("in_stock=TRUE", "Expected type: 'boolean' for field 'in_stock', got: 'string'"),
        ("price=x", "Expected type: 'number' for field 'price', got: 'nan'"),
        ("region_id[]=a&region_id[]=b", "Expected type: 'string' for field 'region_id', got: 'array'"),
        ("ids[a]=1", "Expected type: 'string, array' for field 'ids', got: 'object'"),
        ("sort=date", "Expected: 'name, price' for field 'sort', but got: 'date'"),
        ("foo=1&bar=2", "Unrecognized fields: 'foo, bar'"),
    ],
)
def test_complaints_about_queries(query: str, complaint: str):
    with pytest.raises(Invalid) as refused:
        read_params(Search, parse_query(query))
    assert refused.value.message == f"Invalid request: {complaint}"


def test_an_open_query_ignores_the_rest():
    class Anything(OpenQuery):
        cart_id: Opt[str] = None

    assert read_params(Anything, parse_query("cart_id=c&x=1")).given() == {"cart_id": "c"}
