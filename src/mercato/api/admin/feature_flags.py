"""What of the contract is switched off. Read before anybody has logged in."""

from typing import Final

from litestar import Router, get

from mercato.kernel.http.answers import Answer, answer

# The contract's optional parts. Clients hide what is false; none of them is offered.
FLAGS: Final = {"caching": False, "index_engine": False, "view_configurations": False}


@get("/")
async def get_feature_flags() -> Answer:
    """The switches."""
    return answer(feature_flags=FLAGS)


router = Router("/feature-flags", route_handlers=[get_feature_flags])
