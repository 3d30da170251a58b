"""Tables of regions, countries and currencies."""

from decimal import Decimal
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from mercato.kernel.db import HasMetadata, Record, Stamped, index_live, unique_live


class Currency(Stamped):
    """A currency of the world; the rows come with the installation."""

    __tablename__ = "currency"

    code: Mapped[str] = mapped_column(primary_key=True, sort_order=-1)
    symbol: Mapped[str]
    symbol_native: Mapped[str]
    name: Mapped[str]
    decimal_digits: Mapped[int]
    rounding: Mapped[Decimal] = mapped_column(default=Decimal(0))


class Region(HasMetadata, Record, prefix="reg"):
    """Countries that are sold to in one currency."""

    __tablename__ = "region"

    name: Mapped[str]
    currency_code: Mapped[str]
    automatic_taxes: Mapped[bool] = mapped_column(default=True)


class Country(Stamped):
    """A country of the world; the rows come with the installation. It belongs to one region at most."""

    __tablename__ = "region_country"
    __table_args__ = (index_live("region_country", "region_id"),)

    iso_2: Mapped[str] = mapped_column(primary_key=True, sort_order=-1)
    iso_3: Mapped[str]
    num_code: Mapped[str]
    name: Mapped[str]
    display_name: Mapped[str]
    region_id: Mapped[str | None] = mapped_column(ForeignKey("region.id"))
    metadata_: Mapped[dict[str, Any] | None] = mapped_column("metadata", default=None, sort_order=899)


class RegionPaymentProvider(Record, prefix="regpp"):
    """A way of paying in a region. The providers stand above regions, so theirs is a plain id."""

    __tablename__ = "region_payment_provider"
    __table_args__ = (
        unique_live("region_payment_provider", "region_id", "payment_provider_id"),
        index_live("region_payment_provider", "payment_provider_id"),
    )

    region_id: Mapped[str] = mapped_column(ForeignKey("region.id"))
    payment_provider_id: Mapped[str]
