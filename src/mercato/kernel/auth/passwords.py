"""Passwords: hashed with argon2id, off the event loop. Hashes from Medusa (scrypt) hold too and are renewed."""

import base64
import binascii
import hashlib
import hmac
from typing import Final

from anyio import CapacityLimiter, to_thread
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

# 19 MiB, two passes: the least that OWASP recommends. With at most two at a time a burst of logins stays small.
_HASHER: Final = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)
_LIMIT: Final = CapacityLimiter(2)

_CONTAINER: Final = 96
_MAX_LOG_N, _MAX_MEMORY = 20, 256 * 1024 * 1024


async def hash_password(password: str) -> str:
    """The text to store."""
    return await to_thread.run_sync(_HASHER.hash, _encoded(password), limiter=_LIMIT)


async def verify_password(password: str, stored: str | None) -> bool:
    """Whether the password is the one that was hashed. Without a stored hash it takes as long and says no."""
    return await to_thread.run_sync(_verify, password, stored, limiter=_LIMIT)


def needs_rehash(stored: str) -> bool:
    """Whether a hash is of an older kind than new ones."""
    return not stored.startswith("$argon2") or _HASHER.check_needs_rehash(stored)


def _encoded(password: str) -> bytes:
    # JSON can carry half of a surrogate pair; a password may be any text.
    return password.encode("utf-8", "surrogatepass")


def _verify(password: str, stored: str | None) -> bool:
    if stored is None:
        # An unknown e-mail must not answer faster than a wrong password.
        _HASHER.hash(_encoded(password))
        return False
    if not stored.startswith("$argon2"):
        return _verify_scrypt(password, stored)
    try:
        return _HASHER.verify(stored, _encoded(password))
    except (VerificationError, InvalidHashError):
        return False


def _verify_scrypt(password: str, stored: str) -> bool:
    """The container of scrypt-kdf, in base64.

    `scrypt` · version 0 · log2 N · r (4 bytes) · p (4) · salt (32) · half of the SHA-256 over all that (16) · an HMAC
    over all that (32), whose key is the second half of the derived 64 bytes.
    """
    try:
        box = base64.b64decode(stored, validate=True)
    except (binascii.Error, ValueError):
        return False
    if len(box) != _CONTAINER or box[:7] != b"scrypt\0" or box[7] > _MAX_LOG_N:
        return False
    if not hmac.compare_digest(hashlib.sha256(box[:48]).digest()[:16], box[48:64]):
        return False
    n, r, p = 1 << box[7], int.from_bytes(box[8:12], "big"), int.from_bytes(box[12:16], "big")
    try:
        key = hashlib.scrypt(_encoded(password), salt=box[16:48], n=n, r=r, p=p, dklen=64, maxmem=_MAX_MEMORY)
    except ValueError:
        return False
    return hmac.compare_digest(hmac.digest(key[32:], box[:64], "sha256"), box[64:])
