"""Relations of promotions."""

from mercato.domains.promotions.models import (
    ApplicationMethodBuyRule,
    ApplicationMethodTargetRule,
    Promotion,
    PromotionApplicationMethod,
    PromotionCampaign,
    PromotionCampaignBudget,
    PromotionCampaignBudgetUsage,
    PromotionPromotionRule,
    PromotionRule,
    PromotionRuleValue,
)
from mercato.kernel.reader.view import Edge

EDGES = [
    Edge(
        Promotion,
        "application_method",
        PromotionApplicationMethod,
        many=False,
        hops=[("id", PromotionApplicationMethod, "promotion_id")],
    ),
    Edge(
        Promotion,
        "rules",
        PromotionRule,
        many=True,
        hops=[("id", PromotionPromotionRule, "promotion_id"), ("promotion_rule_id", PromotionRule, "id")],
    ),
    Edge(Promotion, "campaign", PromotionCampaign, many=False, hops=[("campaign_id", PromotionCampaign, "id")]),
    Edge(
        PromotionApplicationMethod,
        "promotion",
        Promotion,
        many=False,
        hops=[("promotion_id", Promotion, "id")],
    ),
    Edge(
        PromotionApplicationMethod,
        "target_rules",
        PromotionRule,
        many=True,
        hops=[("id", ApplicationMethodTargetRule, "application_method_id"), ("promotion_rule_id", PromotionRule, "id")],
    ),
    Edge(
        PromotionApplicationMethod,
        "buy_rules",
        PromotionRule,
        many=True,
        hops=[("id", ApplicationMethodBuyRule, "application_method_id"), ("promotion_rule_id", PromotionRule, "id")],
    ),
    Edge(
        PromotionRule, "values", PromotionRuleValue, many=True, hops=[("id", PromotionRuleValue, "promotion_rule_id")]
    ),
    Edge(PromotionCampaign, "promotions", Promotion, many=True, hops=[("id", Promotion, "campaign_id")]),
    Edge(
        PromotionCampaign,
        "budget",
        PromotionCampaignBudget,
        many=False,
        hops=[("id", PromotionCampaignBudget, "campaign_id")],
    ),
    Edge(
        PromotionCampaignBudget,
        "campaign",
        PromotionCampaign,
        many=False,
        hops=[("campaign_id", PromotionCampaign, "id")],
    ),
    Edge(
        PromotionCampaignBudget,
        "usages",
        PromotionCampaignBudgetUsage,
        many=True,
        hops=[("id", PromotionCampaignBudgetUsage, "budget_id")],
    ),
]
