"""Tables of customers."""

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from mercato.kernel.db import HasMetadata, Record, index_live, unique_live


class Customer(HasMetadata, Record, prefix="cus"):
    """Somebody who buys: a guest, known by an e-mail, or the owner of an account. One e-mail may be one of each."""

    __tablename__ = "customer"
    __table_args__ = (unique_live("customer", "email", "has_account"), index_live("customer", "created_at", "id"))

    company_name: Mapped[str | None]
    first_name: Mapped[str | None]
    last_name: Mapped[str | None]
    email: Mapped[str | None]
    phone: Mapped[str | None]
    has_account: Mapped[bool] = mapped_column(default=False)
    created_by: Mapped[str | None]


def _one_default(kind: str) -> Index:
    alive = text(f"deleted_at IS NULL AND is_default_{kind}")
    return Index(
        f"uq_customer_address_default_{kind}", "customer_id", unique=True, sqlite_where=alive, postgresql_where=alive
    )


class CustomerAddress(HasMetadata, Record, prefix="cuaddr"):
    """An address in a customer's book; one at most is the default for shipping, one for billing."""

    __tablename__ = "customer_address"
    __table_args__ = (
        _one_default("shipping"),
        _one_default("billing"),
        index_live("customer_address", "customer_id"),
    )

    address_name: Mapped[str | None]
    is_default_shipping: Mapped[bool] = mapped_column(default=False)
    is_default_billing: Mapped[bool] = mapped_column(default=False)
    company: Mapped[str | None]
    first_name: Mapped[str | None]
    last_name: Mapped[str | None]
    address_1: Mapped[str | None]
    address_2: Mapped[str | None]
    city: Mapped[str | None]
    country_code: Mapped[str | None]
    province: Mapped[str | None]
    postal_code: Mapped[str | None]
    phone: Mapped[str | None]
    customer_id: Mapped[str] = mapped_column(ForeignKey("customer.id"))


class CustomerGroup(HasMetadata, Record, prefix="cusgroup"):
    """Customers who are treated alike, by prices and promotions."""

    __tablename__ = "customer_group"
    __table_args__ = (unique_live("customer_group", "name"),)

    name: Mapped[str]
    created_by: Mapped[str | None]


class CustomerGroupCustomer(HasMetadata, Record, prefix="cusgc"):
    """A customer's place in a group."""

    __tablename__ = "customer_group_customer"
    __table_args__ = (
        unique_live("customer_group_customer", "customer_id", "customer_group_id"),
        index_live("customer_group_customer", "customer_group_id"),
    )

    created_by: Mapped[str | None]
    customer_id: Mapped[str] = mapped_column(ForeignKey("customer.id"))
    customer_group_id: Mapped[str] = mapped_column(ForeignKey("customer_group.id"))
