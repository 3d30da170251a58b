"""Changes of products as request bodies send them. What is not sent stays."""

from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, StringConstraints

from mercato.domains.catalog.models import ProductStatus
from mercato.domains.pricing.schemas import PriceChange
from mercato.flows.products.schemas import CreateProduct, NewVariant, Reference, known_author
from mercato.kernel.http.body import Body, StrictNested
from mercato.kernel.http.types import BooleanText, Metadata, Opt


class ChangedImage(StrictNested):
    """A picture; with a known id it is the one that is there."""

    id: Opt[str] = None
    url: str


class ChangedOption(StrictNested):
    """An option; `values` is the full list."""

    id: Opt[str] = None
    title: Opt[str] = None
    values: Opt[list[str]] = None


class ChangedVariant(StrictNested):
    """A variant; `prices` and `options` are full lists."""

    id: Opt[str] = None
    title: Opt[str] = None
    prices: Opt[list[PriceChange]] = None
    sku: str | None = None
    ean: str | None = None
    upc: str | None = None
    barcode: str | None = None
    hs_code: str | None = None
    mid_code: str | None = None
    thumbnail: str | None = None
    allow_backorder: Opt[BooleanText] = None
    manage_inventory: Opt[BooleanText] = None
    variant_rank: Opt[Decimal] = None
    weight: Decimal | None = None
    length: Decimal | None = None
    height: Decimal | None = None
    width: Decimal | None = None
    origin_country: str | None = None
    material: str | None = None
    metadata: Metadata = None
    options: Opt[dict[str, str]] = None


class UpdateVariant(ChangedVariant):
    """A change of one variant."""

    additional_data: Metadata = None


class ProductChanges(Body):
    """What operators and sellers may change alike."""

    title: Opt[str] = None
    discountable: Opt[BooleanText] = None
    is_giftcard: Opt[BooleanText] = None
    options: Opt[list[ChangedOption]] = None
    variants: Opt[list[ChangedVariant]] = None
    subtitle: str | None = None
    description: str | None = None
    images: Opt[list[ChangedImage]] = None
    thumbnail: str | None = None
    handle: str | None = None
    type_id: str | None = None
    external_id: str | None = None
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


class UpdateProduct(ProductChanges):
    """A change of the operator."""

    status: Opt[ProductStatus] = None
    shipping_profile_id: str | None = None


class UpdateSellerProduct(ProductChanges):
    """A change of a seller, who sets the status elsewhere."""


class BatchedProduct(UpdateProduct):
    """A change in a batch."""

    id: str  # pyright: ignore[reportGeneralTypeIssues]


class CreateOption(Body):
    """One more option."""

    title: str
    values: list[str]
    additional_data: Metadata = None


class UpdateOption(Body):
    """A change of an option; `values` is the full list."""

    id: Opt[str] = None
    title: Opt[str] = None
    values: Opt[list[str]] = None
    additional_data: Metadata = None


class CreateSellerOption(Body):
    """One more option of a seller's product."""

    title: str
    values: list[str]
    metadata: Opt[Annotated[dict[str, Any], AfterValidator(known_author)]] = None


class UpdateSellerOption(Body):
    """A change of an option of a seller's product."""

    id: Opt[str] = None
    title: Opt[str] = None
    values: Opt[list[str]] = None
    metadata: Annotated[dict[str, Any], AfterValidator(known_author)] | None = None


class UpdateSellerVariant(ChangedVariant):
    """A change of a seller's variant."""


class SellerStatus(Body):
    """What a seller wants of a product."""

    status: Literal["draft", "proposed", "published"]


class SellerBatchItem(StrictNested):
    """A small change of one of several products."""

    id: Annotated[str, StringConstraints(min_length=1)]
    title: Opt[str] = None
    status: Opt[Literal["draft", "published"]] = None
    discountable: Opt[bool] = None


class SellerBatch(Body):
    """Several products changed and taken out at once."""

    update: list[SellerBatchItem]
    delete: list[str]


class ProductBatch(Body):
    """Products made, changed and taken out at once."""

    create: Opt[list[CreateProduct]] = None
    update: Opt[list[BatchedProduct]] = None
    delete: Opt[list[str]] = None


class BatchedVariant(ChangedVariant):
    """A change in a batch."""

    id: str  # pyright: ignore[reportGeneralTypeIssues, reportIncompatibleVariableOverride]


class VariantBatch(Body):
    """Variants made, changed and taken out at once."""

    create: Opt[list[NewVariant]] = None
    update: Opt[list[BatchedVariant]] = None
    delete: Opt[list[str]] = None


class ImageAssignment(Body):
    """Pictures that a variant shows from now on, and no longer; or variants that a picture shows."""

    add: Opt[list[str]] = None
    remove: Opt[list[str]] = None
