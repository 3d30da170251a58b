"""Rows to read."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from mercato.kernel.db import Tx
from tests.kernel.reader.shop import (
    Address,
    Currency,
    Customer,
    Group,
    Item,
    Membership,
    Order,
    Provider,
    Rate,
    Region,
)


@dataclass
class People:
    zoe: Customer
    bob: Customer
    carla: Customer
    vip: Group
    wholesale: Group


async def people(tx: Tx) -> People:
    """Three customers: Zoë and Bob are VIPs, Zoë has an address."""
    zoe = Customer(email="Zoe@example.com", first_name="Zoë Łukasz", metadata_={"nick": "zz", "n": [1.5, None]})
    bob = Customer(email="bob@example.com", company_name="ACME GmbH", has_account=True, tags=["a", "b"])
    carla = Customer(email="carla@shop.example", first_name="Carla")
    vip, wholesale = Group(name="VIP"), Group(name="Wholesale")
    tx.add(zoe, bob, carla, vip, wholesale)
    await tx.flush()
    tx.add(
        Membership(customer_id=zoe.id, group_id=vip.id, rank=1),
        Membership(customer_id=bob.id, group_id=vip.id, rank=2),
        Address(customer_id=zoe.id, city="Łódź"),
    )
    await tx.flush()
    return People(zoe, bob, carla, vip, wholesale)


async def regions(tx: Tx) -> dict[str, Region]:
    """Germany, France, the United States with two provinces, and their rates."""
    tx.add(Provider(id="tp_system"), Currency(code="eur", name="Euro"))
    await tx.flush()
    made: dict[str, Region] = {}
    for code, currency in (("de", "eur"), ("fr", "eur"), ("us", "xxx")):
        made[code] = Region(country_code=code, provider_id="tp_system", currency_code=currency)
        tx.add(made[code])
        await tx.flush()
    for province in ("ca", "ny"):
        made[province] = Region(country_code="us", province_code=f"us-{province}", parent_id=made["us"].id)
        tx.add(made[province])
        await tx.flush()
    tx.add(
        Rate(region_id=made["us"].id, name="Federal", rate=Decimal("2.5")),
        Rate(region_id=made["ca"].id, name="California", rate=Decimal("7.25")),
        Rate(region_id=made["ca"].id, name="Los Angeles", rate=Decimal(10)),
        Rate(region_id=made["ca"].id, name="None", rate=None),
    )
    await tx.flush()
    return made


async def orders(tx: Tx, customer: Customer, *prices: Any) -> list[Order]:
    """An order for each list of prices; two pieces of each."""
    made: list[Order] = []
    for group in prices:
        order = Order(customer_id=customer.id, currency_code="eur")
        tx.add(order)
        await tx.flush()
        tx.add(
            *[Item(order_id=order.id, title=f"at {price}", quantity=2, unit_price=Decimal(price)) for price in group]
        )
        await tx.flush()
        made.append(order)
    return made
