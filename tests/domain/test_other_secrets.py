"""The other secrets in a text: named, masked, read, and told from what only looks like one."""

from __future__ import annotations

import base64
import json
import re
from datetime import UTC, datetime
from typing import Any

import pytest

from medusa_console.domain import other_secrets, tokens
from medusa_console.domain.leak_scan import Scanner
from medusa_console.domain.leaks import MOST_OTHERS, OtherKind, OtherSecret, Place, Reading
from tests.domain.test_tokens import is_linear

HEX = "0123456789abcdef" * 4
UNTIL = datetime(2026, 11, 30, 3, 0, tzinfo=UTC)


def jwt(**claims: Any) -> str:
    def part(value: dict[str, Any]) -> str:
        return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")

    return f"{part({'alg': 'HS256', 'typ': 'JWT'})}.{part(claims)}.{'s1G-_' * 8}s"


END = int(UNTIL.timestamp())
SESSION = jwt(actor_id="user_01M", actor_type="user", iat=END - 86_400, exp=END)
ACTORLESS = jwt(actor_id="", actor_type="user", auth_identity_id="authid_01", exp=END)
INVITE = jwt(id="invite_01M", email="jo@shop.example", exp=END)
RESET = jwt(entity_id="jo@shop.example", actor_type="user", purpose="reset", exp=END)
OTHER = jwt(sub="someone", exp=END)


def read(text: str) -> Reading:
    scanner = Scanner()
    scanner.feed(text)
    return scanner.finish()


def only(text: str) -> OtherSecret:
    (other,) = read(text).others
    return other


def test_medusas_own_secrets_are_named_also_the_one_of_the_template() -> None:
    for text in (
        "JWT_SECRET=supersecret",
        "export JWT_SECRET='a b'",
        "jwtSecret: process.env.JWT_SECRET || 'supersecret',",
        '"jwtSecret": "supersecret"',
        "- JWT_SECRET: t0ps3cret",
        "JWT_SECRET = xyz",
    ):
        other = only(text)
        assert other.kind is OtherKind.JWT_SECRET
        assert other.masked.endswith("=***")
    assert only("x\nCOOKIE_SECRET=supersecret\n").kind is OtherKind.COOKIE_SECRET
    assert only("x\nCOOKIE_SECRET=supersecret\n").place == Place(2)


@pytest.mark.parametrize(
    "text",
    ["JWT_SECRET=", "JWT_SECRET=${SECRET}", "JWT_SECRET=$SECRET", "JWT_SECRET=%SECRET%",
     "JWT_SECRET=*****", "JWT_SECRET=xxxxxxx", "jwtSecret: process.env.JWT_SECRET,",
     "jwtSecret: env.JWT", "JWT_SECRET is set", "COOKIE_SECRET=<your secret>"],
)  # fmt: skip
def test_what_stands_for_a_secret_is_none(text: str) -> None:
    assert read(text).others == ()


@pytest.mark.parametrize(
    ("text", "kind", "masked"),
    [
        ("DATABASE_URL=postgres://medusa:s3cr%40t@db.example:5432/shop", OtherKind.DATABASE,
         "postgres://***@db.example:5432"),
        ('{"u":"postgresql:\\/\\/m:pw@db.example\\/shop"}', OtherKind.DATABASE,
         "postgresql://***@db.example"),
        ("REDIS_URL='redis://:pw@cache.example:6379'", OtherKind.REDIS,
         "redis://***@cache.example:6379"),
        ("rediss://default:pw@cache.example", OtherKind.REDIS, "rediss://***@cache.example"),
        ("mongodb+srv://a:pw@c.example/x", OtherKind.DATABASE, "mongodb+srv://***@c.example"),
        (f"postgres://m:pw@sk_{HEX}.example", OtherKind.DATABASE, None),
    ],
)  # fmt: skip
def test_an_address_with_a_password_is_told_by_its_host(
    text: str, kind: OtherKind, masked: str | None
) -> None:
    other = only(text)
    assert other.kind is kind
    assert "pw" not in other.masked
    assert not tokens.may_hold_a_key(other.masked)
    assert masked in (None, other.masked)


@pytest.mark.parametrize(
    "text",
    ["postgres://localhost/shop", "postgres://medusa@db.example/shop", "redis://localhost:6379",
     "https://user:pw@x.example", "postgres://m:${DB_PASSWORD}@db", "postgres://m:***@db.example"],
)  # fmt: skip
def test_an_address_without_a_password_is_none(text: str) -> None:
    assert read(text).others == ()


@pytest.mark.parametrize(
    ("text", "kind", "whose"),
    [
        (f"Authorization: Bearer {SESSION}", OtherKind.SESSION, "user_01M"),
        (f"Authorization: Bearer {ACTORLESS}", OtherKind.SESSION, ""),
        (f"https://x.example/app/invite?token={INVITE}", OtherKind.INVITE_LINK, "jo@shop.example"),
        (f"https://x.example/app/invite?first=1&token={OTHER}", OtherKind.INVITE_LINK, ""),
        (f"token: {INVITE}", OtherKind.INVITE_LINK, "jo@shop.example"),
        (f"https://x.example/app/reset-password?token={RESET}&email=jo", OtherKind.RESET_LINK,
         "jo@shop.example"),
        (f'{{"token":"{RESET}"}}', OtherKind.RESET_LINK, "jo@shop.example"),
        ("https://x.example/app/reset-password?token=3D" + "=\r\n".join(
            RESET[at : at + 70] for at in range(0, len(RESET), 70)),
         OtherKind.RESET_LINK, "jo@shop.example"),
    ],
)  # fmt: skip
def test_a_session_or_link_is_read_here(text: str, kind: OtherKind, whose: str) -> None:
    other = only(text)
    assert (other.kind, other.whose, other.until, other.masked) == (kind, whose, UNTIL, "eyJ***")


@pytest.mark.parametrize(
    ("claims", "whose"),
    [
        ({"actor_id": 7, "exp": "soon"}, ""),
        ({"actor_id": f"sk_{HEX}"}, "sk_012***def"),
        ({"actor_id": "x" * 3_000}, "x" * 200),
        ({"exp": 10**400}, ""),
        ({"exp": -(10**15)}, ""),
        ({"exp": True}, ""),
        ({"exp": 1e308, "sub": ["x"]}, ""),
    ],
)
def test_odd_claims_are_borne(claims: dict[str, Any], whose: str) -> None:
    assert only(jwt(**claims)).whose == whose


def test_what_only_begins_like_a_session_is_none() -> None:
    for text in ("eyJ", "eyJhbGciOiJIUzI1NiJ9", "eyJhbGciOiJIUzI1NiJ9.eyJub3Blbm9wZQ.x",
                 "ApiKeyJournalEntries", "eyJ." * 50, "eyJ" + "[" * 5_000):  # fmt: skip
        assert read(text).others == ()


def test_a_private_key_is_told_in_each_of_its_forms() -> None:
    for name in ("", "RSA ", "EC ", "OPENSSH ", "ENCRYPTED "):
        for text in (f"-----BEGIN {name}PRIVATE KEY-----\nMIIE\n", f'"-----BEGIN {name}PRIVATE '
                     'KEY-----\\nMIIE\\n-----END"'):  # fmt: skip
            other = only(text)
            assert other.kind is OtherKind.PRIVATE_KEY
            assert other.masked == f"-----BEGIN {name}PRIVATE KEY-----"
    assert read("-----BEGIN PUBLIC KEY-----\nMIIE\n-----BEGIN CERTIFICATE-----").others == ()


A = "a1B2c3D4e5F6g7H8i9J0" * 5
SERVICES = {
    "sk_live_" + A[:24]: "Stripe",
    "rk_live_" + A[:24]: "Stripe",
    "whsec_" + A[:32]: "Stripe",
    "ghp_" + A[:36]: "GitHub",
    "github_pat_" + A[:22] + "_" + A[:59]: "GitHub",
    "glpat-" + A[:20]: "GitLab",
    "AKIA" + "ABCDEFGH23456723": "AWS",
    "AIza" + A[:35]: "Google",
    "xoxb-" + "123456789012-" + A[:24]: "Slack",
    "https://hooks.slack.com/services/T" + "0A1B2C3D/B" + "0A1B2C3D/" + A[:24]: "Slack",
    "SG." + A[:22] + "." + A[:43]: "SendGrid",
    "npm_" + A[:36]: "npm",
    "SK" + HEX[:32]: "Twilio",
    "sk-" + A[:48]: "OpenAI",
    "sk-proj-" + A[:48]: "OpenAI",
    "sk-ant-api03-" + A[:60]: "Anthropic",
    "access_token$production$" + "a1b2c3d4e5f6g7h8$" + HEX[:32]: "PayPal",
    "shpat_" + HEX[:32]: "Shopify",
    "dop_v1_" + HEX: "DigitalOcean",
    "hf_" + ("aBcD" * 9)[:34]: "Hugging Face",
}


@pytest.mark.parametrize(("secret", "service"), SERVICES.items(), ids=SERVICES.values())
def test_a_key_of_another_service_is_named_and_is_no_key_of_medusa(
    secret: str, service: str
) -> None:
    for around in ("TOKEN={}", '"{}",', "\\n{}\\n", "{}"):
        reading = read(around.format(secret))
        (other,) = reading.others
        assert (other.kind, other.whose) == (OtherKind.OTHER_SERVICE, service)
        assert secret[-16:] not in other.masked
        assert len(other.masked) < 30
        assert reading.keys == ()
    assert read(f"TOKEN={secret}").others[0].place.name in ("TOKEN", "")


def test_what_only_looks_like_a_key_of_a_service_is_none() -> None:
    for text in ("a task-force-of-very-many-people-here", "ghp_short", "AKIA", "risk-" + A,
                 "SK" + HEX[:31], "SK" + HEX[:33], "MSG.abcdefghijklmnopqrst.abcdefghijklmnop",
                 "DESK" + HEX[:32]):  # fmt: skip
        assert read(text).others == ()


def test_a_secret_is_told_once_in_its_first_line_and_the_most_are_counted() -> None:
    text = f"\n{SESSION}\n" * 3 + "\n".join(f"JWT_SECRET={n}" for n in range(300))
    reading = read(text)
    assert reading.others[0].place.line == 2
    assert (len(reading.others), reading.other_count) == (MOST_OTHERS, 301)


def test_no_pattern_can_go_back_over_a_text() -> None:
    patterns = [rule.pattern for rule in other_secrets._RULES]
    patterns += [one for one in vars(other_secrets).values() if isinstance(one, re.Pattern)]
    assert [one.pattern for one in patterns if not is_linear(one.pattern, one.flags)] == []
