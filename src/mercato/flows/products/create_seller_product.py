"""A product of a seller: made, and handed to the operator for approval."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from mercato.domains.catalog.commands.images import assign_images
from mercato.domains.catalog.models import Product, ProductStatus, ProductVariant
from mercato.domains.catalog.queries import images_of
from mercato.domains.configuration.models import RuleType
from mercato.domains.configuration.queries import require, rules
from mercato.domains.requests.commands import submit_request
from mercato.domains.requests.models import RequestStatus, RequestType
from mercato.domains.sellers.links import SellerProduct, SellerShippingProfile
from mercato.domains.shipping.commands.profiles import set_product_profile
from mercato.domains.shipping.models import ShippingProfile
from mercato.flows.products.additions import add_to_new
from mercato.flows.products.making import make_product, make_variants
from mercato.flows.products.schemas import CreateSellerProduct, VariantImages
from mercato.flows.products.snapshot import product_snapshot
from mercato.flows.review_request import accept_by_system
from mercato.kernel.db import Tx

DEFAULT_PROFILE = "default"
"""The type of the shipping profile that a seller's product has when nobody chose one."""


async def create_seller_product(tx: Tx, seller_id: str, data: CreateSellerProduct) -> Product:
    """A draft or proposed product of a seller, with the seller's default shipping profile.

    Raises:
        Forbidden: when sellers may not create products.
        Invalid: for a product that does not fit together.
        NotFound: for a reference to something that does not exist.
    """
    await require(tx, {RuleType.GLOBAL_PRODUCT_CATALOG: False, RuleType.PRODUCT_REQUEST_ENABLED: True})
    variant_images = data.variants_images or []
    status = ProductStatus(data.status)
    product = await make_product(tx, data, data.options or [], _image_urls(data, variant_images), status)
    tx.add(SellerProduct(seller_id=seller_id, product_id=product.id))
    await set_product_profile(tx, product.id, await _default_profile(tx, seller_id))
    variants = await make_variants(tx, product.id, data.variants or [], seller_id=seller_id)
    await _show_variants(tx, product.id, variants, variant_images)
    await add_to_new(tx, product, data.additional_data)
    return product


async def request_approval(tx: Tx, product: Product, *, seller_id: str, member_id: str) -> None:
    """Asks the operator for the new product. A proposed one is published at once where nobody wants to approve it."""
    draft = product.status is ProductStatus.DRAFT
    request = await submit_request(
        tx,
        kind=RequestType.PRODUCT,
        data=await product_snapshot(tx, product.id),
        submitter_id=member_id,
        seller_id=seller_id,
        status=RequestStatus.DRAFT if draft else RequestStatus.PENDING,
    )
    if not draft and not (await rules(tx))[RuleType.REQUIRE_PRODUCT_APPROVAL]:
        await accept_by_system(tx, request)


def _image_urls(data: CreateSellerProduct, variant_images: Sequence[VariantImages]) -> list[str]:
    own = [image.url for image in data.images or []]
    more = [url for entry in variant_images for url in entry.image_urls or []]
    return [*own, *(url for url in dict.fromkeys(more) if url not in own)]


async def _default_profile(tx: Tx, seller_id: str) -> str | None:
    link, profile = SellerShippingProfile, ShippingProfile
    query = (
        select(profile.id)
        .join(link, link.shipping_profile_id == profile.id)
        .where(
            link.seller_id == seller_id,
            profile.type == DEFAULT_PROFILE,
            link.deleted_at.is_(None),
            profile.deleted_at.is_(None),
        )
        .order_by(profile.id)
    )
    return await tx.scalar(query)


async def _show_variants(
    tx: Tx, product_id: str, variants: Sequence[ProductVariant], entries: Sequence[VariantImages]
) -> None:
    if not entries:
        return
    by_url = {image.url: image.id for image in await images_of(tx, product_id)}
    by_key = {entry.variant_image_key: entry for entry in entries}
    assigned: dict[str, list[str]] = {}
    for variant in variants:
        metadata: dict[str, Any] = variant.metadata_ or {}
        entry = by_key.get(str(metadata.get("variant_image_key", "")))
        if entry is not None:
            assigned[variant.id] = [by_url[url] for url in entry.image_urls or []]
            variant.thumbnail = entry.thumbnail_url or variant.thumbnail
    await assign_images(tx, assigned)
