"""What delivery shows to operators and to sellers."""

from mercato.domains.shipping.models import (
    FulfillmentProvider,
    FulfillmentSet,
    ServiceZone,
    ShippingOption,
    ShippingOptionRule,
    ShippingOptionType,
    ShippingProfile,
)
from mercato.kernel.reader.view import Filters, SqlText, View

_DATES = "created_at updated_at deleted_at"
_OPTION = (
    "id name price_type data provider_id metadata created_at updated_at service_zone_id shipping_profile_id *rules "
    "*type *prices prices.price_list.id *prices.price_rules *service_zone service_zone.fulfillment_set.id "
    "*shipping_profile *provider"
)


def _has_rule(attribute: str, value: str) -> SqlText:
    """Whether an option has the condition `attribute eq value`. Both texts are ours, never a client's."""
    condition = (
        "EXISTS (SELECT 1 FROM shipping_option_rule r WHERE r.shipping_option_id = {t}.id AND r.deleted_at IS NULL "  # noqa: S608
        f"AND r.attribute = '{attribute}' AND r.operator = 'eq' AND r.value = "
    )
    return SqlText(f"{condition}'\"{value}\"')", f"{condition}'\"{value}\"'::jsonb)", kind="bool")


PROVIDER = View(
    FulfillmentProvider,
    one="fulfillment_provider",
    many="fulfillment_providers",
    default="id is_enabled",
    search="id",
    missing="Fulfillment provider with id: {id} was not found",
    filters=Filters(plain="id", boolean="is_enabled", paths={"stock_location_id": "stock_locations.id"}, q=True),
)
SELLER_PROVIDER = View(
    FulfillmentProvider,
    one="fulfillment_provider",
    many="fulfillment_providers",
    default="id is_enabled",
    missing="Fulfillment provider with id: {id} was not found",
)

FULFILLMENT_SET = View(
    FulfillmentSet,
    one="fulfillment_set",
    many="fulfillment_sets",
    default=f"id name type {_DATES} *service_zones *service_zones.geo_zones",
    missing="Fulfillment set with id: {id} was not found",
)
SERVICE_ZONE = View(
    ServiceZone,
    one="service_zone",
    many="service_zones",
    default=f"id name {_DATES} *geo_zones",
    missing="Service zone with id: {id} not found",
)

PROFILE = View(
    ShippingProfile,
    one="shipping_profile",
    many="shipping_profiles",
    default="id name type metadata created_at updated_at",
    limit=20,
    search="name",
    missing="Shipping profile with id: {id} was not found",
    filters=Filters(plain="id type name", dates=_DATES, q=True, logic=True),
)
SELLER_PROFILE = View(
    ShippingProfile,
    one="shipping_profile",
    many="shipping_profiles",
    default="id name type metadata created_at updated_at",
    limit=20,
    search="name",
    missing="Shipping profile with id: {id} was not found",
    filters=Filters(plain="id name type", dates="created_at updated_at", q=True),
)

OPTION_TYPE = View(
    ShippingOptionType,
    one="shipping_option_type",
    many="shipping_option_types",
    default="id label code description created_at updated_at",
    limit=10,
    search="label code description",
    missing="Shipping option type with id: {id} was not found",
    filters=Filters(plain="id label code description", dates=_DATES, q=True, logic=True),
)

OPTION = View(
    ShippingOption,
    one="shipping_option",
    many="shipping_options",
    default=_OPTION,
    limit=20,
    search="name",
    missing="Shipping Option with id: {id} not found",
    filters=Filters(
        plain="id service_zone_id shipping_profile_id provider_id shipping_option_type_id",
        dates=_DATES,
        boolean="is_return admin_only",
        paths={"stock_location_id": "service_zone.fulfillment_set.location.id"},
        q=True,
    ),
    virtual={"is_return": _has_rule("is_return", "true"), "admin_only": _has_rule("enabled_in_store", "false")},
)
SELLER_OPTION = View(
    ShippingOption,
    one="shipping_option",
    many="shipping_options",
    default=_OPTION,
    missing="Shipping Option with id: {id} not found",
)
OPTION_RULE = View(
    ShippingOptionRule,
    one="shipping_option_rule",
    many="shipping_option_rules",
    default="id attribute operator value shipping_option_id created_at updated_at",
)
STORE_OPTION = View(
    ShippingOption,
    one="shipping_option",
    many="shipping_options",
    default="""
    id name price_type service_zone_id shipping_profile_id provider_id data service_zone.fulfillment_set_id
    service_zone.fulfillment_set.type service_zone.fulfillment_set.location.id
    *service_zone.fulfillment_set.location.address type.id type.label type.description type.code provider.id
    provider.is_enabled rules.attribute rules.value rules.operator *prices *prices.price_list *prices.price_rules
    """,
    missing="Shipping option with id: {id} was not found",
)
