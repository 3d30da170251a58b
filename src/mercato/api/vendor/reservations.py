"""Reservations of a seller's goods."""

from litestar import Router, delete, get, post

from mercato.api.access import CurrentSeller
from mercato.domains.inventory.commands import reservations
from mercato.domains.inventory.queries import require_own_place
from mercato.domains.inventory.schemas import CreateSellerReservation, UpdateSellerReservation
from mercato.domains.inventory.views import SELLER_RESERVATION
from mercato.flows import reservations as flow
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, deleted, listing, show
from mercato.kernel.reader.view import Listing, Selection


@get("/", view=SELLER_RESERVATION)
async def list_reservations(tx: Tx, seller: CurrentSeller, query: Listing) -> Answer:
    """What is set aside of the seller's goods."""
    return await listing(tx, query, scope={"inventory_item.seller.id": seller.id})


@post("/", status_code=201, view=SELLER_RESERVATION)
async def create_reservation(tx: Tx, seller: CurrentSeller, data: CreateSellerReservation, fields: Selection) -> Answer:
    """Sets goods aside."""
    await require_own_place(tx, seller.id, data.inventory_item_id, data.location_id)
    await flow.require_own_line(tx, seller.id, data.line_item_id)
    made = await reservations.create_reservation(tx, data, created_by=seller.member_id)
    return await show(tx, fields, made.id, status=201)


@get("/{id:str}", view=SELLER_RESERVATION)
async def get_reservation(tx: Tx, seller: CurrentSeller, id: str, fields: Selection) -> Answer:
    """One reservation."""
    await flow.require_own_reservation(tx, seller.id, id)
    return await show(tx, fields, id)


@post("/{id:str}", status_code=200, view=SELLER_RESERVATION)
async def update_reservation(
    tx: Tx, seller: CurrentSeller, id: str, data: UpdateSellerReservation, fields: Selection
) -> Answer:
    """Changes a reservation."""
    await flow.require_own_reservation(tx, seller.id, id)
    await flow.require_own_destination(tx, seller.id, data)
    await reservations.update_reservation(tx, id, data)
    return await show(tx, fields, id)


@delete("/{id:str}", status_code=200)
async def delete_reservation(tx: Tx, seller: CurrentSeller, id: str) -> Answer:
    """Frees what is set aside, unless an order counts on it."""
    await flow.require_own_reservation(tx, seller.id, id)
    await flow.release_by_hand(tx, id)
    return deleted(id, "reservation")


router = Router(
    "/reservations",
    route_handlers=[
        list_reservations,
        create_reservation,
        get_reservation,
        update_reservation,
        delete_reservation,
    ],
)
