"""Keys of machines: how they are made, shown and kept."""

import base64
import binascii
import hashlib
from secrets import token_hex
from typing import Final

PUBLISHABLE: Final = "pk_"
SECRET: Final = "sk_"  # noqa: S105 (a prefix)


def new_key(prefix: str) -> str:
    """`pk_` or `sk_` and 64 hexadecimal digits."""
    return prefix + token_hex(32)


def redacted(token: str) -> str:
    """As much of a key as lists show: `sk_02a***986`."""
    return f"{token[:6]}***{token[-3:]}"


def key_hash(token: str) -> str:
    """What is kept of a key. It has 256 random bits, so a plain hash is as good as a slow one."""
    return hashlib.sha256(token.encode()).hexdigest()


def basic_token(credentials: str) -> str:
    """The key in the value of `Authorization: Basic …`: base64 of `key:` or of `key`, or the bare key."""
    if credentials.startswith((SECRET, PUBLISHABLE)):
        return credentials.partition(":")[0]
    try:
        decoded = base64.b64decode(credentials + "=" * (-len(credentials) % 4), validate=True).decode()
    except (binascii.Error, UnicodeDecodeError, ValueError):
        return ""
    return decoded.partition(":")[0]
