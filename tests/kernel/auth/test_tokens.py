"""Tokens say what they say, for as long as they may, and are not taken for each other."""

from datetime import UTC, datetime, timedelta

import jwt
import pytest

from mercato.kernel.auth.actor import Actor, ActorType
from mercato.kernel.auth.tokens import ResetClaims, Tokens

SECRET = "a secret of the installation, long enough"
NOW = datetime.now(UTC)
MEMBER = Actor(ActorType.SELLER, "mem_1", "authid_1")
tokens = Tokens(SECRET)


def test_a_caller_s_claims():
    token = tokens.caller(MEMBER, NOW)
    assert jwt.decode(token, SECRET, algorithms=["HS256"]) == {
        "actor_id": "mem_1",
        "actor_type": "seller",
        "auth_identity_id": "authid_1",
        "app_metadata": {"seller_id": "mem_1"},
        "user_metadata": {},
        "iat": int(NOW.timestamp()),
        "exp": int(NOW.timestamp()) + 86_400,
    }
    claims = tokens.read_caller(token)
    assert claims is not None
    assert claims.actor == MEMBER


def test_without_an_account_there_is_none_in_the_claims():
    claims = tokens.read_caller(tokens.caller(Actor(ActorType.USER, "", "authid_1"), NOW))
    assert claims is not None
    assert (claims.actor_id, claims.app_metadata, claims.actor.registered) == ("", {}, False)


@pytest.mark.parametrize(
    "token",
    [
        "",
        "abc",
        "x.y.z",
        Tokens("another secret, which is long enough too").caller(MEMBER, NOW),
        tokens.caller(MEMBER, NOW - timedelta(hours=25)),
        jwt.encode({"actor_id": "user_1", "actor_type": "user", "auth_identity_id": "a"}, SECRET),
        jwt.encode({"actor_id": "u", "actor_type": "robot", "auth_identity_id": "a", "exp": 9_999_999_999}, SECRET),
        jwt.encode({"actor_id": 7, "actor_type": "user", "auth_identity_id": "a", "exp": 9_999_999_999}, SECRET),
        jwt.encode({"actor_id": "u", "actor_type": "user", "auth_identity_id": "a", "exp": 9_999_999_999}, "", "none"),
        jwt.encode({"actor_id": "u", "actor_type": "api-key", "auth_identity_id": "a", "exp": 9_999_999_999}, SECRET),
    ],
)
def test_what_is_no_caller_s_token(token: str):
    assert tokens.read_caller(token) is None


def test_kinds_are_not_taken_for_each_other():
    reset = tokens.reset(ResetClaims(entity_id="a@b.co", provider="emailpass", actor_type="user", proof="p"), NOW)
    invite = tokens.invite({"id": "invite_1", "email": "a@b.co"}, NOW, NOW + timedelta(hours=1))
    caller = tokens.caller(MEMBER, NOW)
    assert [tokens.read_caller(token) for token in (reset, invite)] == [None, None]
    assert [tokens.read_reset(token) for token in (caller, invite)] == [None, None]
    assert [tokens.read_invite(token) for token in (caller, reset)] == [None, None]
    assert tokens.read_reset(reset) is not None
    assert tokens.read_invite(invite) is not None


def test_a_reset_token_lives_for_a_quarter_of_an_hour():
    claims = ResetClaims(entity_id="a@b.co", provider="emailpass", actor_type="user", proof="p")
    now = datetime.now(UTC)
    assert tokens.read_reset(tokens.reset(claims, now - timedelta(minutes=14))) == claims
    assert tokens.read_reset(tokens.reset(claims, now - timedelta(minutes=16))) is None
