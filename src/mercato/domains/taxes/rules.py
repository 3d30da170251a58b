"""Which of an address's rates tax a row."""

from collections.abc import Collection, Iterable, Sequence
from typing import Protocol, TypeAlias, TypeVar

Reference: TypeAlias = tuple[str, str]
"""What a row sells: (`product` | `product_type` | `shipping_option`, id)."""


class Rate(Protocol):
    """A rate that may hold at an address."""

    @property
    def in_province(self) -> bool:
        """Whether it is the province's and not the country's."""
        ...

    @property
    def is_default(self) -> bool:
        """Whether it holds for all that no other rate names."""
        ...

    @property
    def is_combinable(self) -> bool:
        """Whether the country's rate is added to it."""
        ...

    @property
    def references(self) -> frozenset[Reference]:
        """What it names."""
        ...


R = TypeVar("R", bound=Rate)


def rates_for_row(rates: Iterable[R], references: Collection[Reference]) -> list[R]:
    """The rates that tax a row: the closest one and, when that is a combinable one of a province, the country's too.

    The province comes before the country; there a rate that names the row comes before one that names its type, and
    that before the default. Rates of one region never combine.
    """
    known = list(rates)
    province = _closest([rate for rate in known if rate.in_province], references)
    country = _closest([rate for rate in known if not rate.in_province], references)
    if province is None:
        return [] if country is None else [country]
    if province.is_combinable and country is not None:
        return [province, country]
    return [province]


def _closest(rates: Sequence[R], references: Collection[Reference]) -> R | None:
    ranked = [(rank, place, rate) for place, rate in enumerate(rates) if (rank := _rank(rate, references)) is not None]
    return min(ranked, key=lambda entry: entry[:2])[2] if ranked else None


def _rank(rate: Rate, references: Collection[Reference]) -> int | None:
    named = {kind for kind, id in rate.references if (kind, id) in references}
    if named - {"product_type"}:
        return 0
    if named:
        return 1
    return 2 if rate.is_default else None
