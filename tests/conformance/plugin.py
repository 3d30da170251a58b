"""Fails a run in which a deviation was not needed: it would hide the next mistake at its place.

Tests tell through their reports which recording they played and which deviations it used, because with several
processes only the reports come together in one place.
"""

import pytest

from tests.conformance.recordings import DEVIATIONS, RECORDINGS, name_of


class StaleDeviations:
    """Collects what the reports tell."""

    def __init__(self) -> None:
        self.played: set[str] = set()
        self.used: set[int] = set()
        self.stale: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """One report of one test."""
        for name, value in report.user_properties:
            if name == "played" and report.when == "call":
                self.played.add(str(value))
            elif name == "deviation":
                self.used.add(int(str(value)))

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Judges only deviations of which every recording was played."""
        names = {name_of(file) for file in RECORDINGS}
        for number, deviation in enumerate(DEVIATIONS):
            covered = {name for name in names if deviation.covers(name, deviation.do, deviation.path)}
            if number not in self.used and (covered <= self.played if covered else self.played >= names):
                self.stale.append(f"{deviation.recording} {deviation.do} {deviation.path}: {deviation.reason}")
        if self.stale and session.exitstatus == 0:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Says which."""
        if self.stale:
            terminalreporter.section("STALE DEVIATIONS", sep="!", red=True, bold=True)
            for line in self.stale:
                terminalreporter.line(f"tests/deviations.toml: not needed any more: {line}", red=True)
