"""The operator asks somebody by mail to open a shop."""

from typing import Any

import pytest

from mercato.domains.notifications.models import Notification, NotificationStatus
from mercato.providers.notification.fake import FakeMail
from tests.support.market import Market, Shop, invalid, refusal
from tests.support.people import fine


@pytest.fixture
def mail(market: Market) -> FakeMail:
    """A mail service that remembers."""
    market.db.adapters.mail = FakeMail()
    return market.db.adapters.mail


async def status_of(market: Market, id: str) -> NotificationStatus:
    """Whether a mail was sent."""
    async with market.db.read() as tx:
        return (await tx.get(Notification, id)).status


async def test_a_mail_is_written_and_sent(market: Market, mail: FakeMail) -> None:
    r = await market.admin.post("/admin/sellers/invite", json={"email": "kim@new.example"})

    invitation = fine(r)["invitation"]
    assert r.status_code == 201
    assert (invitation["to"], invitation["channel"], invitation["template"]) == (
        "kim@new.example",
        "email",
        "newSellerInvitation",
    )
    await market.work()
    (letter,) = mail.sent.values()
    assert (letter.to, letter.subject) == ("kim@new.example", "You've been invited to join Medusa Store")
    assert letter.data["url"] == "http://localhost:5173/register"
    assert await status_of(market, invitation["id"]) is NotificationStatus.SUCCESS


async def test_the_link_that_was_given(market: Market, mail: FakeMail) -> None:
    body = {"email": "kim@new.example", "registration_url": "https://shops.example/join"}
    fine(await market.admin.post("/admin/sellers/invite", json=body))
    await market.work()
    assert [letter.data["url"] for letter in mail.sent.values()] == ["https://shops.example/join"]


async def test_a_service_that_is_away_is_asked_again(market: Market, mail: FakeMail) -> None:
    mail.away = True
    invitation = fine(await market.admin.post("/admin/sellers/invite", json={"email": "kim@new.example"}))["invitation"]
    await market.work()
    assert await status_of(market, invitation["id"]) is NotificationStatus.PENDING
    assert mail.sent == {}


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({}, "Invalid request: Field 'email' is required"),
        ({"email": "kim"}, "Invalid request: Invalid email"),
        ({"email": "kim@new.example", "registration_url": "javascript:x"}, "Invalid request: Invalid"),
        ({"email": "kim@new.example", "name": "Kim"}, "Invalid request: Unrecognized fields: 'name'"),
    ],
)
async def test_wrong_invitations(market: Market, body: dict[str, Any], message: str) -> None:
    assert refusal(await market.admin.post("/admin/sellers/invite", json=body)) == invalid(message)


async def test_sellers_do_not_invite_sellers(lamps: Shop) -> None:
    r = await lamps.client.post("/admin/sellers/invite", json={"email": "kim@new.example"})
    assert refusal(r) == (401, {"message": "Unauthorized"})
