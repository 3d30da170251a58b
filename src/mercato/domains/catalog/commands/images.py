"""Pictures of products, and which variants they show."""

from collections.abc import Mapping, Sequence

from mercato.domains.catalog.models import ProductVariantProductImage
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
