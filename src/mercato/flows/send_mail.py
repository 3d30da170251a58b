"""A mail that was written is handed to the service that sends it."""

from mercato.domains.notifications.commands import record_delivery
from mercato.domains.notifications.events import MailWritten
from mercato.domains.notifications.models import Notification, NotificationStatus
from mercato.kernel.db import Db
from mercato.providers.adapters import mail_service
from mercato.providers.notification.port import Letter


async def send_mail(db: Db, event: MailWritten, key: str) -> None:
    """Sends a mail. A service that is away is asked again later, under the same key.

    Raises:
        MailUnavailable: when the service did not take it.
    """
    async with db.read() as tx:
        mail = await tx.find(Notification, event.id)
    if mail is None or mail.status is NotificationStatus.SUCCESS:
        return
    content, data = mail.content or {}, mail.data or {}
    service = mail_service(db)
    external_id = await service.send(
        Letter(mail.to, content.get("subject", ""), mail.template, data.get("data", {})), key=key
    )
    async with db.tx() as tx:
        mail = await tx.lock(Notification, mail.id)
        await record_delivery(tx, mail, provider_id=service.id, external_id=external_id)
