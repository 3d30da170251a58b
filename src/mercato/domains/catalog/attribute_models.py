"""Tables of what a marketplace adds: attributes of products, second categories, pictures of groups."""

from enum import StrEnum

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from mercato.kernel.db import HasMetadata, Record, index_live, unique_live


class AttributeUIComponent(StrEnum):
    """How a form asks for an attribute. The order is the contract's."""

    SELECT = "select"
    MULTIVALUE = "multivalue"
    UNIT = "unit"
    TOGGLE = "toggle"
    TEXT_AREA = "text_area"
    COLOR_PICKER = "color_picker"


class Attribute(HasMetadata, Record, prefix="attr"):
    """A property that products of some categories have; of all categories when it is tied to none."""

    __tablename__ = "attribute"
    __table_args__ = (unique_live("attribute", "handle"),)

    name: Mapped[str]
    description: Mapped[str | None]
    is_required: Mapped[bool] = mapped_column(default=False)
    is_filterable: Mapped[bool] = mapped_column(default=True)
    handle: Mapped[str]
    ui_component: Mapped[AttributeUIComponent] = mapped_column(default=AttributeUIComponent.SELECT)


class AttributePossibleValue(HasMetadata, Record, prefix="attr_pos_val"):
    """One of the values an attribute may have; an attribute without any takes every value."""

    __tablename__ = "attribute_possible_value"
    __table_args__ = (unique_live("attribute_possible_value", "attribute_id", "value"),)

    value: Mapped[str]
    rank: Mapped[int]
    attribute_id: Mapped[str] = mapped_column(ForeignKey("attribute.id"))


class AttributeValue(HasMetadata, Record, prefix="attr_val"):
    """The value of an attribute on products."""

    __tablename__ = "attribute_value"
    __table_args__ = (index_live("attribute_value", "attribute_id", "value"),)

    value: Mapped[str]
    rank: Mapped[int] = mapped_column(default=0)
    attribute_id: Mapped[str] = mapped_column(ForeignKey("attribute.id"))


class ProductAttributeValue(Record, prefix="prodattrval"):
    """A product has a value of an attribute."""

    __tablename__ = "product_product_attribute_attribute_value"
    __table_args__ = (
        unique_live("product_product_attribute_attribute_value", "product_id", "attribute_value_id"),
        index_live("product_product_attribute_attribute_value", "attribute_value_id"),
    )

    product_id: Mapped[str] = mapped_column(ForeignKey("product.id"))
    attribute_value_id: Mapped[str] = mapped_column(ForeignKey("attribute_value.id"))


class ProductCategoryAttribute(Record, prefix="pcatattr"):
    """Products of a category have an attribute."""

    __tablename__ = "product_product_category_attribute_attribute"
    __table_args__ = (
        unique_live("product_product_category_attribute_attribute", "product_category_id", "attribute_id"),
        index_live("product_product_category_attribute_attribute", "attribute_id"),
    )

    product_category_id: Mapped[str] = mapped_column(ForeignKey("product_category.id"))
    attribute_id: Mapped[str] = mapped_column(ForeignKey("attribute.id"))


class SecondaryCategory(Record, prefix="sec_cat"):
    """A category as the second one of products. One row for each category."""

    __tablename__ = "secondary_category"
    __table_args__ = (unique_live("secondary_category", "category_id"),)

    category_id: Mapped[str] = mapped_column(ForeignKey("product_category.id"))


class ProductSecondaryCategory(Record, prefix="prodseccat"):
    """A product has a second category."""

    __tablename__ = "product_product_secondary_category_secondary_category"
    __table_args__ = (
        unique_live("product_product_secondary_category_secondary_category", "product_id", "secondary_category_id"),
        index_live("product_product_secondary_category_secondary_category", "secondary_category_id"),
    )

    product_id: Mapped[str] = mapped_column(ForeignKey("product.id"))
    secondary_category_id: Mapped[str] = mapped_column(ForeignKey("secondary_category.id"))


class CategoryDetail(Record, prefix="cat_det"):
    """The pictures of a category."""

    __tablename__ = "category_detail"
    __table_args__ = (unique_live("category_detail", "product_category_id"),)

    product_category_id: Mapped[str] = mapped_column(ForeignKey("product_category.id"))
    thumbnail_id: Mapped[str | None]
    icon_id: Mapped[str | None]
    banner_id: Mapped[str | None]


class CategoryMedia(Record, prefix="cat_med"):
    """One picture of a category."""

    __tablename__ = "category_media"
    __table_args__ = (index_live("category_media", "category_detail_id"),)

    url: Mapped[str]
    alt_text: Mapped[str | None]
    category_detail_id: Mapped[str] = mapped_column(ForeignKey("category_detail.id"))


class CollectionDetail(Record, prefix="coll_det"):
    """The pictures of a collection, and its place among the collections."""

    __tablename__ = "collection_detail"
    __table_args__ = (
        unique_live("collection_detail", "product_collection_id"),
        index_live("collection_detail", "rank"),
    )

    product_collection_id: Mapped[str] = mapped_column(ForeignKey("product_collection.id"))
    thumbnail_id: Mapped[str | None]
    icon_id: Mapped[str | None]
    banner_id: Mapped[str | None]
    rank: Mapped[int] = mapped_column(default=0)


class CollectionMedia(Record, prefix="coll_med"):
    """One picture of a collection."""

    __tablename__ = "collection_media"
    __table_args__ = (index_live("collection_media", "collection_detail_id"),)

    url: Mapped[str]
    alt_text: Mapped[str | None]
    collection_detail_id: Mapped[str] = mapped_column(ForeignKey("collection_detail.id"))
