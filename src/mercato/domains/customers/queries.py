"""Questions about customers."""

from collections.abc import Iterable

from sqlalchemy import select

from mercato.domains.customers.models import Customer, CustomerAddress, CustomerGroup, CustomerGroupCustomer
from mercato.domains.identity.queries import email_key
from mercato.kernel.db import Tx


async def find_account(tx: Tx, email: str) -> Customer | None:
    """The customer with an account of this e-mail."""
    return await _by_email(tx, email, has_account=True)


async def find_guest(tx: Tx, email: str) -> Customer | None:
    """The guest of this e-mail."""
    return await _by_email(tx, email, has_account=False)


async def group_ids_of(tx: Tx, customer_id: str) -> list[str]:
    """The groups that a customer is in."""
    link = CustomerGroupCustomer
    query = select(link.customer_group_id).join(CustomerGroup, CustomerGroup.id == link.customer_group_id)
    query = query.where(link.customer_id == customer_id, link.deleted_at.is_(None), CustomerGroup.deleted_at.is_(None))
    return await tx.scalars(query.order_by(link.customer_group_id))


async def addresses_of(tx: Tx, customer_id: str, ids: Iterable[str] | None = None) -> list[CustomerAddress]:
    """A customer's addresses, all or those of the ids, oldest first."""
    address = CustomerAddress
    query = select(address).where(address.customer_id == customer_id, address.deleted_at.is_(None))
    if ids is not None:
        query = query.where(address.id.in_(list(ids)))
    return await tx.scalars(query.order_by(address.id))


async def _by_email(tx: Tx, email: str, *, has_account: bool) -> Customer | None:
    query = select(Customer).where(
        Customer.email == email_key(email), Customer.has_account.is_(has_account), Customer.deleted_at.is_(None)
    )
    return await tx.scalar(query)
