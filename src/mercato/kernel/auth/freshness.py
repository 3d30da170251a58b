"""When remembered keys stop being true. A change in this process is seen at once; one elsewhere within a second."""

import itertools

_changes = itertools.count(1)
_generation = 0


def keys_changed() -> None:
    """What a publishable key opens has changed. Call it after the commit: `tx.after_commit(keys_changed)`."""
    global _generation
    _generation = next(_changes)


def generation() -> int:
    """A number that is another one after every change in this process."""
    return _generation
