"""Tables of commission rules and of what they took."""

from decimal import Decimal
from enum import StrEnum

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from mercato.kernel.db import Record, index_live, unique_live


class RuleReference(StrEnum):
    """What a rule speaks of; `site` is the default rule of the whole marketplace."""

    SELLER_AND_TYPE = "seller+product_type"
    SELLER_AND_CATEGORY = "seller+product_category"
    SELLER = "seller"
    SELLER_GROUP = "seller_group"
    TYPE = "product_type"
    CATEGORY = "product_category"
    SITE = "site"


class RateType(StrEnum):
    """How a rate counts."""

    FLAT = "flat"
    PERCENTAGE = "percentage"


class CommissionRule(Record, prefix="com_rule"):
    """Which lines a rate applies to."""

    __tablename__ = "commission_rule"
    __table_args__ = (unique_live("commission_rule", "reference", "reference_id"),)

    name: Mapped[str]
    reference: Mapped[RuleReference]
    reference_id: Mapped[str]
    is_active: Mapped[bool] = mapped_column(default=True)


class CommissionRate(Record, prefix="com_rate"):
    """The rate of a rule: percent of the line, or a flat amount per line, with bounds in each currency."""

    __tablename__ = "commission_rate"
    __table_args__ = (unique_live("commission_rate", "rule_id"),)

    type: Mapped[RateType]
    percentage_rate: Mapped[Decimal | None]
    include_tax: Mapped[bool]
    price_set_id: Mapped[str | None]
    min_price_set_id: Mapped[str | None]
    max_price_set_id: Mapped[str | None]
    rule_id: Mapped[str] = mapped_column(ForeignKey("commission_rule.id"))


class CommissionLine(Record, prefix="com_line"):
    """What the marketplace keeps of one order line: one row per line, so a repeated event cannot charge twice."""

    __tablename__ = "commission_line"
    __table_args__ = (unique_live("commission_line", "item_line_id"), index_live("commission_line", "rule_id"))

    item_line_id: Mapped[str]
    rule_id: Mapped[str]
    currency_code: Mapped[str]
    value: Mapped[Decimal]
