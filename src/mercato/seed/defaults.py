"""What a fresh installation holds: the rows without which nothing can be sold, named as clients know them."""

from sqlalchemy import select, text

from mercato.domains.payments.models import PaymentProvider
from mercato.domains.shipping.models import FulfillmentProvider, ShippingProfile
from mercato.kernel.db import Tx


async def ensure_defaults(tx: Tx) -> None:
    """Writes the defaults unless this installation has them. Several servers may start at once."""
    if tx.dialect == "postgresql":
        await tx.execute(text("LOCK TABLE fulfillment_provider IN SHARE ROW EXCLUSIVE MODE"))
    if await tx.scalar(select(FulfillmentProvider.id).limit(1)) is None:
        await create_defaults(tx)


async def create_defaults(tx: Tx) -> None:
    """Writes the defaults into a database without rows."""
    tx.add(
        PaymentProvider(id="pp_system_default"),
        FulfillmentProvider(id="manual_manual"),
        ShippingProfile(name="Default Shipping Profile", type="default"),
    )
    await tx.flush()
