"""Switches of the marketplace, for the operator."""

from litestar import Router, get, post

from mercato.domains.configuration import commands
from mercato.domains.configuration.schemas import CreateSwitch, SetSwitch
from mercato.domains.configuration.views import SWITCH
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, listing, show
from mercato.kernel.reader.view import Listing, Selection


@get("/", view=SWITCH)
async def list_switches(tx: Tx, query: Listing) -> Answer:
    """The switches that were set; the others have their defaults."""
    return await listing(tx, query)


@post("/", status_code=201, view=SWITCH)
async def create_switch(tx: Tx, data: CreateSwitch, fields: Selection) -> Answer:
    """Sets a switch."""
    switch = await commands.create_switch(tx, data)
    return await show(tx, fields, switch.id, status=201)


@post("/{id:str}", status_code=200, view=SWITCH)
async def set_switch(tx: Tx, id: str, data: SetSwitch, fields: Selection) -> Answer:
    """Turns a switch."""
    await commands.set_switch(tx, id, data)
    return await show(tx, fields, id)


router = Router("/configuration", route_handlers=[list_switches, create_switch, set_switch])
