"""The table of sales channels."""

from sqlalchemy.orm import Mapped, mapped_column

from mercato.kernel.db import HasMetadata, Record


class SalesChannel(HasMetadata, Record, prefix="sc"):
    """A place where products are offered: a web shop, an app, a till."""

    __tablename__ = "sales_channel"

    name: Mapped[str]
    description: Mapped[str | None]
    is_disabled: Mapped[bool] = mapped_column(default=False)
