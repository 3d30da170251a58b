"""Writing notifications. Nobody here calls a provider."""

from dataclasses import dataclass, field
from typing import Any

from mercato.domains.notifications.events import MailWritten
from mercato.domains.notifications.models import Channel, Notification, NotificationStatus
from mercato.kernel.db import Tx


@dataclass(frozen=True)
class Mail:
    """A mail to be written: its template, and what fills it."""

    to: str
    template: str
    subject: str
    data: dict[str, Any] = field(default_factory=dict[str, Any])


async def write_mail(tx: Tx, mail: Mail) -> Notification:
    """A mail that is sent once the transaction has committed."""
    notification = Notification(
        to=mail.to,
        channel=Channel.EMAIL,
        template=mail.template,
        content={"subject": mail.subject},
        # Templates read what they show one level down.
        data={"data": mail.data},
    )
    tx.add(notification)
    await tx.flush()
    tx.emit(MailWritten(id=notification.id))
    return notification


async def record_delivery(tx: Tx, notification: Notification, *, provider_id: str, external_id: str | None) -> None:
    """The provider has taken a mail."""
    notification.status = NotificationStatus.SUCCESS
    notification.provider_id, notification.external_id = provider_id, external_id
    await tx.flush()
