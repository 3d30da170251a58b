"""Customers who come, with an account or as guests."""

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite

from mercato.domains.customers.events import CustomerCreated, CustomerUpdated
from mercato.domains.customers.models import Customer
from mercato.domains.customers.queries import find_account, find_guest
from mercato.domains.customers.schemas import RegisterCustomer, UpdateProfile
from mercato.domains.identity.models import AuthIdentity, ProviderIdentity
from mercato.domains.identity.queries import email_key
from mercato.kernel.auth.actor import Actor
from mercato.kernel.db import Tx
from mercato.kernel.errors import Duplicate, Invalid, NotFound, Unauthenticated
from mercato.kernel.ids import new_id
from mercato.kernel.text import merge_metadata


async def register_customer(tx: Tx, caller: Actor, data: RegisterCustomer) -> Customer:
    """Makes the caller, a login without an account, a customer.

    Raises:
        Invalid: when the caller is a customer already, or gives another e-mail than the login's.
        Duplicate: when another account has the e-mail.
    """
    if caller.registered:
        raise Invalid("Request already authenticated as a customer.")
    identity = await _login(tx, caller.auth_identity_id)
    if identity.account("customer"):
        raise Invalid("Request already authenticated as a customer.")
    email = await _email_of(tx, identity, data.email)
    values = {**data.given(), "email": email}
    customer = Customer(**{"metadata_": values.pop("metadata", None), **values}, has_account=True)
    tx.add(customer)
    identity.bind("customer", customer.id)
    await tx.flush()
    tx.emit(CustomerCreated(id=customer.id))
    return customer


async def update_profile(tx: Tx, id: str, data: UpdateProfile) -> Customer:
    """Changes what a customer sent of the own profile."""
    customer = await tx.lock(Customer, id)
    values = data.given()
    if "metadata" in values:
        customer.metadata_ = merge_metadata(customer.metadata_, values.pop("metadata"))
    for field, value in values.items():
        setattr(customer, field, value)
    await tx.flush()
    tx.emit(CustomerUpdated(id=id))
    return customer


async def get_or_create_guest(tx: Tx, email: str) -> Customer:
    """The guest of an e-mail, kept in small letters. Two carts that bring a new e-mail at once get the same guest."""
    found = await find_guest(tx, email)
    if found is not None:
        return found
    insert = sqlite.insert if tx.dialect == "sqlite" else postgresql.insert
    row = insert(Customer).values(id=new_id(Customer.__prefix__), email=email_key(email), has_account=False)
    made = (await tx.execute(row.on_conflict_do_nothing().returning(Customer.id))).scalar_one_or_none()
    if made is not None:
        tx.emit(CustomerCreated(id=made))
    guest = await find_guest(tx, email)
    if guest is None:
        raise NotFound(f"Customer with email: {email} was not found")
    return guest


async def customer_of_email(tx: Tx, email: str) -> Customer:
    """Who an e-mail belongs to: the account, else the guest, who is made when there is none."""
    return await find_account(tx, email) or await get_or_create_guest(tx, email)


async def _login(tx: Tx, id: str) -> AuthIdentity:
    try:
        return await tx.lock(AuthIdentity, id)
    except NotFound:
        raise Unauthenticated() from None


async def _email_of(tx: Tx, identity: AuthIdentity, given: str | None) -> str:
    """The e-mail of a new account: its login's. A taken one is refused first, in the words of the contract."""
    login = ProviderIdentity
    query = select(login.entity_id).where(login.auth_identity_id == identity.id, login.deleted_at.is_(None))
    logins = [email_key(entity) for entity in await tx.scalars(query.order_by(login.id))]
    email = email_key(given) if given else next(iter(logins), "")
    if await find_account(tx, email) is not None:
        raise Duplicate("Customer with this email already has an account")
    if email not in logins:
        raise Invalid("The email must be the one of the login")
    return email
