"""Identifiers: `<prefix>_<ULID>`, rising within a process, because lists without an order sort by them."""

import threading
import time
from secrets import randbits

from ulid import ULID

_RANDOM_BITS = 80
_lock = threading.Lock()
_last = (0, 0)


def new_ulid() -> str:
    """A 26-letter ULID greater than every one this process made before (also within one millisecond)."""
    global _last
    with _lock:
        millisecond, low = time.time_ns() // 1_000_000, randbits(_RANDOM_BITS - 1)
        if millisecond <= _last[0]:
            millisecond, low = _last[0], _last[1] + 1
        _last = (millisecond, low)
    return str(ULID.from_int(millisecond << _RANDOM_BITS | low))


def new_id(prefix: str) -> str:
    """A new id such as `reg_01ARZ3NDEKTSV4RRFFQ69G5FAV`."""
    return f"{prefix}_{new_ulid()}"
