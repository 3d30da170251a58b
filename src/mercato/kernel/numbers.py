"""Numbers that people read: display ids and other series that rise by one."""

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, mapped_column

from mercato.kernel.db import Base, Tx


class Number(Base):
    """The last number given out in a series."""

    __tablename__ = "number_series"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[int]


async def next_numbers(tx: Tx, series: str, count: int = 1) -> range:
    """The next `count` numbers of a series, from 1.

    The series stays locked until the transaction ends, so a transaction that fails leaves no gap; ask late.
    """
    insert = sqlite.insert if tx.dialect == "sqlite" else postgresql.insert
    statement = insert(Number).values(name=series, value=count)
    statement = statement.on_conflict_do_update(
        index_elements=["name"], set_={"value": Number.value + statement.excluded.value}
    )
    last: int = (await tx.execute(statement.returning(Number.value))).scalar_one()
    return range(last - count + 1, last + 1)
