"""Rules that the tests of commission need."""

from typing import Any

import httpx

from tests.support.people import fine

RATE: dict[str, Any] = {"type": "percentage", "percentage_rate": 10, "include_tax": True}


async def a_site_rule(admin: httpx.AsyncClient, **rate: Any) -> Any:
    """Ten per cent of everything."""
    return fine(await admin.post("/admin/commission/default", json={"rate": RATE | rate}))["commission_rule"]


async def a_rule(admin: httpx.AsyncClient, reference: str, reference_id: str, **rate: Any) -> Any:
    """A rule for a seller, a type or a category."""
    body = {"name": f"Rule of {reference}", "reference": reference, "reference_id": reference_id, "rate": RATE | rate}
    return fine(await admin.post("/admin/commission/rules", json=body))["commission_rule"]
