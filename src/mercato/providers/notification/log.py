"""Mail for installations without a mail service: a line in the log says what would have been sent, and to whom."""

import structlog

from mercato.providers.notification.port import Letter


class LoggedMail:
    """Writes what a mail says into the log, so that whoever sets an installation up can follow its links."""

    id = "log"

    async def send(self, letter: Letter, *, key: str) -> str | None:
        """One line."""
        log = structlog.get_logger()
        log.info(
            "mail", to=letter.to, subject=letter.subject, template=letter.template, data=dict(letter.data), key=key
        )
        return None
