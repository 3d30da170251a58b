"""The operator asks somebody to open a shop."""

from mercato.domains.notifications.commands import Mail, write_mail
from mercato.domains.notifications.models import Notification
from mercato.domains.sellers.schemas import InviteSeller
from mercato.domains.stores.queries import default_store
from mercato.kernel.db import Tx
from mercato.settings import Settings


async def invite_seller(tx: Tx, data: InviteSeller, settings: Settings) -> Notification:
    """Writes the mail with the link to the registration; nothing else is stored."""
    store = await default_store(tx)
    mail = Mail(
        to=data.email,
        template="newSellerInvitation",
        subject=f"You've been invited to join {store.name}",
        data={
            "url": data.registration_url or f"{settings.vendor_panel_url}/register",
            "store_name": store.name,
            "storefront_url": settings.storefront_url,
        },
    )
    return await write_mail(tx, mail)
