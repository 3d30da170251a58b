"""Tables of tax settings. Rates are per cent."""

from decimal import Decimal

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from mercato.kernel.db import HasMetadata, Record, Stamped, index_live, unique_live


def _unique_where(name: str, *columns: str, condition: str) -> Index:
    """Unique among the living rows that also fulfil a condition."""
    alive = text(f"deleted_at IS NULL AND {condition}")
    return Index(name, *columns, unique=True, sqlite_where=alive, postgresql_where=alive)


class TaxProvider(Stamped):
    """Who computes taxes (`tp_system`: the rates of these tables)."""

    __tablename__ = "tax_provider"

    id: Mapped[str] = mapped_column(primary_key=True, sort_order=-1)
    is_enabled: Mapped[bool] = mapped_column(default=True)


class TaxRegion(HasMetadata, Record, prefix="txreg"):
    """A country with its own taxes, or a province below one. Codes are small letters."""

    __tablename__ = "tax_region"
    __table_args__ = (
        _unique_where("uq_tax_region_country", "country_code", condition="province_code IS NULL"),
        unique_live("tax_region", "country_code", "province_code"),
        index_live("tax_region", "parent_id"),
    )

    country_code: Mapped[str]
    province_code: Mapped[str | None]
    created_by: Mapped[str | None]
    provider_id: Mapped[str | None] = mapped_column(ForeignKey("tax_provider.id"))
    parent_id: Mapped[str | None] = mapped_column(ForeignKey("tax_region.id"))


class TaxRate(HasMetadata, Record, prefix="txr"):
    """A rate of a region: its default, or one for what its rules name. A rate of null is no tax of its own."""

    __tablename__ = "tax_rate"
    __table_args__ = (
        _unique_where("uq_tax_rate_default", "tax_region_id", condition="is_default"),
        index_live("tax_rate", "tax_region_id"),
    )

    rate: Mapped[Decimal | None]
    code: Mapped[str]
    name: Mapped[str]
    is_default: Mapped[bool] = mapped_column(default=False)
    is_combinable: Mapped[bool] = mapped_column(default=False)
    created_by: Mapped[str | None]
    tax_region_id: Mapped[str] = mapped_column(ForeignKey("tax_region.id"))


class TaxRateRule(HasMetadata, Record, prefix="txrule"):
    """What a rate is for: a `product`, a `product_type` or a `shipping_option`."""

    __tablename__ = "tax_rate_rule"
    __table_args__ = (unique_live("tax_rate_rule", "tax_rate_id", "reference_id"),)

    reference: Mapped[str]
    reference_id: Mapped[str]
    created_by: Mapped[str | None]
    tax_rate_id: Mapped[str] = mapped_column(ForeignKey("tax_rate.id"))
