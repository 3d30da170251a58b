"""What every new product gets, whoever makes it: variants with prices and stock, groups, channels."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from mercato.domains.catalog.commands import products, variants
from mercato.domains.catalog.commands.products import ProductValues
from mercato.domains.catalog.commands.variants import VariantValues
from mercato.domains.catalog.models import Product, ProductStatus, ProductVariant
from mercato.domains.catalog.queries import missing_ids
from mercato.domains.channels.queries import require_channels
from mercato.domains.inventory.commands.items import create_inventory_item
from mercato.domains.inventory.models import InventoryItem, ProductVariantInventoryItem
from mercato.domains.pricing.commands.variant_prices import create_variant_prices, price_value
from mercato.domains.sellers.links import SellerInventoryItem
from mercato.domains.sellers.queries import owners
from mercato.flows.products.schemas import NewOption, NewVariant, ProductFields, Reference
from mercato.kernel.columns import plain_decimal
from mercato.kernel.db import Tx
from mercato.kernel.errors import Invalid


async def make_product(
    tx: Tx, data: ProductFields, options: Sequence[NewOption], image_urls: Sequence[str], status: ProductStatus
) -> Product:
    """A product with options and pictures, in its groups and channels; its variants come next.

    Raises:
        Invalid: for a bad handle, a product without options, an unknown tag.
        NotFound: for an unknown type, collection, category or channel.
    """
    await require_channels(tx, ids_of(data.sales_channels))
    product = await products.create_product(
        tx,
        [products.NewOption(new.title, new.values, new.given().get("metadata")) for new in options],
        image_urls,
        **_product_values(data, status),
    )
    await products.set_tags(tx, product.id, ids_of(data.tags))
    await products.set_categories(tx, product.id, ids_of(data.categories))
    await products.set_channels(tx, product.id, ids_of(data.sales_channels))
    return product


async def make_variants(
    tx: Tx, product_id: str, bodies: Sequence[NewVariant], *, seller_id: str | None = None
) -> list[ProductVariant]:
    """Variants with prices, and with an inventory item each that is counted and names none.

    Raises:
        Invalid: for values that the product does not offer, a combination that exists, an unknown inventory item.
    """
    made = await variants.create_variants(
        tx, product_id, [variants.NewVariant(body.title, body.options or {}, _variant_values(body)) for body in bodies]
    )
    pairs = list(zip(made, bodies, strict=True))
    await _require_items(tx, bodies, seller_id)
    await create_variant_prices(tx, {variant.id: [price_value(p) for p in body.prices] for variant, body in pairs})
    for variant, body in pairs:
        if variant.manage_inventory:
            await _tie_to_stock(tx, variant, body, seller_id)
    await tx.flush()
    return made


def _product_values(data: ProductFields, status: ProductStatus) -> ProductValues:
    return ProductValues(
        title=data.title,
        handle=data.handle,
        subtitle=data.subtitle,
        description=data.description,
        is_giftcard=data.is_giftcard,
        discountable=data.discountable,
        status=status,
        thumbnail=data.thumbnail,
        external_id=data.external_id,
        type_id=data.type_id,
        collection_id=data.collection_id,
        weight=measure(data.weight),
        length=measure(data.length),
        height=measure(data.height),
        width=measure(data.width),
        hs_code=data.hs_code,
        mid_code=data.mid_code,
        origin_country=data.origin_country,
        material=data.material,
        metadata_=data.metadata,
    )


def measure(value: Decimal | None) -> str | None:
    """A measure of a product as it is stored and answered: a text."""
    return None if value is None else plain_decimal(Decimal(value))


def _variant_values(body: NewVariant) -> VariantValues:
    return VariantValues(
        sku=body.sku,
        barcode=body.barcode,
        ean=body.ean,
        upc=body.upc,
        allow_backorder=body.allow_backorder,
        manage_inventory=body.manage_inventory,
        hs_code=body.hs_code,
        origin_country=body.origin_country,
        mid_code=body.mid_code,
        material=body.material,
        weight=body.weight,
        length=body.length,
        height=body.height,
        width=body.width,
        variant_rank=body.variant_rank or Decimal(0),
        thumbnail=body.thumbnail,
        metadata_=body.metadata,
    )


async def _require_items(tx: Tx, bodies: Sequence[NewVariant], seller_id: str | None) -> None:
    """Refuses unknown inventory items; those of others are as good as unknown to a seller."""
    wanted = [item.inventory_item_id for body in bodies if body.manage_inventory for item in body.inventory_items or []]
    missing = await missing_ids(tx, InventoryItem, wanted)
    if seller_id is not None:
        owned: Mapping[str, str] = await owners(tx, SellerInventoryItem, wanted)
        missing = [id for id in dict.fromkeys(wanted) if owned.get(id) != seller_id]
    if missing:
        raise Invalid(f"Inventory Items with ids: {', '.join(missing)} was not found")


async def _tie_to_stock(tx: Tx, variant: ProductVariant, body: NewVariant, seller_id: str | None) -> None:
    ties = [(item.inventory_item_id, item.required_quantity) for item in body.inventory_items or []]
    if not ties:
        ties = [((await _new_item(tx, variant, seller_id)).id, 1)]
    tx.add(
        *(
            ProductVariantInventoryItem(variant_id=variant.id, inventory_item_id=item_id, required_quantity=quantity)
            for item_id, quantity in ties
        )
    )


async def _new_item(tx: Tx, variant: ProductVariant, seller_id: str | None) -> InventoryItem:
    return await create_inventory_item(
        tx,
        seller_id=seller_id,
        sku=variant.sku,
        title=variant.title,
        description=variant.title,
        origin_country=variant.origin_country,
        hs_code=variant.hs_code,
        mid_code=variant.mid_code,
        material=variant.material,
        weight=variant.weight,
        length=variant.length,
        height=variant.height,
        width=variant.width,
        requires_shipping=True,
    )


def ids_of(references: Sequence[Reference] | None) -> list[str]:
    """The ids of references, each once."""
    return list(dict.fromkeys(reference.id for reference in references or []))
