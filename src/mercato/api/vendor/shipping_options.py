"""Shipping options of a seller."""

from litestar import Router, delete, get, post

from mercato.api.access import CurrentSeller
from mercato.domains.sellers.links import SellerShippingOption
from mercato.domains.sellers.queries import require_owned
from mercato.domains.shipping.schemas import CreateSellerOption, UpdateSellerOption
from mercato.domains.shipping.views import SELLER_OPTION
from mercato.flows import shipping_options as flow
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, deleted, listing, show
from mercato.kernel.reader.view import Listing, Selection


@get("/", view=SELLER_OPTION)
async def list_shipping_options(tx: Tx, seller: CurrentSeller, query: Listing) -> Answer:
    """The seller's options."""
    return await listing(tx, query, scope={"seller.id": seller.id})


@post("/", status_code=201, view=SELLER_OPTION)
async def create_shipping_option(tx: Tx, seller: CurrentSeller, data: CreateSellerOption, fields: Selection) -> Answer:
    """A new option of the seller."""
    option = await flow.create_seller_option(tx, seller.id, data)
    return await show(tx, fields, option.id, status=201)


@get("/{id:str}", view=SELLER_OPTION)
async def get_shipping_option(tx: Tx, seller: CurrentSeller, id: str, fields: Selection) -> Answer:
    """One of the seller's options."""
    await require_owned(tx, SellerShippingOption, seller.id, id)
    return await show(tx, fields, id)


@post("/{id:str}", status_code=200, view=SELLER_OPTION)
async def update_shipping_option(
    tx: Tx, seller: CurrentSeller, id: str, data: UpdateSellerOption, fields: Selection
) -> Answer:
    """Changes an option."""
    await flow.update_seller_option(tx, seller.id, id, data)
    return await show(tx, fields, id)


@delete("/{id:str}", status_code=200)
async def delete_shipping_option(tx: Tx, seller: CurrentSeller, id: str) -> Answer:
    """Takes out an option."""
    await require_owned(tx, SellerShippingOption, seller.id, id)
    await flow.delete_shipping_option(tx, id)
    return deleted(id, "shipping_option")


router = Router(
    "/shipping-options",
    route_handlers=[
        list_shipping_options,
        create_shipping_option,
        get_shipping_option,
        update_shipping_option,
        delete_shipping_option,
    ],
)
