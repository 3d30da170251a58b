"""Products as request bodies send them: they speak of prices, stock and channels, so they stand above the domains."""

from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from mercato.domains.catalog.models import ProductStatus
from mercato.domains.pricing.schemas import PriceBody
from mercato.kernel.http.body import Body, Nested, StrictNested
from mercato.kernel.http.types import BooleanText, Metadata, Opt, Positive


def known_author(metadata: dict[str, Any]) -> dict[str, Any]:
    """Refuses a note by somebody else than an operator or a seller."""
    if metadata.get("author") not in (None, "admin", "vendor"):
        raise PydanticCustomError("unknown_author", 'author must be either "admin" or "vendor"')
    return metadata


class Reference(StrictNested):
    """Something that exists."""

    id: str


class NewImage(StrictNested):
    """A picture."""

    url: str


class NewOption(StrictNested):
    """An option with its values."""

    title: str
    values: list[str]


class NewSellerOption(NewOption):
    """An option with a note of who has made it."""

    metadata: Opt[Annotated[dict[str, Any], AfterValidator(known_author)]] = None


class VariantItem(StrictNested):
    """An inventory item of which a variant consists."""

    inventory_item_id: str
    required_quantity: Positive


class NewVariant(StrictNested):
    """A variant. `options`: option title -> value."""

    title: str
    sku: str | None = None
    ean: str | None = None
    upc: str | None = None
    barcode: str | None = None
    hs_code: str | None = None
    mid_code: str | None = None
    thumbnail: str | None = None
    allow_backorder: BooleanText = False
    manage_inventory: BooleanText = True
    variant_rank: Opt[Decimal] = None
    weight: Decimal | None = None
    length: Decimal | None = None
    height: Decimal | None = None
    width: Decimal | None = None
    origin_country: str | None = None
    material: str | None = None
    metadata: Metadata = None
    prices: list[PriceBody]
    options: Opt[dict[str, str]] = None
    inventory_items: Opt[list[VariantItem]] = None


class NewSellerVariant(NewVariant):
    """A variant of a seller: always counted, never sold beyond the stock."""

    sku: Opt[str] = None
    ean: Opt[str] = None
    upc: Opt[str] = None
    barcode: Opt[str] = None
    hs_code: Opt[str] = None
    mid_code: Opt[str] = None
    allow_backorder: Literal[False] = False  # pyright: ignore[reportIncompatibleVariableOverride]
    manage_inventory: Literal[True] = True  # pyright: ignore[reportIncompatibleVariableOverride]
    weight: Opt[Decimal] = None
    length: Opt[Decimal] = None
    height: Opt[Decimal] = None
    width: Opt[Decimal] = None
    origin_country: Opt[str] = None
    material: Opt[str] = None
    metadata: Opt[dict[str, Any]] = None


class ProductFields(Body):
    """What operators and sellers say alike of a new product."""

    title: str
    subtitle: str | None = None
    description: str | None = None
    is_giftcard: BooleanText = False
    discountable: BooleanText = True
    images: Opt[list[NewImage]] = None
    thumbnail: str | None = None
    handle: Opt[str] = None
    external_id: str | None = None
    type_id: str | None = None
    collection_id: str | None = None
    categories: Opt[list[Reference]] = None
    tags: Opt[list[Reference]] = None
    weight: Decimal | None = None
    length: Decimal | None = None
    height: Decimal | None = None
    width: Decimal | None = None
    hs_code: str | None = None
    mid_code: str | None = None
    origin_country: str | None = None
    material: str | None = None
    metadata: Metadata = None
    sales_channels: Opt[list[Reference]] = None
    additional_data: Metadata = None


class CreateProduct(ProductFields):
    """A product of the operator."""

    status: ProductStatus | None = ProductStatus.DRAFT
    options: Opt[list[NewOption]] = None
    variants: Opt[list[NewVariant]] = None
    shipping_profile_id: Opt[str] = None


class VariantImages(StrictNested):
    """Pictures of the variants whose metadata carry the key."""

    variant_image_key: str
    image_urls: Opt[list[str]] = None
    thumbnail_url: Opt[str] = None


class CreateSellerProduct(ProductFields):
    """A product of a seller."""

    subtitle: Opt[str] = None
    description: Opt[str] = None
    is_giftcard: bool = False
    discountable: bool = True
    thumbnail: Opt[str] = None
    external_id: Opt[str] = None
    type_id: Opt[str] = None
    collection_id: Opt[str] = None
    categories: Opt[Annotated[list[Reference], Field(max_length=1)]] = None
    weight: Opt[Decimal] = None
    length: Opt[Decimal] = None
    height: Opt[Decimal] = None
    width: Opt[Decimal] = None
    hs_code: Opt[str] = None
    mid_code: Opt[str] = None
    origin_country: Opt[str] = None
    material: Opt[str] = None
    metadata: Opt[dict[str, Any]] = None
    status: Literal["draft", "proposed"] = "draft"
    options: Opt[list[NewSellerOption]] = None
    variants: Opt[list[NewSellerVariant]] = None
    variants_images: Opt[list[VariantImages]] = None


class AttributeValueInput(Nested):
    """A value of an attribute."""

    attribute_id: str
    value: str


class SecondCategories(Nested):
    """The second categories of the product of a handle."""

    handle: Opt[str] = None
    secondary_categories_ids: list[str]


class AdditionalData(Nested):
    """What a marketplace adds to a product, inside the free `additional_data`."""

    values: list[AttributeValueInput] | None = None
    secondary_categories: list[SecondCategories] | None = None


class ChangedSecondCategories(Nested):
    """Second categories that a product gets and loses, or all of them."""

    product_id: Opt[str] = None
    add: Opt[list[str]] = None
    remove: Opt[list[str]] = None
    secondary_categories_ids: Opt[list[str]] = None


class AdditionalChanges(Nested):
    """Changes of what a marketplace adds to a product."""

    values: list[AttributeValueInput] | None = None
    secondary_categories: list[ChangedSecondCategories] | None = None
