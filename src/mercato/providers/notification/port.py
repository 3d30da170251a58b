"""What the marketplace asks of a service that sends mail."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail as it is handed over: the template's name, and what fills it."""

    to: str
    subject: str
    template: str
    data: Mapping[str, Any]


class MailPort(Protocol):
    """A service that sends mail."""

    id: str

    async def send(self, letter: Letter, *, key: str) -> str | None:
        """Sends a mail; a key that was seen before sends nothing again. Gives the service's own id of the mail.

        Raises:
            MailUnavailable: when the mail was not taken; asking again later may help.
        """
        ...


class MailUnavailable(Exception):
    """The service did not take a mail."""
