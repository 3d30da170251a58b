"""The adapters that one running program uses; app.py assembles them, tests put fakes in their place."""

from dataclasses import dataclass, field
from typing import Any

from mercato.kernel.db import Tx
from mercato.kernel.errors import Invalid
from mercato.providers.fulfillment.manual import ManualFulfillment
from mercato.providers.fulfillment.port import FulfillmentPort
from mercato.providers.notification.log import LoggedMail
from mercato.providers.notification.port import MailPort
from mercato.providers.payment.port import PaymentPort
from mercato.providers.payment.system import SystemPayments


def _payments() -> dict[str, PaymentPort]:
    system = SystemPayments()
    return {system.id: system}


def _fulfillment() -> dict[str, FulfillmentPort]:
    manual = ManualFulfillment()
    return {manual.id: manual}


@dataclass
class Adapters:
    """Provider id -> adapter, per kind of service."""

    payment: dict[str, PaymentPort] = field(default_factory=_payments)
    fulfillment: dict[str, FulfillmentPort] = field(default_factory=_fulfillment)
    mail: MailPort = field(default_factory=LoggedMail)


def payment_provider(holder: Tx | Any, id: str) -> PaymentPort:
    """The adapter of a payment provider. `holder` is a Tx or the Db.

    Raises:
        Invalid: when the program has no such provider.
    """
    adapters: Adapters = holder.adapters
    if id not in adapters.payment:
        raise Invalid(f"Unable to retrieve the payment provider with id: {id}")
    return adapters.payment[id]


def fulfillment_provider(holder: Tx | Any, id: str) -> FulfillmentPort:
    """The adapter of a fulfilment provider. `holder` is a Tx or the Db.

    Raises:
        Invalid: when the program has no such provider.
    """
    adapters: Adapters = holder.adapters
    if id not in adapters.fulfillment:
        raise Invalid(f"Unable to retrieve the fulfillment provider with id: {id}")
    return adapters.fulfillment[id]


def mail_service(holder: Tx | Any) -> MailPort:
    """What sends the mail. `holder` is a Tx or the Db."""
    adapters: Adapters = holder.adapters
    return adapters.mail
