"""Relations between products and the rest: channels, sellers, prices, stock."""

from mercato.domains.catalog.models import Product, ProductSalesChannel, ProductVariant
from mercato.domains.channels.models import SalesChannel
from mercato.domains.pricing.models import Price, PriceSet, ProductVariantPriceSet
from mercato.domains.sellers.links import SellerProduct
from mercato.domains.sellers.models import Seller
from mercato.graph.availability import fill_inventory_quantity
from mercato.graph.prices import fill_calculated_price
from mercato.kernel.reader.view import Computed, Edge

EDGES = [
    Edge(
        Product,
        "sales_channels",
        SalesChannel,
        many=True,
        hops=[("id", ProductSalesChannel, "product_id"), ("sales_channel_id", SalesChannel, "id")],
    ),
    Edge(
        Product,
        "seller",
        Seller,
        many=False,
        absent=True,
        hops=[("id", SellerProduct, "product_id"), ("seller_id", Seller, "id")],
    ),
    Edge(
        Seller,
        "products",
        Product,
        many=True,
        hops=[("id", SellerProduct, "seller_id"), ("product_id", Product, "id")],
    ),
    Edge(
        ProductVariant,
        "price_set",
        PriceSet,
        many=False,
        absent=True,
        hops=[("id", ProductVariantPriceSet, "variant_id"), ("price_set_id", PriceSet, "id")],
    ),
    Edge(
        ProductVariant,
        "prices",
        Price,
        many=True,
        hops=[("id", ProductVariantPriceSet, "variant_id"), ("price_set_id", Price, "price_set_id")],
        where={"price_list_id": None},
    ),
]
COMPUTED = [
    Computed(ProductVariant, names="calculated_price", needs="id product_id", fill=fill_calculated_price),
    Computed(ProductVariant, names="inventory_quantity", needs="id manage_inventory", fill=fill_inventory_quantity),
]
