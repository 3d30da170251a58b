"""Countries and provinces that have taxes."""

from litestar import Router, delete, get, post

from mercato.api.access import CurrentUser
from mercato.domains.taxes.commands import regions as commands
from mercato.domains.taxes.schemas import CreateTaxRegion, UpdateTaxRegion
from mercato.domains.taxes.views import TAX_REGION
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, deleted, listing, show
from mercato.kernel.reader.view import Listing, Selection


@get("/", view=TAX_REGION)
async def list_tax_regions(tx: Tx, query: Listing) -> Answer:
    """All tax regions, provinces too."""
    return await listing(tx, query)


@post("/", status_code=200, view=TAX_REGION)
async def create_tax_region(tx: Tx, user: CurrentUser, data: CreateTaxRegion, fields: Selection) -> Answer:
    """A new tax region, with a default rate if one is given."""
    region = await commands.create_tax_region(tx, data, created_by=user.id)
    return await show(tx, fields, region.id)


@get("/{id:str}", view=TAX_REGION)
async def get_tax_region(tx: Tx, id: str, fields: Selection) -> Answer:
    """One tax region."""
    return await show(tx, fields, id)


@post("/{id:str}", status_code=200, view=TAX_REGION)
async def update_tax_region(tx: Tx, id: str, data: UpdateTaxRegion, fields: Selection) -> Answer:
    """Changes a tax region."""
    await commands.update_tax_region(tx, id, data)
    return await show(tx, fields, id)


@delete("/{id:str}", status_code=200)
async def delete_tax_region(tx: Tx, id: str) -> Answer:
    """Removes a tax region with its provinces and rates."""
    await commands.delete_tax_region(tx, id)
    return deleted(id, "tax_region")


router = Router(
    "/tax-regions",
    route_handlers=[list_tax_regions, create_tax_region, get_tax_region, update_tax_region, delete_tax_region],
)
