"""Conversations recorded with the reference must go the same way here, step by step, on both databases."""

from pathlib import Path
from typing import Any

import pytest

from tests.conformance.conversation import Result, play
from tests.conformance.recordings import DEVIATIONS, RECORDINGS, name_of, steps_of


@pytest.mark.parametrize("file", RECORDINGS, ids=name_of)
@pytest.mark.usefixtures("operator")
async def test_a_recorded_conversation(app: Any, file: Path, run_jobs: Any, record_property: Any) -> None:
    record_property("played", name_of(file))

    results = await play(app, name_of(file), steps_of(file), DEVIATIONS, run_jobs)

    for deviation in {waiver for result in results for waiver in result.waived}:
        record_property("deviation", DEVIATIONS.index(deviation))
    assert not (report := told(results)), f"{name_of(file)} differs\n{report}"


def told(results: list[Result]) -> str:
    """The differences in the order of the steps. Another order of the same elements is no failure."""
    lines: list[str] = []
    for result in results:
        hard = [d for d in result.differences if d.what != "order"]
        if hard:
            lines += [f"step {result.number}  {result.do}", *(f"    {difference}" for difference in hard[:12])]
    return "\n".join(lines)
