"""What the ids in paths, bodies and filters of the vendor routes are ids of.

A new route whose ids are not told here fails `test_tenancy.py`, which says what to add.
"""

from typing import Final

from tests.support.bodies import Place

SHARED: Final = ""
"""The thing is the operator's or the contract's own word: every seller may name it."""

SEGMENTS: Final[dict[str, str]] = {
    "api-keys": "seller_api_key",
    "attributes": SHARED,
    "campaigns": "promotion_campaign",
    "customer-groups": "customer_group",
    "customers": "customer",
    "dismiss-items": "order_change_action",
    "fulfillment-providers": SHARED,
    "fulfillment-sets": "fulfillment_set",
    "fulfillments": "fulfillment",
    "inventory-items": "inventory_item",
    "invites": "member_invite",
    "location-levels": "stock_location",
    "members": "member",
    "options": "product_option",
    "orders": "order",
    "price-lists": "price_list",
    "prices": "price",
    "product-categories": SHARED,
    "product-collections": SHARED,
    "product-tags": SHARED,
    "product-types": SHARED,
    "products": "product",
    "promotions": "promotion",
    "receive-items": "order_change_action",
    "regions": SHARED,
    "requests": "request",
    "reservations": "reservation_item",
    "return-request": "order_return_request",
    "returns": "return",
    "reviews": "review",
    "service-zones": "service_zone",
    "shipping-options": "shipping_option",
    "shipping-profiles": "shipping_profile",
    "stock-locations": "stock_location",
    "stores": SHARED,
    "variants": "product_variant",
}
"""Segment in front of a parameter -> table."""

PARAMETERS: Final[dict[str, str]] = {"rule_type": SHARED, "rule_attribute_id": SHARED}
"""Parameters that say themselves what they are."""

NAMES: Final[dict[str, str]] = {
    "address_id": "stock_location_address",
    "campaign_id": "promotion_campaign",
    "collection_id": SHARED,
    "customer_id": "customer",
    "external_id": SHARED,
    "fulfillment_id": "fulfillment",
    "inventory_item_id": "inventory_item",
    "line_item_id": "order_line_item",
    "location_id": "stock_location",
    "order_id": "order",
    "price_list_id": "price_list",
    "product_id": "product",
    "profile_id": "shipping_profile",
    "provider_id": SHARED,
    "region_id": SHARED,
    "return_id": "return",
    "sales_channel_id": SHARED,
    "seller_id": "seller",
    "service_zone_id": "service_zone",
    "shipping_option_id": "shipping_option",
    "shipping_profile_id": "shipping_profile",
    "stock_location_id": "stock_location",
    "store_id": SHARED,
    "tag_id": SHARED,
    "tax_id": SHARED,
    "type_id": SHARED,
    "variant_id": "product_variant",
}
"""A field of a body, or a filter, by its name -> table."""

PLACES: Final[dict[str, str]] = {
    "POST /vendor/fulfillment-sets/{id}/service-zones geo_zones.*.id": "geo_zone",
    "POST /vendor/fulfillment-sets/{id}/service-zones/{zone_id} geo_zones.*.id": "geo_zone",
    "POST /vendor/inventory-items/location-levels/batch delete.*": "inventory_level",
    "POST /vendor/inventory-items/{id}/location-levels/batch delete.*": "inventory_level",
    "POST /vendor/orders/{id}/fulfillments items.*.id": "order_line_item",
    # The whole parcel is shipped, whatever its contents are said to be.
    "POST /vendor/orders/{id}/fulfillments/{fulfillment_id}/shipments items.*.id": SHARED,
    "POST /vendor/products/batch update.*.id": "product",
    "POST /vendor/products/batch delete.*": "product",
    "POST /vendor/products categories.*.id": SHARED,
    "POST /vendor/products options.*.values.*": SHARED,
    "POST /vendor/products sales_channels.*.id": SHARED,
    "POST /vendor/products tags.*.id": SHARED,
    "POST /vendor/products variants_images.*.image_urls.*": SHARED,
    "POST /vendor/products/{id} categories.*.id": SHARED,
    "POST /vendor/products/{id} images.*.id": "image",
    "POST /vendor/products/{id} options.*.id": "product_option",
    "POST /vendor/products/{id} options.*.values.*": SHARED,
    "POST /vendor/products/{id} sales_channels.*.id": SHARED,
    "POST /vendor/products/{id} tags.*.id": SHARED,
    "POST /vendor/products/{id} variants.*.id": "product_variant",
    "POST /vendor/products/{id} variants.*.prices.*.id": "price",
    "POST /vendor/products/{id}/options values.*": SHARED,
    "POST /vendor/products/{id}/options/{option_id} id": "product_option",
    "POST /vendor/products/{id}/options/{option_id} values.*": SHARED,
    "POST /vendor/products/{id}/variants/{variant_id} id": "product_variant",
    "POST /vendor/products/{id}/variants/{variant_id} prices.*.id": "price",
    "POST /vendor/products/{id}/variants/{variant_id}/media add.*": "image",
    "POST /vendor/products/{id}/variants/{variant_id}/media remove.*": "image",
    "POST /vendor/shipping-options rules.*.value.*": SHARED,
    "POST /vendor/shipping-options/{id} rules.*.value.*": SHARED,
    "POST /vendor/stock-locations/{id}/fulfillment-providers add.*": SHARED,
    "POST /vendor/stock-locations/{id}/fulfillment-providers remove.*": SHARED,
    "POST /vendor/stock-locations/{id}/sales-channels add.*": SHARED,
    "POST /vendor/stock-locations/{id}/sales-channels remove.*": SHARED,
}
"""A field of one body -> table, where the name alone does not tell."""

BODIES: Final[dict[str, dict[str, object]]] = {
    "POST /vendor/products": {
        "options": [{"title": "Size", "values": ["S"]}],
        "variants": [{"title": "Small", "prices": [], "options": {"Size": "S"}}],
    },
    "POST /vendor/products/{id}/variants": {"title": "Medium", "options": {"Size": "M"}},
    "POST /vendor/products/{id}/variants/{variant_id}/media": {"add": ["img_none"]},
}
"""Values that the schema does not ask for, and without which a body says nothing or is refused."""

NEW: Final = frozenset(
    {
        "POST /vendor/fulfillment-sets/{id}/service-zones geo_zones.*.id",
        "POST /vendor/fulfillment-sets/{id}/service-zones/{zone_id} geo_zones.*.id",
        "POST /vendor/products/{id} images.*.id",
        "POST /vendor/products/{id} variants.*.prices.*.id",
        "POST /vendor/products/{id}/options/{option_id} id",
        "POST /vendor/products/{id}/variants/{variant_id} id",
        "POST /vendor/products/{id}/variants/{variant_id} prices.*.id",
    }
)
"""Fields whose unknown ids mean something new, or nothing: another's id succeeds as an unknown one does."""

TOLD: Final[dict[str, str]] = {
    "DELETE /vendor/reservations/{id}": "recorded: 404 for an unknown reservation, 403 for another's",
    "GET /vendor/reservations/{id}": "recorded: 404 for an unknown reservation, 403 for another's",
    "POST /vendor/reservations/{id}": "recorded: 404 for an unknown reservation, 403 for another's",
}
"""Routes that the contract lets tell another's id from an unknown one."""


def kind_of_parameter(parameter: str, segment: str) -> str | None:
    """The table a parameter is an id of; None: nobody has said it."""
    return PARAMETERS.get(parameter, SEGMENTS.get(segment))


def kind_of_field(route: str, place: Place) -> str | None:
    """The table a field is an id of; None: it looks like an id and nobody has said of what."""
    told = PLACES.get(f"{route} {'.'.join(place)}")
    if told is not None:
        return told
    name = place[-1]
    if not (name in {"id", "*"} or name.endswith(("_id", "_ids"))):
        return SHARED
    return NAMES.get(name.removesuffix("s") if name.endswith("_ids") else name)
