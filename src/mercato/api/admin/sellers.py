"""Sellers, for the operator."""

from litestar import Router, get, post
from litestar.datastructures import State

from mercato.domains.catalog.views import VENDOR_PRODUCT
from mercato.domains.customers.views import ADMIN_CUSTOMER_GROUP
from mercato.domains.notifications.views import NOTIFICATION
from mercato.domains.orders.views import VENDOR_ORDER
from mercato.domains.sellers.commands import update_seller as write_seller
from mercato.domains.sellers.schemas import InviteSeller, UpdateSeller
from mercato.domains.sellers.views import ADMIN_SELLER
from mercato.flows import invite_seller as invitations
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, answer, listing, show
from mercato.kernel.reader.run import rows_of
from mercato.kernel.reader.view import Listing, Selection


@get("/", view=ADMIN_SELLER)
async def list_sellers(tx: Tx, query: Listing) -> Answer:
    """All sellers."""
    return await listing(tx, query)


@get("/{id:str}", view=ADMIN_SELLER)
async def get_seller(tx: Tx, id: str, fields: Selection) -> Answer:
    """One seller."""
    return await show(tx, fields, id)


@post("/{id:str}", status_code=200, view=ADMIN_SELLER)
async def update_seller(tx: Tx, id: str, data: UpdateSeller, fields: Selection) -> Answer:
    """Changes a seller, or opens, closes and suspends it."""
    await write_seller(tx, id, data)
    return await show(tx, fields, id)


@post("/invite", status_code=201)
async def invite_seller(tx: Tx, state: State, data: InviteSeller) -> Answer:
    """Asks somebody by mail to open a shop."""
    mail = await invitations.invite_seller(tx, data, state.settings)
    rows = await rows_of(tx, NOTIFICATION, NOTIFICATION.default, scope={"id": mail.id})
    return answer(201, invitation=rows[0])


@get("/{id:str}/orders", view=VENDOR_ORDER)
async def list_orders(tx: Tx, id: str, query: Listing) -> Answer:
    """The orders of a seller, as the seller sees them."""
    return await listing(
        tx, query, scope={"seller.id": id, "is_draft_order": False}, context={"payment_status_of": "split"}
    )


@get("/{id:str}/products", view=VENDOR_PRODUCT)
async def list_products(tx: Tx, id: str, query: Listing) -> Answer:
    """The products of a seller."""
    return await listing(tx, query, scope={"seller.id": id})


@get("/{id:str}/customer-groups", view=ADMIN_CUSTOMER_GROUP)
async def list_customer_groups(tx: Tx, id: str, query: Listing) -> Answer:
    """The customer groups of a seller."""
    return await listing(tx, query, scope={"seller.id": id})


router = Router(
    "/sellers",
    route_handlers=[
        list_sellers,
        get_seller,
        update_seller,
        invite_seller,
        list_orders,
        list_products,
        list_customer_groups,
    ],
)
