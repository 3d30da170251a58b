"""Keys of storefronts and of machines: `/admin/api-keys`."""

from litestar import Router, delete, get, post

from mercato.api.access import CurrentUser
from mercato.domains.identity.commands import api_keys
from mercato.domains.identity.schemas import ChangeKeyChannels, CreateApiKey, RevokeApiKey, UpdateApiKey
from mercato.domains.identity.views import API_KEY, shown_once
from mercato.flows.key_channels import change_key_channels
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, answer, deleted, listing, show
from mercato.kernel.reader.view import Listing, Selection


@get("/", view=API_KEY)
async def list_api_keys(tx: Tx, query: Listing) -> Answer:
    """All keys; of secret ones without the token."""
    return await listing(tx, query)


@get("/{id:str}", view=API_KEY)
async def get_api_key(tx: Tx, id: str, fields: Selection) -> Answer:
    """One key."""
    return await show(tx, fields, id)


@post("/", status_code=200, view=API_KEY)
async def create_api_key(tx: Tx, user: CurrentUser, data: CreateApiKey, fields: Selection) -> Answer:
    """A new key: the only answer in which the token of a secret one can be read."""
    del fields  # checked, and without effect: this answer is always the whole key
    key, token = await api_keys.create_api_key(tx, data, created_by=user.id)
    return answer(api_key=shown_once(key, token))


@post("/{id:str}", status_code=200, view=API_KEY)
async def update_api_key(tx: Tx, id: str, data: UpdateApiKey, fields: Selection) -> Answer:
    """A new title."""
    key = await api_keys.update_api_key(tx, id, data)
    return await show(tx, fields, key.id)


@post("/{id:str}/revoke", status_code=200, view=API_KEY)
async def revoke_api_key(tx: Tx, user: CurrentUser, id: str, data: RevokeApiKey, fields: Selection) -> Answer:
    """Ends a key, now or later."""
    key = await api_keys.revoke_api_key(tx, id, data, revoked_by=user.id)
    return await show(tx, fields, key.id)


@post("/{id:str}/sales-channels", status_code=200, view=API_KEY)
async def change_sales_channels(tx: Tx, id: str, data: ChangeKeyChannels, fields: Selection) -> Answer:
    """Opens and closes sales channels for a publishable key."""
    key = await change_key_channels(tx, id, data)
    return await show(tx, fields, key.id)


@delete("/{id:str}", status_code=200)
async def delete_api_key(tx: Tx, id: str) -> Answer:
    """Removes a revoked key."""
    await api_keys.delete_api_key(tx, id)
    return deleted(id, "api_key")


router = Router(
    "/api-keys",
    route_handlers=[
        list_api_keys,
        get_api_key,
        create_api_key,
        update_api_key,
        revoke_api_key,
        change_sales_channels,
        delete_api_key,
    ],
)
