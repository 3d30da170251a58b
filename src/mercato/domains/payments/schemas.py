"""Bodies of payment routes."""

from typing import Any

from mercato.kernel.http.body import Body
from mercato.kernel.http.types import Opt


class CreateCollection(Body):
    """Opens the payment of a cart."""

    cart_id: str


class CreateSession(Body):
    """Chooses how to pay. `data` goes to the provider."""

    provider_id: str
    data: Opt[dict[str, Any]] = None
