"""What payments show."""

from mercato.domains.payments.models import PaymentCollection
from mercato.kernel.reader.view import View

STORE_COLLECTION = View(
    PaymentCollection,
    one="payment_collection",
    many="payment_collections",
    default="id currency_code amount *payment_sessions",
    # A shopper pays; what became of the money is the operator's and the sellers' business.
    restricted="payments",
    missing="Payment collection with id: {id} was not found",
)
