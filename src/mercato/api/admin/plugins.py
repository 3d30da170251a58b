"""Which parts of the marketplace there are."""

from typing import Final

from litestar import Router, get

from mercato.kernel.http.answers import Answer, answer

# The panels of the contract show a feature when they find its package's name here, and all of them are built in.
PLUGINS: Final = (
    "@medusajs/draft-order",
    "@medusajs/loyalty-plugin",
    "@mercurjs/b2c-core",
    "@mercurjs/commission",
    "@mercurjs/algolia",
    "@mercurjs/reviews",
    "@mercurjs/requests",
    "@mercurjs/resend",
)


@get("/")
async def list_plugins() -> Answer:
    """The names by which panels know the parts."""
    return answer(plugins=[{"name": name} for name in PLUGINS])


router = Router("/plugins", route_handlers=[list_plugins])
