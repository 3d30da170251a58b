"""What happens to payments."""

from mercato.kernel.events.event import Event


class PaymentCaptured(Event, name="payment.captured"):
    """Money was taken."""

    id: str


class PaymentRefunded(Event, name="payment.refunded"):
    """Money was given back."""

    id: str
