"""Pictures of products, and which variants they show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from mercato.domains.catalog.models import Image, ProductVariantProductImage
from mercato.domains.catalog.queries import images_of
from mercato.kernel.db import Tx


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
