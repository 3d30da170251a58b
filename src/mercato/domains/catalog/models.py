"""Tables of products: options, variants, images, and the groups they stand in."""

from decimal import Decimal
from enum import StrEnum

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from mercato.kernel.db import HasMetadata, Record, index_live, unique_live


class ProductStatus(StrEnum):
    """How far a product is. Any may follow any other; only published ones are sold. The order is the contract's."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    PUBLISHED = "published"
    REJECTED = "rejected"


class ProductType(HasMetadata, Record, prefix="ptyp"):
    """One kind of product, at most one for each product."""

    __tablename__ = "product_type"
    __table_args__ = (unique_live("product_type", "value"),)

    value: Mapped[str]


class ProductTag(HasMetadata, Record, prefix="ptag"):
    """A word that products are found by."""

    __tablename__ = "product_tag"
    __table_args__ = (unique_live("product_tag", "value"),)

    value: Mapped[str]


class ProductCollection(HasMetadata, Record, prefix="pcol"):
    """A set of products shown together; a product is in one at most."""

    __tablename__ = "product_collection"
    __table_args__ = (unique_live("product_collection", "handle"),)

    title: Mapped[str]
    handle: Mapped[str]


class ProductCategory(HasMetadata, Record, prefix="pcat"):
    """A node of the tree of categories. `mpath` are the ids from the root to itself, joined by dots."""

    __tablename__ = "product_category"
    __table_args__ = (
        unique_live("product_category", "handle"),
        index_live("product_category", "parent_category_id", "rank"),
        index_live("product_category", "mpath"),
    )

    name: Mapped[str]
    description: Mapped[str] = mapped_column(default="")
    handle: Mapped[str]
    mpath: Mapped[str]
    is_active: Mapped[bool] = mapped_column(default=False)
    is_internal: Mapped[bool] = mapped_column(default=False)
    rank: Mapped[int] = mapped_column(default=0)
    parent_category_id: Mapped[str | None] = mapped_column(ForeignKey("product_category.id"))


class Product(HasMetadata, Record, prefix="prod"):
    """Something that is sold in one or several variants. Its measures are texts, as on the wire."""

    __tablename__ = "product"
    __table_args__ = (
        unique_live("product", "handle"),
        index_live("product", "status", "id"),
        index_live("product", "type_id"),
        index_live("product", "collection_id"),
        Index("ix_product_created_at_id", "created_at", "id"),
    )

    title: Mapped[str]
    handle: Mapped[str]
    subtitle: Mapped[str | None]
    description: Mapped[str | None]
    is_giftcard: Mapped[bool] = mapped_column(default=False)
    status: Mapped[ProductStatus] = mapped_column(default=ProductStatus.DRAFT)
    thumbnail: Mapped[str | None]
    weight: Mapped[str | None]
    length: Mapped[str | None]
    height: Mapped[str | None]
    width: Mapped[str | None]
    origin_country: Mapped[str | None]
    hs_code: Mapped[str | None]
    mid_code: Mapped[str | None]
    material: Mapped[str | None]
    discountable: Mapped[bool] = mapped_column(default=True)
    external_id: Mapped[str | None]
    type_id: Mapped[str | None] = mapped_column(ForeignKey("product_type.id"))
    collection_id: Mapped[str | None] = mapped_column(ForeignKey("product_collection.id"))


class ProductOption(HasMetadata, Record, prefix="opt"):
    """A property in which the variants of a product differ."""

    __tablename__ = "product_option"
    __table_args__ = (unique_live("product_option", "product_id", "title"),)

    title: Mapped[str]
    product_id: Mapped[str] = mapped_column(ForeignKey("product.id"))


class ProductOptionValue(HasMetadata, Record, prefix="optval"):
    """What an option may be."""

    __tablename__ = "product_option_value"
    __table_args__ = (unique_live("product_option_value", "option_id", "value"),)

    value: Mapped[str]
    option_id: Mapped[str] = mapped_column(ForeignKey("product_option.id"))


class ProductVariant(HasMetadata, Record, prefix="variant"):
    """What a customer puts into the cart: one value of every option. Its measures are numbers."""

    __tablename__ = "product_variant"
    __table_args__ = (
        unique_live("product_variant", "sku"),
        unique_live("product_variant", "barcode"),
        unique_live("product_variant", "ean"),
        unique_live("product_variant", "upc"),
        index_live("product_variant", "product_id"),
    )

    title: Mapped[str]
    sku: Mapped[str | None]
    barcode: Mapped[str | None]
    ean: Mapped[str | None]
    upc: Mapped[str | None]
    allow_backorder: Mapped[bool] = mapped_column(default=False)
    manage_inventory: Mapped[bool] = mapped_column(default=True)
    hs_code: Mapped[str | None]
    origin_country: Mapped[str | None]
    mid_code: Mapped[str | None]
    material: Mapped[str | None]
    weight: Mapped[Decimal | None]
    length: Mapped[Decimal | None]
    height: Mapped[Decimal | None]
    width: Mapped[Decimal | None]
    variant_rank: Mapped[Decimal] = mapped_column(default=Decimal(0))
    thumbnail: Mapped[str | None]
    product_id: Mapped[str] = mapped_column(ForeignKey("product.id"))


class Image(HasMetadata, Record, prefix="img"):
    """A picture of a product, at its place in the row of pictures."""

    __tablename__ = "image"
    __table_args__ = (index_live("image", "product_id", "rank"),)

    url: Mapped[str]
    rank: Mapped[int] = mapped_column(default=0)
    product_id: Mapped[str] = mapped_column(ForeignKey("product.id"))


class ProductVariantOption(Record, prefix="pvopt"):
    """Which value of an option a variant has."""

    __tablename__ = "product_variant_option"
    __table_args__ = (
        unique_live("product_variant_option", "variant_id", "option_value_id"),
        index_live("product_variant_option", "option_value_id"),
    )

    variant_id: Mapped[str] = mapped_column(ForeignKey("product_variant.id"))
    option_value_id: Mapped[str] = mapped_column(ForeignKey("product_option_value.id"))


class ProductVariantProductImage(Record, prefix="pvpi"):
    """A picture that shows certain variants only."""

    __tablename__ = "product_variant_product_image"
    __table_args__ = (
        unique_live("product_variant_product_image", "variant_id", "image_id"),
        index_live("product_variant_product_image", "image_id"),
    )

    variant_id: Mapped[str] = mapped_column(ForeignKey("product_variant.id"))
    image_id: Mapped[str] = mapped_column(ForeignKey("image.id"))


class ProductTagLink(Record, prefix="prodtag"):
    """A product has a tag."""

    __tablename__ = "product_tags"
    __table_args__ = (
        unique_live("product_tags", "product_id", "product_tag_id"),
        index_live("product_tags", "product_tag_id"),
    )

    product_id: Mapped[str] = mapped_column(ForeignKey("product.id"))
    product_tag_id: Mapped[str] = mapped_column(ForeignKey("product_tag.id"))


class ProductCategoryProduct(Record, prefix="prodcat"):
    """A product stands in a category."""

    __tablename__ = "product_category_product"
    __table_args__ = (
        unique_live("product_category_product", "product_id", "product_category_id"),
        index_live("product_category_product", "product_category_id"),
    )

    product_id: Mapped[str] = mapped_column(ForeignKey("product.id"))
    product_category_id: Mapped[str] = mapped_column(ForeignKey("product_category.id"))


class ProductSalesChannel(Record, prefix="prodsc"):
    """A product is sold in a sales channel."""

    __tablename__ = "product_sales_channel"
    __table_args__ = (
        unique_live("product_sales_channel", "product_id", "sales_channel_id"),
        index_live("product_sales_channel", "sales_channel_id", "product_id"),
    )

    product_id: Mapped[str] = mapped_column(ForeignKey("product.id"))
    sales_channel_id: Mapped[str]
