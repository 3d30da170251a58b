"""The time, in one place."""

from datetime import UTC, datetime


def now() -> datetime:
    """The present instant, aware, UTC, cut to milliseconds: the wire knows nothing finer."""
    moment = datetime.now(UTC)
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def to_wire(moment: datetime) -> str:
    """ISO 8601 in UTC with milliseconds and Z, as every timestamp of the API looks."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
