"""One recorded client talking to the application in this process."""

import base64
import json
import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from urllib.parse import unquote, urlencode

from tests.conformance.comparing import Deviation, Difference, brief, compare, digits_of, known_ids, normalise

VARIABLE = re.compile(r"\$\{([^}]+)\}")
LOST = (KeyError, IndexError, TypeError, StopIteration, ValueError)

Step = dict[str, Any]


class Result(NamedTuple):
    """What a step differed in, and which deviations allowed the rest."""

    number: int
    do: str
    differences: list[Difference]
    waived: list[Deviation]


async def play(
    app: Any, name: str, steps: list[Step], deviations: Sequence[Deviation], work: Callable[[], Awaitable[object]]
) -> list[Result]:
    """Plays the recording `area/name` from its first step to its last, also past differences.

    `work` does what a step left to the background, so that every run goes the same way.
    """
    talk = Conversation(app)
    results: list[Result] = []
    for number, step in enumerate(steps):
        differences, waived = list[Difference](), list[Deviation]()
        for difference in await talk.differences(step):
            allowing = [d for d in deviations if d.covers(name, step["do"], difference.path)]
            waived += allowing
            if not allowing:
                differences.append(difference)
        await work()
        results.append(Result(number, step["do"], differences, waived))
    return results


@dataclass
class Conversation:
    """Variables, actors, and the sending of steps."""

    app: Any
    variables: dict[str, Any] = field(default_factory=dict)
    actors: dict[str, dict[str, str]] = field(default_factory=lambda: {"none": {}})

    async def differences(self, step: Step) -> list[Difference]:
        """Sends a step, learns from the answer, compares it."""
        try:
            status, data = await self.send(step)
        except KeyError as missing:  # a variable that an earlier, failed step should have saved
            return [Difference("status", "", step["status"], f"not sent: no {missing}")]
        out: list[Difference] = []
        if status != step["status"]:
            out.append(Difference("status", "", step["status"], f"{status} {brief(data)}"))
        try:
            self.learn(step, data)
        except LOST:
            out.append(Difference("shape", ".", f"something at {step.get('save')}", brief(data)))
        if status == step["status"] and not step.get("status_only"):
            digits = digits_of(data, step["answer"])
            out += compare(step["answer"], normalise(data, known_ids(self.variables)), "", digits)
        return out

    async def send(self, step: Step) -> tuple[int, Any]:
        """The status and the JSON of the answer."""
        method, target = self.fill(step["do"]).split(" ", 1)
        query = self.fill(step.get("query") or {})
        if query:
            target += ("&" if "?" in target else "?") + urlencode(flatten(query))
        headers = {**self.actors[step.get("as", "none")], **self.fill(step.get("headers") or {})}
        body = self.body(step, headers)
        # Where a step waits for an effect, the recorded server worked in the background. Here it is done by now.
        status, text = await ask(self.app, method, target, headers, body)
        try:
            return status, json.loads(text) if text else None
        except ValueError:
            return status, {"$text": text}

    def body(self, step: Step, headers: dict[str, str]) -> bytes:
        """The bytes of a step's body; sets its content type."""
        if "form" in step:
            headers["content-type"] = "multipart/form-data; boundary=----conformance"
            return multipart(self.fill(step["form"]), "----conformance")
        if "raw" in step:
            headers.setdefault("content-type", "application/json")
            return self.fill(step["raw"]).encode()
        if step.get("body") is not None:
            headers["content-type"] = "application/json"
            return json.dumps(self.fill(step["body"])).encode()
        return b""

    def learn(self, step: Step, data: Any) -> None:
        """Remembers what a step saves, and the actors it makes."""
        for name, path in (step.get("save") or {}).items():
            self.variables[name] = data if path in ("", ".") else dig(data, path)
        for name, template in (step.get("actor") or {}).items():
            spec = self.fill(template)
            headers: dict[str, str] = {}
            if "bearer" in spec:
                headers["authorization"] = f"Bearer {spec['bearer']}"
            if "basic" in spec:
                headers["authorization"] = "Basic " + base64.b64encode(f"{spec['basic']}:".encode()).decode()
            if "key" in spec:
                headers["x-publishable-api-key"] = spec["key"]
            self.actors[name] = headers

    def fill(self, value: Any) -> Any:
        """A template with its `${variables}` put in."""
        if isinstance(value, str):
            whole = VARIABLE.fullmatch(value)
            if whole:
                return self.lookup(whole[1])
            return VARIABLE.sub(lambda m: str(self.lookup(m[1])), value)
        if isinstance(value, list):
            return [self.fill(v) for v in value]
        if isinstance(value, dict):
            return {self.fill(k): self.fill(v) for k, v in value.items()}
        return value

    def lookup(self, path: str) -> Any:
        """The value of `name` or `name.path.in.it`."""
        name, _, rest = path.partition(".")
        return dig(self.variables[name], rest) if rest else self.variables[name]


def dig(value: Any, path: str) -> Any:
    """The value at a path; `items.title=Shirt.id` picks an element by a field."""
    for key in path.split("."):
        if isinstance(value, list):
            if "=" in key:
                name, want = key.split("=", 1)
                value = next(x for x in value if str(x.get(name)) == want)
            else:
                value = value[int(key)]
        else:
            value = value[key]
    return value


def flatten(query: Any, prefix: str = "") -> list[tuple[str, Any]]:
    """{"a": {"$gt": 1}, "b": [1, 2]} -> [("a[$gt]", 1), ("b[]", 1), ("b[]", 2)]."""
    pairs: list[tuple[str, Any]] = []
    for key, value in query.items() if isinstance(query, dict) else enumerate(query):
        name = f"{prefix}[{key}]" if prefix else str(key)
        if isinstance(value, dict):
            pairs += flatten(value, name)
        elif isinstance(value, list):
            for i, item in enumerate(value):
                nested = isinstance(item, dict | list)
                pairs += flatten(item, f"{name}[{i}]") if nested else [(f"{name}[]", item)]
        else:
            pairs.append((name, str(value).lower() if isinstance(value, bool) else value))
    return pairs


def multipart(parts: list[dict[str, str]], boundary: str) -> bytes:
    """A form with files."""
    out: list[str] = []
    for part in parts:
        name = f'; filename="{part["filename"]}"' if "filename" in part else ""
        kind = f"Content-Type: {part['type']}\r\n" if "type" in part else ""
        disposition = f'Content-Disposition: form-data; name="{part["name"]}"{name}'
        out.append(f"--{boundary}\r\n{disposition}\r\n{kind}\r\n{part['content']}\r\n")
    return ("".join(out) + f"--{boundary}--\r\n").encode()


async def ask(app: Any, method: str, target: str, headers: dict[str, str], body: bytes) -> tuple[int, str]:
    """One request to an ASGI application: the target goes in as recorded, byte by byte, as no client would send it."""
    path, _, query = target.partition("?")
    scope = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": unquote(path),
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": [(b"host", b"127.0.0.1:9000"), *((k.lower().encode(), v.encode()) for k, v in headers.items())]
        + ([(b"content-length", str(len(body)).encode())] if body else []),
        "client": ("127.0.0.1", 50000),
        "server": ("127.0.0.1", 9000),
        "state": {},
    }
    incoming = iter([{"type": "http.request", "body": body, "more_body": False}])
    status, chunks = 0, list[bytes]()

    async def receive() -> dict[str, Any]:
        return next(incoming, {"type": "http.disconnect"})

    async def send(message: dict[str, Any]) -> None:
        nonlocal status
        if message["type"] == "http.response.start":
            status = message["status"]
        elif message["type"] == "http.response.body":
            chunks.append(message.get("body", b""))

    await app(scope, receive, send)
    return status, b"".join(chunks).decode("utf-8", "replace")
