"""The address book of a customer."""

from typing import Any

from sqlalchemy import update

from mercato.domains.customers.models import Customer, CustomerAddress
from mercato.domains.customers.queries import addresses_of
from mercato.domains.customers.schemas import SaveAddress
from mercato.kernel.db import Tx
from mercato.kernel.errors import NotFound
from mercato.kernel.text import merge_metadata

DEFAULTS = ("is_default_shipping", "is_default_billing")


async def create_address(tx: Tx, customer_id: str, data: SaveAddress) -> CustomerAddress:
    """One more address. A new default takes the place of the old one."""
    await tx.lock(Customer, customer_id)
    values = data.given()
    await _give_up_defaults(tx, customer_id, values)
    address = CustomerAddress(customer_id=customer_id, metadata_=values.pop("metadata", None), **values)
    tx.add(address)
    await tx.flush()
    return address


async def update_address(tx: Tx, customer_id: str, id: str, data: SaveAddress) -> CustomerAddress:
    """Changes what was sent. A new default takes the place of the old one.

    Raises:
        NotFound: for an address that is not in this customer's book.
    """
    await tx.lock(Customer, customer_id)
    address = await _address(tx, customer_id, id)
    values = data.given()
    await _give_up_defaults(tx, customer_id, values, kept=id)
    if "metadata" in values:
        address.metadata_ = merge_metadata(address.metadata_, values.pop("metadata"))
    for field, value in values.items():
        setattr(address, field, value)
    await tx.flush()
    return address


async def delete_address(tx: Tx, customer_id: str, id: str) -> None:
    """Takes an address out of the book.

    Raises:
        NotFound: for an address that is not in it.
    """
    await tx.lock(Customer, customer_id)
    await tx.delete(await _address(tx, customer_id, id))


async def _address(tx: Tx, customer_id: str, id: str) -> CustomerAddress:
    for address in await addresses_of(tx, customer_id, [id]):
        return address
    raise NotFound(f"Address with id: {id} was not found")


async def _give_up_defaults(tx: Tx, customer_id: str, values: dict[str, Any], *, kept: str = "") -> None:
    """The former defaults step back first: there is never more than one, also not for a moment."""
    address = CustomerAddress
    for name in DEFAULTS:
        if values.get(name):
            others = (address.customer_id == customer_id, address.id != kept, address.deleted_at.is_(None))
            former = update(address).where(*others, getattr(address, name).is_(True))
            await tx.execute(former.values({name: False}))
