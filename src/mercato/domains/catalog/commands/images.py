"""Pictures of products, and which variants they show."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from mercato.domains.catalog.models import Image, ProductVariant, ProductVariantProductImage
from mercato.domains.catalog.queries import images_of
from mercato.kernel.db import Tx, label
from mercato.kernel.errors import NotFound


async def assign_images(tx: Tx, images: Mapping[str, Sequence[str]]) -> None:
    """Ties pictures to the variants they show (variant id -> image ids), none of them tied yet."""
    tx.add(
        *(
            ProductVariantProductImage(variant_id=variant_id, image_id=image_id)
            for variant_id, image_ids in images.items()
            for image_id in dict.fromkeys(image_ids)
        )
    )
    await tx.flush()


@dataclass(frozen=True, slots=True)
class ImageChange:
    """A picture in a full list of pictures: one with a known id stays that one."""

    url: str
    id: str | None = None


async def set_images(tx: Tx, product_id: str, wanted: Sequence[ImageChange]) -> None:
    """The product has exactly these pictures afterwards, in this order."""
    present = {image.id: image for image in await images_of(tx, product_id)}
    kept = {change.id for change in wanted}
    gone = [image for id, image in present.items() if id not in kept]
    link = ProductVariantProductImage
    query = select(link).where(link.image_id.in_([image.id for image in gone]), link.deleted_at.is_(None))
    await tx.delete(*gone, *await tx.scalars(query))
    for rank, change in enumerate(wanted):
        image = present.get(change.id or "")
        if image is None:
            image = Image(product_id=product_id, url=change.url)
            tx.add(image)
        image.url, image.rank = change.url, rank
    await tx.flush()


async def change_assignments(
    tx: Tx, product_id: str, *, add: Sequence[tuple[str, str]], remove: Sequence[tuple[str, str]]
) -> None:
    """Ties pictures of a product to variants of it, pairs of (variant id, image id), and unties others.

    Raises:
        NotFound: for a variant or picture that is not the product's.
    """
    await _require_own(tx, ProductVariant, product_id, {variant for variant, _ in (*add, *remove)})
    await _require_own(tx, Image, product_id, {image for _, image in (*add, *remove)})
    link = ProductVariantProductImage
    pairs = {*add, *remove}
    query = select(link).where(link.variant_id.in_(sorted(v for v, _ in pairs)), link.deleted_at.is_(None))
    there = {(row.variant_id, row.image_id): row for row in await tx.scalars(query)}
    await tx.delete(*(there[pair] for pair in dict.fromkeys(remove) if pair in there))
    tx.add(*(link(variant_id=v, image_id=i) for v, i in dict.fromkeys(add) if (v, i) not in there))
    await tx.flush()


async def _require_own(tx: Tx, model: type[Image | ProductVariant], product_id: str, ids: Iterable[str]) -> None:
    for id in sorted(ids):
        found = await tx.get(model, id)
        if found.product_id != product_id:
            raise NotFound(f"{label(model)} with id: {id} was not found")
