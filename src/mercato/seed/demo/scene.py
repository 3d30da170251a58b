"""Makes the marketplace of the demo, once, and says who can log in."""

from typing import Any

from sqlalchemy import select

from mercato.app import create_app, open_db
from mercato.domains.identity.models import ApiKey
from mercato.domains.sellers.models import Seller
from mercato.kernel.db import Db
from mercato.kernel.errors import NotAllowed
from mercato.seed.demo.shopping import buy, carry_on, register_customer
from mercato.seed.demo.story import ADMIN, KEY_TITLE, PASSWORD, Market, Place, Shop, data, open_market, open_shop
from mercato.settings import Settings


async def ensure_demo(settings: Settings) -> str:
    """Fills the database unless it holds the demo already; the logins and the storefront's key, to be printed.

    Raises:
        NotAllowed: when the database holds somebody's own marketplace.
    """
    db = open_db(settings)
    try:
        key = await _key_of_demo(db)
        if key is None:
            key = await _make(settings, db)
        return _told(settings, key)
    finally:
        await db.close()


async def _key_of_demo(db: Db) -> str | None:
    async with db.read() as tx:
        key = await tx.scalar(select(ApiKey).where(ApiKey.title == KEY_TITLE, ApiKey.deleted_at.is_(None)))
        if key is None and await tx.scalar(select(Seller.id).limit(1)) is not None:
            raise NotAllowed("This database holds a marketplace already; the demo goes into an empty one.")
        return None if key is None else key.token


async def _make(settings: Settings, db: Db) -> str:
    place = Place(create_app(settings, db), db, settings.upload_dir, settings.backend_url)
    operator, market = await open_market(place)
    shops = [await open_shop(place, operator, market, seller) for seller in data()["sellers"]]
    await _trade(place, market, shops)
    return market.key


async def _trade(place: Place, market: Market, shops: list[Shop]) -> None:
    people: list[dict[str, Any]] = data()["customers"]
    customers = [await register_customer(place.application, market, person) for person in people]
    for cart in data()["carts"]:
        number: int = cart["customer"]
        orders = await buy(customers[number], people[number], market, shops, cart["lines"])
        for order in orders:
            index = next(i for i, shop in enumerate(shops) if shop.id == order["seller"]["id"])
            await carry_on(shops[index], order, cart["orders"][str(index)])


def _told(settings: Settings, key: str) -> str:
    rows = [("Operator", ADMIN[0], ADMIN[1], "")]
    rows += [("Seller", seller["email"], PASSWORD, seller["name"]) for seller in data()["sellers"]]
    rows += [("Customer", p["email"], PASSWORD, f"{p['first_name']} {p['last_name']}") for p in data()["customers"]]
    lines = [f"  {who:<9} {email:<27} {password:<12} {name}".rstrip() for who, email, password, name in rows]
    return "\n".join([*lines, f"  Publishable key  {key}", f"  Pictures         {settings.upload_dir.resolve()}"])
