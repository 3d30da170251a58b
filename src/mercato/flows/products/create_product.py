"""A product of the operator."""

from mercato.domains.catalog.models import Product, ProductStatus
from mercato.domains.shipping.commands.profiles import set_product_profile
from mercato.flows.products.additions import add_to_new
from mercato.flows.products.making import make_product, make_variants
from mercato.flows.products.schemas import CreateProduct
from mercato.kernel.db import Tx


async def create_product(tx: Tx, data: CreateProduct) -> Product:
    """A product with everything: options, pictures, variants, prices, stock, groups, channels, shipping profile.

    Raises:
        Invalid: for a product that does not fit together.
        NotFound: for a reference to something that does not exist.
    """
    image_urls = [image.url for image in data.images or []]
    product = await make_product(tx, data, data.options or [], image_urls, data.status or ProductStatus.DRAFT)
    await make_variants(tx, product.id, data.variants or [])
    if data.shipping_profile_id is not None:
        await set_product_profile(tx, product.id, data.shipping_profile_id)
    await add_to_new(tx, product, data.additional_data)
    return product
