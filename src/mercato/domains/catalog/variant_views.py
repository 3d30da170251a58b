"""What variants and options show to operators, sellers and shoppers."""

from mercato.domains.catalog.models import ProductOption, ProductVariant
from mercato.domains.catalog.views import DATES, SELLER_RESTRICTED, SHOPPERS_SEE, STORE_RESTRICTED, flat_prices
from mercato.kernel.reader.view import Filters, Row, View


def _flat_variants(rows: list[Row]) -> None:
    for row in rows:
        flat_prices(row)


_VARIANT = (
    "id product_id thumbnail title sku allow_backorder manage_inventory hs_code origin_country mid_code material "
    "weight length height width created_at updated_at metadata variant_rank ean upc barcode"
)
_VARIANT_PRICES = "*prices prices.price_rules.value prices.price_rules.attribute"
_VARIANT_SEARCH = "title sku barcode ean upc product.title product.subtitle product.description"
_VARIANTS_LISTED = Filters(
    plain="id ean upc barcode", dates=DATES, boolean="manage_inventory allow_backorder", q=True, logic=True
)
ADMIN_VARIANT = View(
    ProductVariant,
    one="variant",
    many="variants",
    default=f"{_VARIANT} deleted_at {_VARIANT_PRICES} *options",
    search=_VARIANT_SEARCH,
    missing="Product variant with id: {id} was not found",
    filters=_VARIANTS_LISTED,
    strip_unknown=True,
    finish=_flat_variants,
)
ADMIN_VARIANT_OF_ALL = View(
    ProductVariant,
    one="variant",
    many="variants",
    default=f"{_VARIANT} *product {_VARIANT_PRICES} *options",
    search=_VARIANT_SEARCH,
    missing="Product variant with id: {id} was not found",
    filters=_VARIANTS_LISTED,
    strip_unknown=True,
    finish=_flat_variants,
)
VENDOR_VARIANT = View(
    ProductVariant,
    one="variant",
    many="variants",
    default=f"{_VARIANT} deleted_at {_VARIANT_PRICES} *options",
    search=_VARIANT_SEARCH,
    missing="Product variant with id: {id} was not found",
    filters=_VARIANTS_LISTED,
    restricted=SELLER_RESTRICTED,
)
_STORE_VARIANT_DEFAULT = f"{_VARIANT} *options *images product.id product.type_id"
STORE_VARIANT = View(
    ProductVariant,
    one="variant",
    many="variants",
    default=_STORE_VARIANT_DEFAULT,
    search=_VARIANT_SEARCH,
    missing="Product variant with id: {id} was not found",
    limit=20,
    filters=Filters(
        plain="id sku product_id",
        dates=DATES,
        boolean="manage_inventory allow_backorder",
        relation={"options": "value option_id"},
        q=True,
        logic=True,
    ),
    restricted=STORE_RESTRICTED,
    only=SHOPPERS_SEE,
)
ADMIN_OPTION = View(
    ProductOption,
    one="product_option",
    many="product_options",
    default="id title",
    search="title",
    missing="Product option with id: {id} was not found",
    filters=Filters(plain="id title", dates=DATES, q=True, logic=True),
)
