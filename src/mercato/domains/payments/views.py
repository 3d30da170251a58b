"""What payments show."""

from mercato.domains.payments.models import PaymentCollection, PaymentProvider
from mercato.kernel.reader.view import Filters, View

STORE_COLLECTION = View(
    PaymentCollection,
    one="payment_collection",
    many="payment_collections",
    default="id currency_code amount *payment_sessions",
    # A shopper pays; what became of the money is the operator's and the sellers' business.
    restricted="payments",
    missing="Payment collection with id: {id} was not found",
)
ADMIN_PROVIDER = View(
    PaymentProvider,
    one="payment_provider",
    many="payment_providers",
    default="id is_enabled",
    limit=20,
    missing="Payment provider with id: {id} was not found",
    filters=Filters(plain="id", boolean="is_enabled", logic=True),
)
STORE_PROVIDER = View(
    PaymentProvider,
    one="payment_provider",
    many="payment_providers",
    default="id is_enabled",
    restricted="order orders regions",
    limit=20,
    missing="Payment provider with id: {id} was not found",
)
