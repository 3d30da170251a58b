"""What notifications show."""

from mercato.domains.notifications.models import Notification
from mercato.kernel.reader.view import View

NOTIFICATION = View(
    Notification,
    one="notification",
    many="notifications",
    default="""
    id to from channel template data content provider_data trigger_type resource_id resource_type receiver_id
    original_notification_id idempotency_key external_id provider_id status created_at updated_at deleted_at
    """,
    missing="Notification with id: {id} was not found",
)
