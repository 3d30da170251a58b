"""What price preferences show."""

from mercato.domains.pricing.models import PricePreference
from mercato.kernel.reader.view import Filters, View

PREFERENCE = View(
    PricePreference,
    one="price_preference",
    many="price_preferences",
    default="id attribute value is_tax_inclusive created_at deleted_at updated_at",
    limit=300,
    search="attribute value",
    missing="Price preference with id: {id} was not found",
    filters=Filters(plain="id attribute value", q=True, logic=True),
)
