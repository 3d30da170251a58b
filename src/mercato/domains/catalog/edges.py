"""Relations of products, and the pictures of variants."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from mercato.domains.catalog.attribute_models import (
    Attribute,
    AttributePossibleValue,
    AttributeValue,
    CategoryDetail,
    CategoryMedia,
    CollectionDetail,
    CollectionMedia,
    ProductAttributeValue,
    ProductCategoryAttribute,
    ProductSecondaryCategory,
    SecondaryCategory,
)
from mercato.domains.catalog.models import (
    Image,
    Product,
    ProductCategory,
    ProductCategoryProduct,
    ProductCollection,
    ProductOption,
    ProductOptionValue,
    ProductTag,
    ProductTagLink,
    ProductType,
    ProductVariant,
    ProductVariantOption,
    ProductVariantProductImage,
)
from mercato.domains.catalog.queries import images_of_products
from mercato.kernel.clock import to_wire
from mercato.kernel.db import Tx
from mercato.kernel.reader.view import Computed, Edge

_PRODUCTS = [
    Edge(Product, "type", ProductType, many=False, hops=[("type_id", ProductType, "id")]),
    Edge(Product, "collection", ProductCollection, many=False, hops=[("collection_id", ProductCollection, "id")]),
    Edge(
        Product,
        "tags",
        ProductTag,
        many=True,
        hops=[("id", ProductTagLink, "product_id"), ("product_tag_id", ProductTag, "id")],
    ),
    Edge(
        Product,
        "categories",
        ProductCategory,
        many=True,
        hops=[("id", ProductCategoryProduct, "product_id"), ("product_category_id", ProductCategory, "id")],
    ),
    Edge(Product, "options", ProductOption, many=True, hops=[("id", ProductOption, "product_id")]),
    Edge(Product, "variants", ProductVariant, many=True, hops=[("id", ProductVariant, "product_id")]),
    Edge(Product, "images", Image, many=True, hops=[("id", Image, "product_id")], order="rank"),
    Edge(Image, "product", Product, many=False, hops=[("product_id", Product, "id")]),
    Edge(
        Image,
        "variants",
        ProductVariant,
        many=True,
        hops=[("id", ProductVariantProductImage, "image_id"), ("variant_id", ProductVariant, "id")],
    ),
    Edge(ProductOption, "product", Product, many=False, hops=[("product_id", Product, "id")]),
    Edge(ProductOption, "values", ProductOptionValue, many=True, hops=[("id", ProductOptionValue, "option_id")]),
    Edge(ProductOptionValue, "option", ProductOption, many=False, hops=[("option_id", ProductOption, "id")]),
    Edge(
        ProductOptionValue,
        "variants",
        ProductVariant,
        many=True,
        hops=[("id", ProductVariantOption, "option_value_id"), ("variant_id", ProductVariant, "id")],
    ),
    Edge(ProductVariant, "product", Product, many=False, hops=[("product_id", Product, "id")]),
    Edge(
        ProductVariant,
        "options",
        ProductOptionValue,
        many=True,
        hops=[("id", ProductVariantOption, "variant_id"), ("option_value_id", ProductOptionValue, "id")],
    ),
]
_GROUPS = [
    Edge(ProductType, "products", Product, many=True, hops=[("id", Product, "type_id")]),
    Edge(ProductCollection, "products", Product, many=True, hops=[("id", Product, "collection_id")]),
    Edge(
        ProductTag,
        "products",
        Product,
        many=True,
        hops=[("id", ProductTagLink, "product_tag_id"), ("product_id", Product, "id")],
    ),
    Edge(
        ProductCategory,
        "products",
        Product,
        many=True,
        hops=[("id", ProductCategoryProduct, "product_category_id"), ("product_id", Product, "id")],
    ),
    Edge(
        ProductCategory,
        "parent_category",
        ProductCategory,
        many=False,
        hops=[("parent_category_id", ProductCategory, "id")],
        # Categories lead back to categories, so the rule of stubs leaves this one out; the contract shows it.
        stub=True,
    ),
    Edge(
        ProductCategory,
        "category_children",
        ProductCategory,
        many=True,
        hops=[("id", ProductCategory, "parent_category_id")],
        order="rank",
    ),
]
_ADDITIONS = [
    Edge(
        Product,
        "attribute_values",
        AttributeValue,
        many=True,
        hops=[("id", ProductAttributeValue, "product_id"), ("attribute_value_id", AttributeValue, "id")],
    ),
    Edge(
        Product,
        "secondary_categories",
        SecondaryCategory,
        many=True,
        hops=[("id", ProductSecondaryCategory, "product_id"), ("secondary_category_id", SecondaryCategory, "id")],
    ),
    Edge(AttributeValue, "attribute", Attribute, many=False, hops=[("attribute_id", Attribute, "id")]),
    Edge(
        Attribute,
        "possible_values",
        AttributePossibleValue,
        many=True,
        hops=[("id", AttributePossibleValue, "attribute_id")],
        order="rank",
    ),
    Edge(Attribute, "values", AttributeValue, many=True, hops=[("id", AttributeValue, "attribute_id")]),
    Edge(AttributePossibleValue, "attribute", Attribute, many=False, hops=[("attribute_id", Attribute, "id")]),
    Edge(
        Attribute,
        "product_categories",
        ProductCategory,
        many=True,
        hops=[("id", ProductCategoryAttribute, "attribute_id"), ("product_category_id", ProductCategory, "id")],
    ),
    Edge(
        ProductCategory,
        "attributes",
        Attribute,
        many=True,
        hops=[("id", ProductCategoryAttribute, "product_category_id"), ("attribute_id", Attribute, "id")],
    ),
    Edge(
        ProductCategory,
        "category_detail",
        CategoryDetail,
        many=False,
        absent=True,
        hops=[("id", CategoryDetail, "product_category_id")],
    ),
    Edge(CategoryDetail, "media", CategoryMedia, many=True, hops=[("id", CategoryMedia, "category_detail_id")]),
    Edge(
        ProductCollection,
        "collection_detail",
        CollectionDetail,
        many=False,
        absent=True,
        hops=[("id", CollectionDetail, "product_collection_id")],
    ),
    Edge(CollectionDetail, "media", CollectionMedia, many=True, hops=[("id", CollectionMedia, "collection_detail_id")]),
]
EDGES = [*_PRODUCTS, *_GROUPS, *_ADDITIONS]


async def fill_variant_images(
    tx: Tx, rows: list[dict[str, Any]], names: frozenset[str], context: Mapping[str, Any]
) -> None:
    """A variant shows the pictures that are its own, and those of the product that belong to no variant."""
    del names, context
    images = await images_of_products(tx, {row["product_id"] for row in rows})
    links = await tx.rows(
        select(ProductVariantProductImage.image_id, ProductVariantProductImage.variant_id).where(
            ProductVariantProductImage.image_id.in_(sorted(images)), ProductVariantProductImage.deleted_at.is_(None)
        )
    )
    shown: defaultdict[str, set[str]] = defaultdict(set)
    for image_id, variant_id in links:
        shown[image_id].add(variant_id)
    for row in rows:
        row["images"] = [
            _image(image, shown.get(id, set()))
            for id, image in images.items()
            if image.product_id == row["product_id"] and (id not in shown or row["id"] in shown[id])
        ]


def _image(image: Image, variant_ids: set[str]) -> dict[str, Any]:
    return {
        "id": image.id,
        "url": image.url,
        "rank": image.rank,
        "metadata": image.metadata_,
        "product_id": image.product_id,
        "created_at": to_wire(image.created_at),
        "updated_at": to_wire(image.updated_at),
        "deleted_at": None,
        "variants": [{"id": id} for id in sorted(variant_ids)],
    }


COMPUTED = [Computed(ProductVariant, names="images", needs="id product_id", fill=fill_variant_images)]
