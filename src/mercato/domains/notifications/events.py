"""What happens to notifications."""

from mercato.kernel.events.event import Event


class MailWritten(Event, name="notification.mail_written"):
    """A mail waits to be sent."""

    id: str
