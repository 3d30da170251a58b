"""Regions, for the operator."""

from litestar import Router, delete, get, post

from mercato.domains.regions.schemas import CreateRegion, UpdateRegion
from mercato.domains.regions.views import ADMIN_REGION
from mercato.flows import regions as flow
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, deleted, listing, show
from mercato.kernel.reader.view import Listing, Selection


@get("/", view=ADMIN_REGION)
async def list_regions(tx: Tx, query: Listing) -> Answer:
    """All regions."""
    return await listing(tx, query)


@post("/", status_code=200, view=ADMIN_REGION)
async def create_region(tx: Tx, data: CreateRegion, fields: Selection) -> Answer:
    """A new region with its price preference."""
    region = await flow.create_region(tx, data)
    return await show(tx, fields, region.id)


@get("/{id:str}", view=ADMIN_REGION)
async def get_region(tx: Tx, id: str, fields: Selection) -> Answer:
    """One region."""
    return await show(tx, fields, id)


@post("/{id:str}", status_code=200, view=ADMIN_REGION)
async def update_region(tx: Tx, id: str, data: UpdateRegion, fields: Selection) -> Answer:
    """Changes a region."""
    await flow.update_region(tx, id, data)
    return await show(tx, fields, id)


@delete("/{id:str}", status_code=200)
async def delete_region(tx: Tx, id: str) -> Answer:
    """Closes a region; its countries are free at once."""
    await flow.delete_region(tx, id)
    return deleted(id, "region")


router = Router("/regions", route_handlers=[list_regions, create_region, get_region, update_region, delete_region])
