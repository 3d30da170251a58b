"""What a fresh installation holds: the rows without which nothing can be sold, named as clients know them."""

import json
from decimal import Decimal
from importlib.resources import files
from typing import Any, Final

from sqlalchemy import insert, select, text

from mercato.domains.channels.models import SalesChannel
from mercato.domains.payments.models import PaymentProvider, RefundReason
from mercato.domains.pricing.models import PricePreference
from mercato.domains.regions.models import Country, Currency
from mercato.domains.shipping.commands.profiles import ensure_providers
from mercato.domains.shipping.models import FulfillmentProvider, ShippingProfile
from mercato.domains.stores.models import Store, StoreCurrency
from mercato.domains.taxes.models import TaxProvider
from mercato.kernel.db import Tx

CURRENCY: Final = "eur"
REFUND_REASONS: Final = (
    ("Shipping Issue", "shipping_issue", "Refund due to lost, delayed, or misdelivered shipment"),
    (
        "Customer Care Adjustment",
        "customer_care_adjustment",
        "Refund given as goodwill or compensation for inconvenience",
    ),
    ("Pricing Error", "pricing_error", "Refund to correct an overcharge, missing discount, or incorrect price"),
)


async def ensure_defaults(tx: Tx) -> None:
    """Writes the defaults unless this installation has them. Several servers may start at once."""
    if tx.dialect == "postgresql":
        await tx.execute(text("LOCK TABLE store IN SHARE ROW EXCLUSIVE MODE"))
    if await tx.scalar(select(Store.id).limit(1)) is None:
        await create_defaults(tx)
    if tx.adapters is not None:
        await ensure_providers(tx, tx.adapters.fulfillment)


async def create_defaults(tx: Tx) -> None:
    """Writes the defaults into a database without rows."""
    await _describe_the_world(tx)
    channel = SalesChannel(name="Default Sales Channel", description="Created by Medusa")
    store = Store(name="Medusa Store", default_sales_channel_id=channel.id)
    tx.add(channel, store)
    await tx.flush()
    tx.add(
        StoreCurrency(store_id=store.id, currency_code=CURRENCY, is_default=True),
        PricePreference(attribute="currency_code", value=CURRENCY),
        ShippingProfile(name="Default Shipping Profile", type="default"),
        PaymentProvider(id="pp_system_default"),
        FulfillmentProvider(id="manual_manual"),
        TaxProvider(id="tp_system"),
        *(RefundReason(label=label, code=code, description=text) for label, code, text in REFUND_REASONS),
    )
    await tx.flush()


async def _describe_the_world(tx: Tx) -> None:
    """Currencies and countries, made by tools/reference_data.py."""
    await tx.execute(insert(Currency), _data("currencies.json"))
    await tx.execute(insert(Country), _data("countries.json"))


def _data(name: str) -> list[dict[str, Any]]:
    source = files("mercato.seed").joinpath("data", name).read_text(encoding="utf-8")
    return json.loads(source, parse_float=Decimal)
