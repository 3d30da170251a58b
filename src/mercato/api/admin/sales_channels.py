"""Sales channels, for the operator."""

from litestar import Router, delete, get, post

from mercato.domains.channels import commands
from mercato.domains.channels.schemas import ChannelProducts, CreateChannel, UpdateChannel
from mercato.domains.channels.views import ADMIN_CHANNEL
from mercato.flows import channels as flow
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, deleted, listing, show
from mercato.kernel.reader.view import Listing, Selection


@get("/", view=ADMIN_CHANNEL)
async def list_sales_channels(tx: Tx, query: Listing) -> Answer:
    """All channels."""
    return await listing(tx, query)


@post("/", status_code=200, view=ADMIN_CHANNEL)
async def create_sales_channel(tx: Tx, data: CreateChannel, fields: Selection) -> Answer:
    """A new channel."""
    channel = await commands.create_channel(tx, data)
    return await show(tx, fields, channel.id)


@get("/{id:str}", view=ADMIN_CHANNEL)
async def get_sales_channel(tx: Tx, id: str, fields: Selection) -> Answer:
    """One channel."""
    return await show(tx, fields, id)


@post("/{id:str}", status_code=200, view=ADMIN_CHANNEL)
async def update_sales_channel(tx: Tx, id: str, data: UpdateChannel, fields: Selection) -> Answer:
    """Changes a channel."""
    await commands.update_channel(tx, id, data)
    return await show(tx, fields, id)


@delete("/{id:str}", status_code=200)
async def delete_sales_channel(tx: Tx, id: str) -> Answer:
    """Closes a channel."""
    await flow.close_channel(tx, id)
    return deleted(id, "sales-channel")


@post("/{id:str}/products", status_code=200, view=ADMIN_CHANNEL)
async def change_products(tx: Tx, id: str, data: ChannelProducts, fields: Selection) -> Answer:
    """Offers products in a channel and takes others out."""
    await flow.change_channel_products(tx, id, data)
    return await show(tx, fields, id)


router = Router(
    "/sales-channels",
    route_handlers=[
        list_sales_channels,
        create_sales_channel,
        get_sales_channel,
        update_sales_channel,
        delete_sales_channel,
        change_products,
    ],
)
