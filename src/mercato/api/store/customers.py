"""Customers and their own profile and address book."""

from litestar import Router, delete, get, post

from mercato.api.access import CurrentCustomer
from mercato.domains.customers.commands import accounts, addresses
from mercato.domains.customers.schemas import RegisterCustomer, SaveAddress, UpdateProfile
from mercato.domains.customers.views import STORE_ADDRESS, STORE_CUSTOMER
from mercato.kernel.auth.actor import Actor
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, deleted, listing, show
from mercato.kernel.reader.run import fetch
from mercato.kernel.reader.view import Listing, Selection


@post("/", status_code=200, view=STORE_CUSTOMER)
async def register_customer(tx: Tx, actor: Actor, data: RegisterCustomer, fields: Selection) -> Answer:
    """Makes a new login a customer."""
    customer = await accounts.register_customer(tx, actor, data)
    return await show(tx, fields, customer.id)


@get("/me", view=STORE_CUSTOMER)
async def get_profile(tx: Tx, customer: CurrentCustomer, fields: Selection) -> Answer:
    """The own profile."""
    return await show(tx, fields, customer.id)


@post("/me", status_code=200, view=STORE_CUSTOMER)
async def update_profile(tx: Tx, customer: CurrentCustomer, data: UpdateProfile, fields: Selection) -> Answer:
    """Changes the own profile."""
    await accounts.update_profile(tx, customer.id, data)
    return await show(tx, fields, customer.id)


@get("/me/addresses", view=STORE_ADDRESS)
async def list_addresses(tx: Tx, customer: CurrentCustomer, query: Listing) -> Answer:
    """The own address book."""
    return await listing(tx, query, scope={"customer_id": customer.id})


@post("/me/addresses", status_code=200, view=STORE_CUSTOMER)
async def create_address(tx: Tx, customer: CurrentCustomer, data: SaveAddress, fields: Selection) -> Answer:
    """One more address; answers the customer."""
    await addresses.create_address(tx, customer.id, data)
    return await show(tx, fields, customer.id)


@get("/me/addresses/{address_id:str}", view=STORE_ADDRESS)
async def get_address(tx: Tx, customer: CurrentCustomer, address_id: str, fields: Selection) -> Answer:
    """One of the own addresses."""
    return await show(tx, fields, address_id, scope={"customer_id": customer.id})


@post("/me/addresses/{address_id:str}", status_code=200, view=STORE_CUSTOMER)
async def update_address(
    tx: Tx, customer: CurrentCustomer, address_id: str, data: SaveAddress, fields: Selection
) -> Answer:
    """Changes an address; answers the customer."""
    await addresses.update_address(tx, customer.id, address_id, data)
    return await show(tx, fields, customer.id)


@delete("/me/addresses/{address_id:str}", status_code=200, view=STORE_CUSTOMER)
async def delete_address(tx: Tx, customer: CurrentCustomer, address_id: str, fields: Selection) -> Answer:
    """Takes an address out of the book."""
    await addresses.delete_address(tx, customer.id, address_id)
    parent = await fetch(tx, fields, [customer.id])
    return deleted(address_id, "address", parent=parent[0])


router = Router(
    "/customers",
    route_handlers=[
        register_customer,
        get_profile,
        update_profile,
        list_addresses,
        create_address,
        get_address,
        update_address,
        delete_address,
    ],
)
