"""Relations between stock, delivery, what is sold and where."""

from mercato.domains.catalog.models import Product, ProductVariant
from mercato.domains.channels.models import SalesChannel
from mercato.domains.inventory.models import (
    InventoryItem,
    ProductVariantInventoryItem,
    SalesChannelStockLocation,
    StockLocation,
)
from mercato.domains.pricing.models import Price
from mercato.domains.sellers.links import SellerInventoryItem
from mercato.domains.sellers.models import Seller
from mercato.domains.shipping.models import (
    FulfillmentProvider,
    FulfillmentSet,
    LocationFulfillmentProvider,
    LocationFulfillmentSet,
    ProductShippingProfile,
    ShippingOption,
    ShippingOptionPriceSet,
    ShippingProfile,
)
from mercato.kernel.reader.view import Edge

_LOCATIONS = [
    Edge(
        StockLocation,
        "sales_channels",
        SalesChannel,
        many=True,
        hops=[("id", SalesChannelStockLocation, "stock_location_id"), ("sales_channel_id", SalesChannel, "id")],
    ),
    Edge(
        SalesChannel,
        "stock_locations",
        StockLocation,
        many=True,
        hops=[("id", SalesChannelStockLocation, "sales_channel_id"), ("stock_location_id", StockLocation, "id")],
    ),
    Edge(
        StockLocation,
        "fulfillment_sets",
        FulfillmentSet,
        many=True,
        hops=[("id", LocationFulfillmentSet, "stock_location_id"), ("fulfillment_set_id", FulfillmentSet, "id")],
    ),
    Edge(
        FulfillmentSet,
        "location",
        StockLocation,
        many=False,
        absent=True,
        hops=[("id", LocationFulfillmentSet, "fulfillment_set_id"), ("stock_location_id", StockLocation, "id")],
    ),
    Edge(
        StockLocation,
        "fulfillment_providers",
        FulfillmentProvider,
        many=True,
        hops=[
            ("id", LocationFulfillmentProvider, "stock_location_id"),
            ("fulfillment_provider_id", FulfillmentProvider, "id"),
        ],
    ),
    Edge(
        FulfillmentProvider,
        "stock_locations",
        StockLocation,
        many=True,
        hops=[
            ("id", LocationFulfillmentProvider, "fulfillment_provider_id"),
            ("stock_location_id", StockLocation, "id"),
        ],
    ),
]
_ITEMS = [
    Edge(
        InventoryItem,
        "seller",
        Seller,
        many=False,
        absent=True,
        hops=[("id", SellerInventoryItem, "inventory_item_id"), ("seller_id", Seller, "id")],
    ),
    Edge(
        InventoryItem,
        "variants",
        ProductVariant,
        many=True,
        hops=[("id", ProductVariantInventoryItem, "inventory_item_id"), ("variant_id", ProductVariant, "id")],
    ),
    Edge(
        ProductVariant,
        "inventory_items",
        ProductVariantInventoryItem,
        many=True,
        hops=[("id", ProductVariantInventoryItem, "variant_id")],
    ),
    Edge(
        ProductVariant,
        "inventory",
        InventoryItem,
        many=True,
        hops=[("id", ProductVariantInventoryItem, "variant_id"), ("inventory_item_id", InventoryItem, "id")],
    ),
    Edge(
        ProductVariantInventoryItem,
        "variant",
        ProductVariant,
        many=False,
        absent=True,
        hops=[("variant_id", ProductVariant, "id")],
    ),
]
_OPTIONS = [
    Edge(
        ShippingOption,
        "prices",
        Price,
        many=True,
        hops=[("id", ShippingOptionPriceSet, "shipping_option_id"), ("price_set_id", Price, "price_set_id")],
        where={"price_list_id": None},
    ),
    Edge(
        Product,
        "shipping_profile",
        ShippingProfile,
        many=False,
        absent=True,
        hops=[("id", ProductShippingProfile, "product_id"), ("shipping_profile_id", ShippingProfile, "id")],
    ),
    Edge(
        ShippingProfile,
        "products",
        Product,
        many=True,
        hops=[("id", ProductShippingProfile, "shipping_profile_id"), ("product_id", Product, "id")],
    ),
]
EDGES = [*_LOCATIONS, *_ITEMS, *_OPTIONS]
