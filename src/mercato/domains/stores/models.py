"""Tables of the store."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from mercato.kernel.db import HasMetadata, Record, unique_live


class Store(HasMetadata, Record, prefix="store"):
    """The marketplace itself. There is exactly one."""

    __tablename__ = "store"

    name: Mapped[str] = mapped_column(default="Medusa Store")
    default_sales_channel_id: Mapped[str | None]
    default_region_id: Mapped[str | None]
    default_location_id: Mapped[str | None]


class StoreCurrency(Record, prefix="stocur"):
    """A currency that the store sells in."""

    __tablename__ = "store_currency"
    __table_args__ = (unique_live("store_currency", "store_id", "currency_code"),)

    currency_code: Mapped[str]
    is_default: Mapped[bool] = mapped_column(default=False)
    store_id: Mapped[str] = mapped_column(ForeignKey("store.id"))
