"""Switches of the marketplace, for sellers."""

from litestar import Router, get

from mercato.api.access import CurrentSeller
from mercato.domains.configuration.queries import rules
from mercato.kernel.db import Tx
from mercato.kernel.http.answers import Answer, answer


@get("/")
async def list_switches(tx: Tx, seller: CurrentSeller) -> Answer:
    """Every switch with its state: the same for all sellers."""
    del seller
    return answer(200, configuration_rules=await rules(tx))


router = Router("/configuration", route_handlers=[list_switches])
