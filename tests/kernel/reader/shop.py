"""A small world to read from: tables of their own, apart from the program's."""

from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, MetaData
from sqlalchemy.orm import Mapped, mapped_column

from mercato.kernel.db import HasMetadata, Record, Stamped, index_live
from mercato.kernel.reader.view import Computed, Edge, Filters, Graph, Row, SqlText, View

METADATA = MetaData()


class Status(StrEnum):
    DRAFT = "draft"
    PUBLISHED = "published"


class Currency(Stamped):
    __tablename__ = "currency"
    metadata = METADATA

    code: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    decimal_digits: Mapped[int] = mapped_column(default=2)


class Customer(HasMetadata, Record, prefix="cus"):
    __tablename__ = "customer"
    __private__ = "password_hash"
    metadata = METADATA

    email: Mapped[str]
    first_name: Mapped[str | None]
    company_name: Mapped[str | None]
    has_account: Mapped[bool] = mapped_column(default=False)
    password_hash: Mapped[str | None]
    tags: Mapped[list[Any] | None]


class Address(Record, prefix="cuaddr"):
    __tablename__ = "customer_address"
    __table_args__ = (index_live("customer_address", "customer_id"),)
    metadata = METADATA

    customer_id: Mapped[str] = mapped_column(ForeignKey("customer.id"))
    city: Mapped[str | None]
    is_default: Mapped[bool] = mapped_column(default=False)


class Group(Record, prefix="cusgroup"):
    __tablename__ = "customer_group"
    metadata = METADATA

    name: Mapped[str]


class Membership(Record, prefix="cusgc"):
    __tablename__ = "customer_group_customer"
    metadata = METADATA

    customer_id: Mapped[str] = mapped_column(ForeignKey("customer.id"))
    group_id: Mapped[str] = mapped_column(ForeignKey("customer_group.id"))
    rank: Mapped[int] = mapped_column(default=0)


class Provider(Record, prefix="tp"):
    __tablename__ = "tax_provider"
    metadata = METADATA

    is_enabled: Mapped[bool] = mapped_column(default=True)


class Region(Record, prefix="txreg"):
    __tablename__ = "tax_region"
    metadata = METADATA

    country_code: Mapped[str]
    province_code: Mapped[str | None]
    parent_id: Mapped[str | None] = mapped_column(ForeignKey("tax_region.id"))
    provider_id: Mapped[str | None] = mapped_column(ForeignKey("tax_provider.id"))
    # Known elsewhere: a link to another module, without a foreign key.
    currency_code: Mapped[str | None]


class Rate(Record, prefix="txr"):
    __tablename__ = "tax_rate"
    metadata = METADATA

    region_id: Mapped[str] = mapped_column(ForeignKey("tax_region.id"))
    name: Mapped[str]
    rate: Mapped[Decimal | None]


class Thing(Record, prefix="thing"):
    """A value of every kind, and more columns than SQLite takes arguments."""

    __tablename__ = "thing"
    metadata = METADATA

    name: Mapped[str | None]
    size: Mapped[int | None]
    price: Mapped[Decimal | None]
    ready: Mapped[bool | None]
    seen_at: Mapped[datetime | None]
    data: Mapped[dict[str, Any] | None]
    status: Mapped[Status | None]
    order: Mapped[int | None]
    for _n in range(70):
        vars()[f"extra_{_n}"] = mapped_column(default=None)
        __annotations__[f"extra_{_n}"] = Mapped[str | None]


class Order(Record, prefix="order"):
    __tablename__ = "order"
    metadata = METADATA

    customer_id: Mapped[str]
    currency_code: Mapped[str]


class Item(Record, prefix="item"):
    __tablename__ = "item"
    metadata = METADATA

    order_id: Mapped[str] = mapped_column(ForeignKey("order.id"))
    title: Mapped[str]
    quantity: Mapped[int]
    unit_price: Mapped[Decimal]


CALLS: list[tuple[str, int, frozenset[str], Any]] = []
"""What the computed fields were asked, in order."""


async def fill_item(tx: Any, rows: list[Row], names: frozenset[str], context: Any) -> None:
    CALLS.append(("item", len(rows), names, context))
    for row in rows:
        row["total"] = row["unit_price"] * row["quantity"]


async def fill_order(tx: Any, rows: list[Row], names: frozenset[str], context: Any) -> None:
    CALLS.append(("order", len(rows), names, context))
    for row in rows:
        row["total"] = sum((item["total"] for item in row["items"]), Decimal(0))
        row["summary"] = {"paid": Decimal("0.00"), "due": row["total"], "raw": [Decimal("1.50")]}


async def fill_customer(tx: Any, rows: list[Row], names: frozenset[str], context: Any) -> None:
    CALLS.append(("customer", len(rows), names, context))
    for row in rows:
        row["spent"] = sum((order["total"] for order in row["orders"]), Decimal(0))


GRAPH = Graph(
    edges=[
        Edge(Customer, "addresses", Address, many=True, hops=[("id", Address, "customer_id")]),
        Edge(Address, "customer", Customer, many=False, hops=[("customer_id", Customer, "id")]),
        Edge(
            Customer,
            "groups",
            Group,
            many=True,
            hops=[("id", Membership, "customer_id"), ("group_id", Group, "id")],
        ),
        Edge(
            Group,
            "customers",
            Customer,
            many=True,
            hops=[("id", Membership, "group_id"), ("customer_id", Customer, "id")],
            order="-rank",
        ),
        Edge(
            Customer,
            "home",
            Address,
            many=False,
            hops=[("id", Address, "customer_id")],
            where={"is_default": True},
            absent=True,
        ),
        Edge(Customer, "orders", Order, many=True, hops=[("id", Order, "customer_id")]),
        Edge(Region, "parent", Region, many=False, hops=[("parent_id", Region, "id")]),
        Edge(Region, "children", Region, many=True, hops=[("id", Region, "parent_id")]),
        Edge(Region, "provider", Provider, many=False, hops=[("provider_id", Provider, "id")]),
        Edge(Region, "currency", Currency, many=False, hops=[("currency_code", Currency, "code")], absent=True),
        Edge(Region, "rates", Rate, many=True, hops=[("id", Rate, "region_id")], order="-rate"),
        Edge(Rate, "region", Region, many=False, hops=[("region_id", Region, "id")]),
        Edge(Order, "items", Item, many=True, hops=[("id", Item, "order_id")]),
        Edge(Order, "customer", Customer, many=False, hops=[("customer_id", Customer, "id")]),
    ],
    computed=[
        Computed(Customer, names="spent", needs="orders.total", fill=fill_customer),
        Computed(Order, names="total summary", needs="items.total", fill=fill_order),
        Computed(Item, names="total", needs="unit_price quantity", fill=fill_item, with_star=True),
    ],
    virtual={Region: {"level": SqlText("CASE WHEN {t}.parent_id IS NULL THEN 0 ELSE 1 END", kind="int")}},
)

CUSTOMER_FIELDS = "id company_name first_name email metadata has_account created_at updated_at deleted_at"
CUSTOMER = View(
    Customer,
    one="customer",
    many="customers",
    default=CUSTOMER_FIELDS,
    search="email first_name company_name",
    missing="Customer with id: {id} was not found",
    filters=Filters(
        plain="email first_name company_name",
        text="tags",
        operator="id metadata",
        dates="created_at updated_at",
        boolean="has_account",
        relation={"groups": "id name created_at", "addresses": "city customer.email"},
        paths={"group_name": "groups.name", "city": "addresses.city"},
        q=True,
        logic=True,
    ),
)
ALLOWED_CUSTOMER = View(
    Customer,
    one="customer",
    many="customers",
    default=CUSTOMER_FIELDS,
    allowed=f"{CUSTOMER_FIELDS} addresses groups",
)
STORE_CUSTOMER = View(
    Customer,
    one="customer",
    many="customers",
    default="id email *addresses",
    restricted="orders password_hash has_account",
    always="first_name",
    search="groups.name addresses.city metadata.nick",
    filters=Filters(q=True),
)
GROUP = View(Group, one="customer_group", many="customer_groups", default="id name")
CURRENCY = View(
    Currency,
    one="currency",
    many="currencies",
    default="code name decimal_digits",
    limit=200,
    search="code name decimal_digits",
    missing="Currency with code: {id} was not found",
    key="code",
    filters=Filters(plain="code decimal_digits", q=True, logic=True),
)
REGION = View(
    Region,
    one="tax_region",
    many="tax_regions",
    default="id country_code province_code parent_id provider_id *children *children.rates *parent *rates",
    limit=20,
    filters=Filters(
        plain="id level",
        operator="country_code province_code parent_id",
        paths={"rate": "rates.rate"},
        dates="created_at",
        logic=True,
    ),
)
RATE = View(Rate, one="tax_rate", many="tax_rates", default="id name rate region_id")
THING = View(
    Thing,
    one="thing",
    many="things",
    default="*",
    search="name size data.note",
    virtual={
        "loud": SqlText(
            "upper({t}.name)",
            postgresql="upper({t}.name)",
        )
    },
    with_deleted=True,
    filters=Filters(
        plain="loud size",
        operator="name price data",
        dates="seen_at",
        boolean="ready",
        enum={"status": Status},
        q=True,
    ),
)
ORDER = View(Order, one="order", many="orders", default="id total *items")
LENIENT = View(Group, one="g", many="gs", default="id name", strip_unknown=True, order="-name")
