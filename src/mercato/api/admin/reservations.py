"""Reservations, for the operator."""

from litestar import Router, delete, get, post

from mercato.api.access import CurrentUser
from mercato.domains.inventory.commands import reservations
from mercato.domains.inventory.schemas import CreateReservation, UpdateReservation
from mercato.domains.inventory.views import RESERVATION
from mercato.flows.reservations import release_by_hand
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, deleted, listing, show
from mercato.kernel.reader.view import Listing, Selection


@get("/", view=RESERVATION)
async def list_reservations(tx: Tx, query: Listing) -> Answer:
    """All reservations."""
    return await listing(tx, query)


@post("/", status_code=200, view=RESERVATION)
async def create_reservation(tx: Tx, user: CurrentUser, data: CreateReservation, fields: Selection) -> Answer:
    """Sets goods aside."""
    made = await reservations.create_reservation(tx, data, created_by=user.id)
    return await show(tx, fields, made.id)


@get("/{id:str}", view=RESERVATION)
async def get_reservation(tx: Tx, id: str, fields: Selection) -> Answer:
    """One reservation."""
    return await show(tx, fields, id)


@post("/{id:str}", status_code=200, view=RESERVATION)
async def update_reservation(tx: Tx, id: str, data: UpdateReservation, fields: Selection) -> Answer:
    """Changes a reservation."""
    await reservations.update_reservation(tx, id, data)
    return await show(tx, fields, id)


@delete("/{id:str}", status_code=200)
async def delete_reservation(tx: Tx, id: str) -> Answer:
    """Frees what is set aside, unless an order counts on it."""
    await release_by_hand(tx, id)
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
