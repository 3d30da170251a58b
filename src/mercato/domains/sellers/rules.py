"""How a seller's handle follows from its name."""

from mercato.kernel.errors import Invalid
from mercato.kernel.text import slug


def handle_of(name: str) -> str:
    """The name as it stands in URLs.

    Raises:
        Invalid: when nothing of the name can stand there.
    """
    handle = slug(name)
    if not handle:
        raise Invalid("The name of a seller needs letters or digits")
    return handle
