"""The session cookie and the keys of machines."""

import base64

import pytest

from mercato.kernel.auth.secret_keys import basic_token, new_key, redacted
from mercato.kernel.auth.session import Cookies

cookies = Cookies("secret of the cookies", secure=False)


def test_a_cookie_comes_back_as_its_session():
    session = cookies.new_id()
    header = cookies.header(session)
    pair, *attributes = header.split("; ")
    assert pair.startswith("connect.sid=s%3A")
    assert sorted(attributes) == ["HttpOnly", "Max-Age=36000", "Path=/"]
    assert cookies.read(pair) == session
    assert cookies.read(f"theme=dark; {pair}; lang=de") == session


def test_a_secure_cookie_is_sent_across_sites():
    attributes = Cookies("x", secure=True).header("id").split("; ")
    assert {"Secure", "SameSite=None"} <= set(attributes)


@pytest.mark.parametrize(
    "header",
    [
        None,
        "",
        "connect.sid=",
        "connect.sid=s%3Aid",
        "connect.sid=id.sig",
        "connect.sid=s%3Aid.%C3%A9",
        "xconnect.sid=1",
    ],
)
def test_what_is_no_session(header: str | None):
    assert cookies.read(header) is None


def test_a_cookie_of_another_secret_is_none():
    pair = Cookies("another", secure=False).header("id").split(";")[0]
    assert cookies.read(pair) is None


def test_keys():
    key = new_key("sk_")
    assert len(key) == 67
    assert redacted(key) == f"{key[:6]}***{key[-3:]}"


@pytest.mark.parametrize(
    ("credentials", "token"),
    [
        (base64.b64encode(b"sk_1:").decode(), "sk_1"),
        (base64.b64encode(b"sk_1").decode(), "sk_1"),
        (base64.b64encode(b"sk_1:").decode().rstrip("="), "sk_1"),
        ("sk_1", "sk_1"),
        ("sk_1:", "sk_1"),
        ("", ""),
        ("*", ""),
        ("/w==", ""),
    ],
)
def test_forms_of_a_secret_key(credentials: str, token: str):
    assert basic_token(credentials) == token
