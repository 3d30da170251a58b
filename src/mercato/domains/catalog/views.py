"""What products show to operators, sellers and shoppers."""

from typing import Any

from mercato.domains.catalog.models import Product, ProductStatus
from mercato.kernel.reader.view import Filters, Row, View

_OWN = (
    "id title subtitle description handle is_giftcard discountable thumbnail collection_id type_id "
    "weight length height width hs_code origin_country mid_code material"
)
_ASIDE = "*type *collection *options *options.values *tags *images"
_ALL = f"{_OWN} status external_id metadata"
# The full option of a variant's value comes from the product's own options, which stand beside it.
_VARIANTS = "*variants *variants.options *variants.options.option"
_PRICES = "*variants.prices variants.prices.price_rules.value variants.prices.price_rules.attribute"
_ADDED = "*attribute_values *attribute_values.attribute *secondary_categories"
_VARIANT_FILTERS = "id manage_inventory allow_backorder ean upc barcode created_at updated_at deleted_at"
_PATHS = {
    "tag_id": "tags.id",
    "category_id": "categories.id",
    "sales_channel_id": "sales_channels.id",
    "price_list_id": "variants.price_set.prices.price_list_id",
}
_PLAIN = "id title handle external_id type_id collection_id"
DATES = "created_at updated_at deleted_at"
_SEARCH = "title subtitle description"
_MISSING = "Product with id: {id} was not found"
_LISTED = Filters(
    plain=_PLAIN,
    dates=DATES,
    boolean="is_giftcard",
    enum={"status": ProductStatus},
    paths=_PATHS,
    relation={"variants": _VARIANT_FILTERS},
    q=True,
    logic=True,
)
# What leads from a product to what is not the caller's to see.
SELLER_RESTRICTED = (
    "products orders payouts customers carts promotions payout_account products_link stock_locations "
    "publishable_api_keys"
)
STORE_RESTRICTED = (
    "members invites onboarding payout_account orders payouts requests customers carts promotions products_link "
    "publishable_api_keys reservation_items price_set email phone"
)
_ON_SALE = {"status": ProductStatus.PUBLISHED.value}
_VISIBLE = {"is_active": True, "is_internal": False}

SHOPPERS_SEE = {
    "Product.categories": _VISIBLE,
    "ProductCategory.products": _ON_SALE,
    "ProductCollection.products": _ON_SALE,
    "ProductTag.products": _ON_SALE,
    "ProductType.products": _ON_SALE,
    "Seller.products": _ON_SALE,
}
"""What relations show in a storefront: published products, and categories that are open."""

_PRICE_FIELDS = ("id", "amount", "currency_code", "min_quantity", "max_quantity", "created_at", "updated_at")


def flat_prices(variant: Row) -> None:
    """The prices of a variant as operators see them: conditions as one object, and the variant's id."""
    if "prices" not in variant:
        return
    variant["prices"] = [
        {
            **{name: price[name] for name in _PRICE_FIELDS if name in price},
            "variant_id": variant["id"],
            "rules": {rule["attribute"]: rule["value"] for rule in price.get("price_rules", [])},
        }
        for price in variant["prices"]
    ]


def _flat(rows: list[Row]) -> None:
    for row in rows:
        variants: list[dict[str, Any]] = row.get("variants", [])
        for variant in variants:
            flat_prices(variant)


ADMIN_PRODUCT = View(
    Product,
    one="product",
    many="products",
    default=f"{_ALL} {DATES} {_ASIDE} {_VARIANTS} {_PRICES} *sales_channels",
    search=_SEARCH,
    missing="Product not found",
    filters=_LISTED,
    strip_unknown=True,
    with_deleted=True,
    finish=_flat,
)
VENDOR_PRODUCT = View(
    Product,
    one="product",
    many="products",
    default=f"{_ALL} {_ASIDE} {_VARIANTS} {_PRICES} {_ADDED}",
    search="title id",
    missing=_MISSING,
    filters=_LISTED,
    restricted=SELLER_RESTRICTED,
    # What the sellers' panel asks of a product when it looks for one of its variants.
    tolerated="inventory inventory_items option prices",
)
_STORE_DEFAULT = f"{_OWN} created_at updated_at {_ASIDE} {_VARIANTS}"
_STORE_FILTERS = Filters(
    plain=_PLAIN,
    dates=DATES,
    boolean="is_giftcard",
    paths={name: _PATHS[name] for name in ("tag_id", "category_id")},
    relation={"variants": "id sku created_at updated_at deleted_at options.value options.option_id"},
    q=True,
    logic=True,
)
STORE_PRODUCT = View(
    Product,
    one="product",
    many="products",
    default=_STORE_DEFAULT,
    # The contract shows the key of one product's categories whatever was asked for.
    always="categories.id",
    missing=_MISSING,
    restricted=STORE_RESTRICTED,
    only=SHOPPERS_SEE,
)
STORE_PRODUCTS = View(
    Product,
    one="product",
    many="products",
    default=_STORE_DEFAULT,
    search=_SEARCH,
    filters=_STORE_FILTERS,
    restricted=STORE_RESTRICTED,
    only=SHOPPERS_SEE,
)
PRODUCT_SNAPSHOT = View(
    Product,
    one="product",
    many="products",
    default=(
        "* *tags *images images.variants.id *options *options.values *variants *variants.options "
        "*variants.options.option *variants.prices *variants.prices.price_rules categories.id"
    ),
)
# What the operator reads of a product that it has just let in.
PRODUCT_REVIEWED = View(Product, one="product", many="products", default="* type.id collection.id")
