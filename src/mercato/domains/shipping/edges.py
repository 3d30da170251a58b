"""Relations of delivery."""

from mercato.domains.shipping.models import (
    FulfillmentProvider,
    FulfillmentSet,
    GeoZone,
    ServiceZone,
    ShippingOption,
    ShippingOptionRule,
    ShippingOptionType,
    ShippingProfile,
)
from mercato.kernel.reader.view import Edge

EDGES = [
    Edge(FulfillmentSet, "service_zones", ServiceZone, many=True, hops=[("id", ServiceZone, "fulfillment_set_id")]),
    Edge(
        ServiceZone, "fulfillment_set", FulfillmentSet, many=False, hops=[("fulfillment_set_id", FulfillmentSet, "id")]
    ),
    Edge(ServiceZone, "geo_zones", GeoZone, many=True, hops=[("id", GeoZone, "service_zone_id")]),
    Edge(ServiceZone, "shipping_options", ShippingOption, many=True, hops=[("id", ShippingOption, "service_zone_id")]),
    Edge(GeoZone, "service_zone", ServiceZone, many=False, hops=[("service_zone_id", ServiceZone, "id")]),
    Edge(ShippingOption, "service_zone", ServiceZone, many=False, hops=[("service_zone_id", ServiceZone, "id")]),
    Edge(
        ShippingOption,
        "shipping_profile",
        ShippingProfile,
        many=False,
        hops=[("shipping_profile_id", ShippingProfile, "id")],
    ),
    Edge(
        ShippingOption, "provider", FulfillmentProvider, many=False, hops=[("provider_id", FulfillmentProvider, "id")]
    ),
    Edge(
        ShippingOption,
        "type",
        ShippingOptionType,
        many=False,
        hops=[("shipping_option_type_id", ShippingOptionType, "id")],
    ),
    Edge(
        ShippingOption,
        "rules",
        ShippingOptionRule,
        many=True,
        hops=[("id", ShippingOptionRule, "shipping_option_id")],
    ),
    Edge(
        ShippingOptionRule,
        "shipping_option",
        ShippingOption,
        many=False,
        hops=[("shipping_option_id", ShippingOption, "id")],
    ),
    Edge(
        ShippingProfile,
        "shipping_options",
        ShippingOption,
        many=True,
        hops=[("id", ShippingOption, "shipping_profile_id")],
    ),
]
