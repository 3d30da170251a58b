"""The table of switches. A switch without a row has its default."""

from enum import StrEnum

from sqlalchemy.orm import Mapped, mapped_column

from mercato.kernel.db import Record, unique_live


class RuleType(StrEnum):
    """What can be switched."""

    GLOBAL_PRODUCT_CATALOG = "global_product_catalog"
    REQUIRE_PRODUCT_APPROVAL = "require_product_approval"
    PRODUCT_REQUEST_ENABLED = "product_request_enabled"
    PRODUCT_IMPORT_ENABLED = "product_import_enabled"


DEFAULTS = {
    RuleType.GLOBAL_PRODUCT_CATALOG: False,
    RuleType.REQUIRE_PRODUCT_APPROVAL: False,
    RuleType.PRODUCT_REQUEST_ENABLED: True,
    RuleType.PRODUCT_IMPORT_ENABLED: True,
}


class ConfigurationRule(Record, prefix="conf"):
    """One switch that the operator has set."""

    __tablename__ = "configuration_rule"
    __table_args__ = (unique_live("configuration_rule", "rule_type"),)

    rule_type: Mapped[RuleType]
    is_enabled: Mapped[bool] = mapped_column(default=True)
