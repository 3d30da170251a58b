"""What a parcel shows."""

from mercato.domains.fulfillments.models import Fulfillment
from mercato.kernel.reader.view import View

FULFILLMENT = View(
    Fulfillment,
    one="fulfillment",
    many="fulfillments",
    default="""
    id location_id packed_at shipped_at marked_shipped_by created_by delivered_at canceled_at data requires_shipping
    provider_id shipping_option_id delivery_address_id metadata created_at updated_at deleted_at
    *provider *delivery_address *items *labels
    """,
    missing="Fulfillment with id: {id} was not found",
)
