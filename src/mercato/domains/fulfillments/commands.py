"""The life of a parcel: packed, shipped, delivered, or canceled while it can be."""

from collections.abc import Sequence

from mercato.domains.fulfillments.models import Fulfillment, FulfillmentLabel
from mercato.domains.fulfillments.schemas import Label
from mercato.kernel.db import Tx
from mercato.kernel.errors import NotAllowed


def ship(tx: Tx, parcel: Fulfillment, labels: Sequence[Label], *, by: str | None) -> None:
    """The parcel is handed over.

    Raises:
        NotAllowed: when it was canceled or shipped already.
    """
    if parcel.canceled_at is not None:
        raise NotAllowed("Cannot create shipment for a canceled fulfillment")
    if parcel.shipped_at is not None:
        raise NotAllowed("Shipment has already been created")
    parcel.shipped_at, parcel.marked_shipped_by = tx.now, by
    tx.add(*(FulfillmentLabel(fulfillment_id=parcel.id, **label.model_dump()) for label in labels))


def deliver(tx: Tx, parcel: Fulfillment) -> None:
    """The parcel arrived; it need not have been marked as shipped.

    Raises:
        NotAllowed: when it was canceled or delivered already.
    """
    if parcel.canceled_at is not None:
        raise NotAllowed("Cannot mark a canceled fulfillment as delivered")
    if parcel.delivered_at is not None:
        raise NotAllowed("Fulfillment has already been marked delivered")
    parcel.delivered_at = tx.now


def cancel(tx: Tx, parcel: Fulfillment) -> None:
    """The parcel is unpacked again.

    Raises:
        NotAllowed: when it was canceled already, or has left.
    """
    if parcel.canceled_at is not None:
        raise NotAllowed("The fulfillment is already canceled")
    if parcel.shipped_at is not None:
        raise NotAllowed("The fulfillment has already been shipped. Shipped fulfillments cannot be canceled")
    if parcel.delivered_at is not None:
        raise NotAllowed("The fulfillment has already been delivered. Delivered fulfillments cannot be canceled")
    parcel.canceled_at = tx.now
