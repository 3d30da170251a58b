"""What the schedule says has come."""

from mercato.kernel.events.event import Event


class CleanUpDue(Event, name="engine.clean_up_due"):
    """Once a day: time to remove what nobody needs any more."""


class RecoveryDue(Event, name="payments.recovery_due"):
    """Once a minute: time to look for attempts to pay that a crash has left open."""
