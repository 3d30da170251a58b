"""What an event is."""

from typing import TYPE_CHECKING, Any, ClassVar, cast, dataclass_transform

import msgspec


@dataclass_transform(frozen_default=True, kw_only_default=True)
class _Named(msgspec.StructMeta):
    """Takes the wire name from the class line, as `Record` takes its prefix."""

    def __new__(
        cls, title: str, bases: tuple[type, ...], body: dict[str, Any], *, name: str | None = None, **options: Any
    ) -> type:
        struct: Any = super().__new__(cls, title, bases, body, frozen=True, kw_only=True, **options)
        if name is not None:
            struct.wire_name = name
        return cast("type", struct)


class Event(msgspec.Struct, metaclass=_Named):
    """Something that happened: `class OrderPlaced(Event, name="order.placed"): order_ids: list[str]`.

    `tx.emit(OrderPlaced(order_ids=[…]))` writes it with the transaction; `workers/subscribers.py` says who hears of it.
    """

    wire_name: ClassVar[str] = ""

    if TYPE_CHECKING:

        def __init_subclass__(cls, *, name: str | None = None, **options: Any) -> None: ...
