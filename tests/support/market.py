"""A running marketplace in one process: an operator, sellers with their goods, shoppers; and purchases in it."""

from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import Any

import httpx
from sqlalchemy import select

from mercato.domains.customers.models import Customer
from mercato.domains.identity.models import AuthIdentity
from mercato.domains.inventory.models import InventoryLevel
from mercato.domains.sellers.commands import create_seller
from mercato.domains.sellers.models import Seller, StoreStatus
from mercato.domains.stores.queries import default_store
from mercato.kernel import clock
from mercato.kernel.auth.actor import Actor, ActorType
from mercato.kernel.auth.freshness import access_changed
from mercato.kernel.auth.tokens import Tokens
from mercato.kernel.db import Db
from tests.support import people
from tests.support.people import fine
from tests.support.purchases import Shelf, a_basket, a_shelf


@dataclass(frozen=True)
class Shop:
    """A seller with goods on a shelf, and the client of its owner."""

    id: str
    member_id: str
    client: httpx.AsyncClient
    shelf: Shelf


@dataclass(frozen=True)
class Sale:
    """A purchase: the answer of its completion, and the id of each shelf's order."""

    cart_id: str
    answer: Any
    order_ids: tuple[str, ...]

    @property
    def set_id(self) -> str:
        """The order set."""
        return self.answer["order_set"]["id"]

    @property
    def order_id(self) -> str:
        """The order of the first shelf."""
        return self.order_ids[0]


@dataclass
class Market:
    """What the tests of one application need. `work` does what events have left to do."""

    app: Any
    db: Db
    tokens: Tokens
    admin: httpx.AsyncClient
    store: httpx.AsyncClient
    work: Callable[[], Awaitable[int]]
    stack: AsyncExitStack

    async def shop(self, name: str, *, stocked: int = 10, kit: int = 1) -> Shop:
        """A seller that sells one product."""
        async with self.db.tx() as tx:
            seller, owner = await create_seller(tx, seller={"name": name}, member={"name": name})
            identity = AuthIdentity()
            identity.bind("seller", owner.id)
            tx.add(identity)
            channel = (await default_store(tx)).default_sales_channel_id or ""
            shelf = await a_shelf(tx, channel, name, stocked=stocked, seller_id=seller.id, kit=kit)
        client = await self._client(Actor(ActorType.SELLER, owner.id, identity.id))
        return Shop(seller.id, owner.id, client, shelf)

    async def operators_shelf(self) -> Shelf:
        """A product that belongs to no seller."""
        async with self.db.tx() as tx:
            channel = (await default_store(tx)).default_sales_channel_id or ""
            return await a_shelf(tx, channel, None, stocked=10)

    async def customer(self, email: str, *, has_account: bool = True) -> tuple[str, httpx.AsyncClient]:
        """A customer and its client; a guest's client has no login."""
        async with self.db.tx() as tx:
            customer = Customer(email=email, first_name="Anna", last_name="Berg", has_account=has_account)
            identity = AuthIdentity()
            identity.bind("customer", customer.id)
            tx.add(customer, identity)
        if not has_account:
            return customer.id, self.store
        client = await self._client(Actor(ActorType.CUSTOMER, customer.id, identity.id))
        client.headers["x-publishable-api-key"] = self.store.headers["x-publishable-api-key"]
        return customer.id, client

    async def buy(self, *shelves: Shelf, capture: bool = True, **cart: Any) -> Sale:
        """Buys two pieces from each shelf; the money is taken at once, unless it shall not be."""
        async with self.db.tx() as tx:
            channel = (await default_store(tx)).default_sales_channel_id or ""
            purchase = await a_basket(tx, channel, shelves, **cart)
        answer = fine(await self.store.post(f"/store/carts/{purchase.cart_id}/complete"))
        if capture:
            await self.work()
        orders = {
            order["seller"]["id"] if "seller" in order else None: order for order in answer["order_set"]["orders"]
        }
        return Sale(purchase.cart_id, answer, tuple(orders[shelf.seller_id]["id"] for shelf in shelves))

    async def stock(self, shelf: Shelf) -> tuple[int, int]:
        """What lies on a shelf and what of it is promised."""
        async with self.db.read() as tx:
            level = await tx.scalar(select(InventoryLevel).where(InventoryLevel.id == shelf.level_id))
        assert level is not None
        return level.stocked_quantity, level.reserved_quantity

    async def suspend(self, shop: Shop) -> None:
        """The operator stops a seller."""
        async with self.db.tx() as tx:
            (await tx.get(Seller, shop.id)).store_status = StoreStatus.SUSPENDED
        access_changed()

    async def _client(self, actor: Actor) -> httpx.AsyncClient:
        bearer = f"Bearer {self.tokens.caller(actor, clock.now())}"
        return await self.stack.enter_async_context(people.client(self.app, authorization=bearer))


async def line_of(shop: Shop, order_id: str) -> str:
    """The first line of an order."""
    order = fine(await shop.client.get(f"/vendor/orders/{order_id}", params={"fields": "id,*items"}))["order"]
    return order["items"][0]["id"]


async def packed(shop: Shop, order_id: str, quantity: int = 2) -> str:
    """A parcel with so many pieces of the order's first line."""
    body = {
        "items": [{"id": await line_of(shop, order_id), "quantity": quantity}],
        "requires_shipping": True,
        "location_id": shop.shelf.location_id,
    }
    return fine(await shop.client.post(f"/vendor/orders/{order_id}/fulfillments", json=body))["fulfillment"]["id"]


async def shipped(shop: Shop, order_id: str, parcel_id: str) -> Any:
    """The order, after a parcel was handed over."""
    path = f"/vendor/orders/{order_id}/fulfillments/{parcel_id}/shipments"
    return fine(await shop.client.post(path, json={"items": []}))["order"]


def refusal(response: httpx.Response) -> tuple[int, Any]:
    """Status and body of an answer that must be a refusal the client can read."""
    assert 400 <= response.status_code < 500, f"{response.status_code} {response.text}"
    return response.status_code, response.json()


FORBIDDEN = (403, {"message": "You are not allowed to perform this action", "type": "not_allowed"})


def invalid(message: str, kind: str = "invalid_data") -> tuple[int, Any]:
    """A refusal with status 400."""
    return 400, {"type": kind, "message": message}
