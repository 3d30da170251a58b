"""Options of a seller's products. What changes one answers its product."""

from litestar import Router, delete, post

from mercato.api.access import CurrentSeller
from mercato.domains.catalog.commands import options
from mercato.domains.catalog.commands.products import lock_product
from mercato.domains.catalog.views import VENDOR_PRODUCT
from mercato.domains.sellers.links import SellerProduct
from mercato.domains.sellers.queries import require_owned
from mercato.flows.products import removing, reviewing
from mercato.flows.products.update_schemas import CreateSellerOption, UpdateSellerOption
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, deleted, show
from mercato.kernel.reader.view import Selection


@post("/{id:str}/options", status_code=200, view=VENDOR_PRODUCT)
async def create_option(tx: Tx, seller: CurrentSeller, id: str, data: CreateSellerOption, fields: Selection) -> Answer:
    """One more option."""
    await require_owned(tx, SellerProduct, seller.id, id)
    product = await lock_product(tx, id)
    await options.create_option(tx, id, title=data.title, values=data.values, metadata=data.metadata)
    shown = await show(tx, fields, id)
    await reviewing.review_change(tx, product, seller_id=seller.id, member_id=seller.member_id)
    return shown


@post("/{id:str}/options/{option_id:str}", status_code=200, view=VENDOR_PRODUCT)
async def update_option(
    tx: Tx, seller: CurrentSeller, id: str, option_id: str, *, data: UpdateSellerOption, fields: Selection
) -> Answer:
    """Changes an option; values that are given are all that stay."""
    await require_owned(tx, SellerProduct, seller.id, id)
    product = await lock_product(tx, id)
    option = await options.get_option(tx, id, option_id)
    option.metadata_ = data.given().get("metadata", option.metadata_)
    await options.update_option(tx, option, options.OptionChange(title=data.title, values=data.values))
    shown = await show(tx, fields, id)
    await reviewing.review_change(tx, product, seller_id=seller.id, member_id=seller.member_id)
    return shown


@delete("/{id:str}/options/{option_id:str}", status_code=200)
async def delete_option(tx: Tx, seller: CurrentSeller, id: str, option_id: str) -> Answer:
    """Takes out an option, also from the variants."""
    await require_owned(tx, SellerProduct, seller.id, id)
    await removing.delete_seller_option(tx, id, option_id)
    return deleted(option_id, "option")


router = Router("/products", route_handlers=[create_option, update_option, delete_option])
