"""Which web pages may read the answers (CORS)."""

import re
from typing import Final

Header = tuple[bytes, bytes]

PREFLIGHT_METHODS: Final = b"GET,HEAD,PUT,PATCH,POST,DELETE"
_MOST_REMEMBERED: Final = 1000


class Origins:
    """A list as it stands in the settings: origins separated by commas, `/regular expressions/`, or `*` for all."""

    def __init__(self, setting: str) -> None:
        entries = [entry.strip() for entry in setting.split(",") if entry.strip()]
        patterns = [entry for entry in entries if len(entry) > 2 and entry.startswith("/") and entry.endswith("/")]
        self._patterns = [re.compile(pattern[1:-1]) for pattern in patterns]
        self._names = {entry.rstrip("/").encode("latin-1") for entry in entries if entry not in patterns}
        self._remembered: dict[bytes, list[Header]] = {}

    def allows(self, origin: bytes) -> bool:
        """Whether pages of this origin may read answers."""
        if origin in self._names or b"*" in self._names:
            return True
        return any(pattern.search(origin.decode("latin-1")) for pattern in self._patterns)

    def headers(self, origin: bytes | None) -> list[Header]:
        """The headers of an answer; a foreign origin gets the same data without its name."""
        key = origin or b""
        known = self._remembered.get(key)
        if known is None:
            known = [(b"vary", b"Origin"), (b"access-control-allow-credentials", b"true")]
            if origin and self.allows(origin):
                known.append((b"access-control-allow-origin", origin))
            if len(self._remembered) < _MOST_REMEMBERED:
                self._remembered[key] = known
        return known

    def preflight(self, wanted_headers: bytes | None) -> list[Header]:
        """The headers, beside those of every answer, of the empty answer to a browser's question."""
        answer = [(b"access-control-allow-methods", PREFLIGHT_METHODS)]
        if wanted_headers:
            answer.append((b"vary", b"Access-Control-Request-Headers"))
            answer.append((b"access-control-allow-headers", wanted_headers))
        return answer
