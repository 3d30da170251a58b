"""Tables of prices: sets of prices, their conditions, lists with dates, and how tax is understood."""

from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from mercato.kernel.db import Record, index_live, unique_live


class PriceListType(StrEnum):
    """A sale lowers the price beside it; an override replaces it."""

    SALE = "sale"
    OVERRIDE = "override"


class PriceListStatus(StrEnum):
    """Whether a list counts. When it counts is a matter of its dates."""

    ACTIVE = "active"
    DRAFT = "draft"


class PriceRuleOperator(StrEnum):
    """How a condition of a price compares."""

    GTE = "gte"
    LTE = "lte"
    GT = "gt"
    LT = "lt"
    EQ = "eq"


class PriceSet(Record, prefix="pset"):
    """All prices of one thing: a variant or a shipping option."""

    __tablename__ = "price_set"


class PriceList(Record, prefix="plist"):
    """Prices that hold for a while, or for some customers. `rules_count` is kept beside the rules."""

    __tablename__ = "price_list"
    __table_args__ = (index_live("price_list", "status", "starts_at", "ends_at"),)

    status: Mapped[PriceListStatus] = mapped_column(default=PriceListStatus.DRAFT)
    starts_at: Mapped[datetime | None]
    ends_at: Mapped[datetime | None]
    rules_count: Mapped[int] = mapped_column(default=0)
    title: Mapped[str]
    description: Mapped[str]
    type: Mapped[PriceListType] = mapped_column(default=PriceListType.SALE)


class PriceListRule(Record, prefix="plrule"):
    """For whom a price list holds: one of the values must be the customer's."""

    __tablename__ = "price_list_rule"
    __table_args__ = (
        unique_live("price_list_rule", "price_list_id", "attribute"),
        index_live("price_list_rule", "attribute"),
    )

    attribute: Mapped[str]
    value: Mapped[list[Any]]
    price_list_id: Mapped[str] = mapped_column(ForeignKey("price_list.id"))


class Price(Record, prefix="price"):
    """An amount in a currency, for a range of quantities. `rules_count` is kept beside the rules."""

    __tablename__ = "price"
    __table_args__ = (
        index_live("price", "price_set_id", "currency_code"),
        index_live("price", "price_list_id"),
    )

    title: Mapped[str | None]
    price_set_id: Mapped[str] = mapped_column(ForeignKey("price_set.id"))
    currency_code: Mapped[str]
    amount: Mapped[Decimal]
    min_quantity: Mapped[Decimal | None]
    max_quantity: Mapped[Decimal | None]
    rules_count: Mapped[int] = mapped_column(default=0)
    price_list_id: Mapped[str | None] = mapped_column(ForeignKey("price_list.id"))


class PriceRule(Record, prefix="prule"):
    """A condition of a price; all of them must hold."""

    __tablename__ = "price_rule"
    __table_args__ = (unique_live("price_rule", "price_id", "attribute", "operator"),)

    attribute: Mapped[str]
    value: Mapped[str]
    operator: Mapped[PriceRuleOperator] = mapped_column(default=PriceRuleOperator.EQ)
    priority: Mapped[int] = mapped_column(default=0)
    price_id: Mapped[str] = mapped_column(ForeignKey("price.id"))


class PricePreference(Record, prefix="prpref"):
    """Whether prices of a currency, or of a region, contain the tax."""

    __tablename__ = "price_preference"
    __table_args__ = (unique_live("price_preference", "attribute", "value"),)

    attribute: Mapped[str]
    value: Mapped[str]
    is_tax_inclusive: Mapped[bool] = mapped_column(default=False)


class ProductVariantPriceSet(Record, prefix="pvps"):
    """The prices of a variant."""

    __tablename__ = "product_variant_price_set"
    __table_args__ = (
        unique_live("product_variant_price_set", "variant_id"),
        index_live("product_variant_price_set", "price_set_id"),
    )

    variant_id: Mapped[str]
    price_set_id: Mapped[str] = mapped_column(ForeignKey("price_set.id"))
