"""A mail service for tests: it remembers what it was given, and can be told to be away."""

from mercato.providers.notification.port import Letter, MailUnavailable


class FakeMail:
    """Key -> the mail that was sent under it, once."""

    id = "fake"

    def __init__(self) -> None:
        self.sent: dict[str, Letter] = {}
        self.away = False

    async def send(self, letter: Letter, *, key: str) -> str | None:
        """Remembers."""
        if self.away:
            raise MailUnavailable("the service is away")
        self.sent.setdefault(key, letter)
        return f"mail_{list(self.sent).index(key) + 1}"
