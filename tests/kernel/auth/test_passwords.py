"""Passwords: ours and those that move in."""

import base64
import hashlib
import hmac

import pytest

from mercato.kernel.auth.passwords import hash_password, needs_rehash, verify_password


def scrypt_kdf(password: str, *, log_n: int = 15) -> str:
    """A container as scrypt-kdf makes it, written from its description and not with our reader."""
    salt = bytes(range(32))
    head = b"scrypt" + bytes([0, log_n]) + (8).to_bytes(4, "big") + (1).to_bytes(4, "big") + salt
    head += hashlib.sha256(head).digest()[:16]
    key = hashlib.scrypt(password.encode(), salt=salt, n=2**log_n, r=8, p=1, dklen=64, maxmem=2**27)
    return base64.b64encode(head + hmac.new(key[32:], head, hashlib.sha256).digest()).decode()


async def test_a_password_is_the_one_that_was_hashed():
    stored = await hash_password("pass word é")
    assert stored.startswith("$argon2id$")
    assert await verify_password("pass word é", stored)
    assert not await verify_password("pass word e", stored)
    assert not needs_rehash(stored)


async def test_the_same_password_is_hashed_differently_each_time():
    assert await hash_password("x") != await hash_password("x")


async def test_a_hash_made_by_the_library_that_medusa_uses():
    """The npm package scrypt-kdf: kdf("supersecret", {logN: 15, r: 8, p: 1})."""
    stored = (
        "c2NyeXB0AA8AAAAIAAAAAYfdh9pkHezLvOAFWRJczKfIGtYq9KONZqfOK7QEB9oiUmlG2/r/T+XaVZpXFfmE/4XC5IOJl9P9Gue52+J5gsOU"
        "kmYIO7rEz4ybH9Q7/kat"
    )
    assert await verify_password("supersecret", stored)
    assert not await verify_password("supersecret ", stored)


async def test_hashes_of_medusa_hold():
    stored = scrypt_kdf("supersecret")
    assert await verify_password("supersecret", stored)
    assert not await verify_password("supersecre", stored)
    assert needs_rehash(stored)


@pytest.mark.parametrize(
    "stored",
    [
        None,
        "",
        "plain",
        "$argon2id$broken",
        base64.b64encode(b"scrypt\0" + bytes(89)).decode(),
        scrypt_kdf("x")[:-8] + "AAAAAAA=",
        scrypt_kdf("x").replace("c2NyeXB0AA8", "c2NyeXB0AB8"),
        "é" * 128,
    ],
)
async def test_what_is_no_hash_matches_nothing(stored: str | None):
    assert not await verify_password("x", stored)


async def test_any_text_can_be_a_password():
    stored = await hash_password("\ud800 half a pair")
    assert await verify_password("\ud800 half a pair", stored)
