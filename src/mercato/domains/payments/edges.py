"""Relations among payments."""

from mercato.domains.payments.models import Capture, Payment, PaymentCollection, PaymentSession, Refund, RefundReason
from mercato.kernel.reader.view import Edge

EDGES = [
    Edge(
        PaymentCollection,
        "payment_sessions",
        PaymentSession,
        many=True,
        hops=[("id", PaymentSession, "payment_collection_id")],
    ),
    Edge(PaymentCollection, "payments", Payment, many=True, hops=[("id", Payment, "payment_collection_id")]),
    Edge(
        PaymentSession,
        "payment_collection",
        PaymentCollection,
        many=False,
        hops=[("payment_collection_id", PaymentCollection, "id")],
    ),
    Edge(PaymentSession, "payment", Payment, many=False, hops=[("id", Payment, "payment_session_id")]),
    Edge(
        Payment,
        "payment_collection",
        PaymentCollection,
        many=False,
        hops=[("payment_collection_id", PaymentCollection, "id")],
    ),
    Edge(Payment, "payment_session", PaymentSession, many=False, hops=[("payment_session_id", PaymentSession, "id")]),
    Edge(Payment, "captures", Capture, many=True, hops=[("id", Capture, "payment_id")]),
    Edge(Payment, "refunds", Refund, many=True, hops=[("id", Refund, "payment_id")]),
    Edge(Capture, "payment", Payment, many=False, hops=[("payment_id", Payment, "id")]),
    Edge(Refund, "refund_reason", RefundReason, many=False, hops=[("refund_reason_id", RefundReason, "id")]),
    Edge(Refund, "payment", Payment, many=False, hops=[("payment_id", Payment, "id")]),
]
