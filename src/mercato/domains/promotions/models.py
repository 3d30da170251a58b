"""Tables of promotions and campaigns. Amounts in the main unit of the currency."""

from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from mercato.kernel.db import HasMetadata, Record, index_live, unique_live


class PromotionType(StrEnum):
    """A plain discount, or a reward for buying something else."""

    STANDARD = "standard"
    BUYGET = "buyget"


class PromotionStatus(StrEnum):
    """Only an active promotion works. Any state may follow any other."""

    DRAFT = "draft"
    ACTIVE = "active"
    INACTIVE = "inactive"


class MethodType(StrEnum):
    """Whether a value is an amount or per cent."""

    FIXED = "fixed"
    PERCENTAGE = "percentage"


class TargetType(StrEnum):
    """What becomes cheaper."""

    ORDER = "order"
    SHIPPING_METHODS = "shipping_methods"
    ITEMS = "items"


class Allocation(StrEnum):
    """Whether every row gets the value, all rows share it, or the cheapest rows get it until a quota is used up."""

    EACH = "each"
    ACROSS = "across"
    ONCE = "once"


class PromotionRuleOperator(StrEnum):
    """How a condition compares. The order is the contract's: messages list it."""

    GTE = "gte"
    LTE = "lte"
    GT = "gt"
    LT = "lt"
    EQ = "eq"
    NE = "ne"
    IN = "in"


class BudgetType(StrEnum):
    """What a budget counts: money or uses, in all or for each value of an attribute."""

    SPEND = "spend"
    USAGE = "usage"
    USE_BY_ATTRIBUTE = "use_by_attribute"
    SPEND_BY_ATTRIBUTE = "spend_by_attribute"


class PromotionCampaign(Record, prefix="procamp"):
    """Promotions with common dates and a common budget."""

    __tablename__ = "promotion_campaign"
    __table_args__ = (unique_live("promotion_campaign", "campaign_identifier"),)

    name: Mapped[str]
    description: Mapped[str | None]
    campaign_identifier: Mapped[str]
    starts_at: Mapped[datetime | None]
    ends_at: Mapped[datetime | None]


class PromotionCampaignBudget(Record, prefix="probudg"):
    """How much a campaign may give away. `used` moves by SQL expressions when carts are completed."""

    __tablename__ = "promotion_campaign_budget"
    __table_args__ = (unique_live("promotion_campaign_budget", "campaign_id"),)

    type: Mapped[BudgetType]
    currency_code: Mapped[str | None]
    limit: Mapped[Decimal | None]
    used: Mapped[Decimal] = mapped_column(default=Decimal(0))
    attribute: Mapped[str | None]
    campaign_id: Mapped[str] = mapped_column(ForeignKey("promotion_campaign.id"))


class PromotionCampaignBudgetUsage(Record, prefix="probudgus"):
    """What one value of a budget's attribute has used."""

    __tablename__ = "promotion_campaign_budget_usage"
    __table_args__ = (unique_live("promotion_campaign_budget_usage", "attribute_value", "budget_id"),)

    attribute_value: Mapped[str]
    used: Mapped[Decimal] = mapped_column(default=Decimal(0))
    budget_id: Mapped[str] = mapped_column(ForeignKey("promotion_campaign_budget.id"))


class Promotion(HasMetadata, Record, prefix="promo"):
    """A discount. `code` is what a shopper types; letters count as typed."""

    __tablename__ = "promotion"
    __table_args__ = (
        unique_live("promotion", "code"),
        index_live("promotion", "is_automatic"),
        index_live("promotion", "campaign_id"),
    )

    code: Mapped[str]
    type: Mapped[PromotionType]
    is_automatic: Mapped[bool] = mapped_column(default=False)
    is_tax_inclusive: Mapped[bool] = mapped_column(default=False)
    status: Mapped[PromotionStatus] = mapped_column(default=PromotionStatus.DRAFT)
    campaign_id: Mapped[str | None] = mapped_column(ForeignKey("promotion_campaign.id"))


class PromotionApplicationMethod(Record, prefix="proappmet"):
    """How a promotion works. The three quantities are pieces."""

    __tablename__ = "promotion_application_method"
    __table_args__ = (unique_live("promotion_application_method", "promotion_id"),)

    value: Mapped[Decimal | None]
    currency_code: Mapped[str | None]
    max_quantity: Mapped[int | None]
    apply_to_quantity: Mapped[int | None]
    buy_rules_min_quantity: Mapped[int | None]
    type: Mapped[MethodType]
    target_type: Mapped[TargetType]
    allocation: Mapped[Allocation | None]
    promotion_id: Mapped[str] = mapped_column(ForeignKey("promotion.id"))


class PromotionRule(Record, prefix="prorul"):
    """A condition: of a promotion on the cart, or of its method on a row."""

    __tablename__ = "promotion_rule"
    __table_args__ = (index_live("promotion_rule", "attribute"),)

    description: Mapped[str | None]
    attribute: Mapped[str]
    operator: Mapped[PromotionRuleOperator]


class PromotionRuleValue(Record, prefix="prorulval"):
    """One of the values that a condition compares with."""

    __tablename__ = "promotion_rule_value"
    __table_args__ = (index_live("promotion_rule_value", "promotion_rule_id"),)

    value: Mapped[str]
    promotion_rule_id: Mapped[str] = mapped_column(ForeignKey("promotion_rule.id"))


class PromotionPromotionRule(Record, prefix="propror"):
    """A condition of a promotion."""

    __tablename__ = "promotion_promotion_rule"
    __table_args__ = (
        unique_live("promotion_promotion_rule", "promotion_id", "promotion_rule_id"),
        index_live("promotion_promotion_rule", "promotion_rule_id"),
    )

    promotion_id: Mapped[str] = mapped_column(ForeignKey("promotion.id"))
    promotion_rule_id: Mapped[str] = mapped_column(ForeignKey("promotion_rule.id"))


class ApplicationMethodTargetRule(Record, prefix="protarr"):
    """A condition on the rows that become cheaper."""

    __tablename__ = "application_method_target_rules"
    __table_args__ = (
        unique_live("application_method_target_rules", "application_method_id", "promotion_rule_id"),
        index_live("application_method_target_rules", "promotion_rule_id"),
    )

    application_method_id: Mapped[str] = mapped_column(ForeignKey("promotion_application_method.id"))
    promotion_rule_id: Mapped[str] = mapped_column(ForeignKey("promotion_rule.id"))


class ApplicationMethodBuyRule(Record, prefix="probuyr"):
    """A condition on the rows that must be bought for a reward."""

    __tablename__ = "application_method_buy_rules"
    __table_args__ = (
        unique_live("application_method_buy_rules", "application_method_id", "promotion_rule_id"),
        index_live("application_method_buy_rules", "promotion_rule_id"),
    )

    application_method_id: Mapped[str] = mapped_column(ForeignKey("promotion_application_method.id"))
    promotion_rule_id: Mapped[str] = mapped_column(ForeignKey("promotion_rule.id"))
