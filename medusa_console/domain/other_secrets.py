"""Finds the other secrets in a text: those that are not ended by revoking a key.

Each kind has a beginning that is looked for as it is, and a pattern that is tried there. A pattern
looks at a bounded number of characters, so the time grows with the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from medusa_console.domain.bounded import masked
from medusa_console.domain.leaks import LONGEST_FIELD, OtherKind
from medusa_console.domain.session import read_claims
from medusa_console.domain.tokens import STARS, may_hold_a_key

LONGEST_OTHER: Final = 8_000
"""No other secret is longer; so many characters behind its beginning decide what it is."""
_LONGEST_BEFORE = 160


@dataclass(frozen=True, repr=False)
class Other:
    """`text[start:end]` is another secret; `value` is the secret itself. `masked` gives nothing
    away; `whose` and `until` are those of OtherSecret."""

    start: int
    end: int
    kind: OtherKind
    value: str
    masked: str
    whose: str = ""
    until: datetime | None = None


def others(text: str, start: int, stop: int) -> list[Other]:
    """The other secrets that begin in `text[start:stop]`, by their beginnings.

    `text` must go on for LONGEST_OTHER characters behind `stop`, unless it ends before. A real
    secret is not told from an example, but from a variable or a mask that stands for one.
    """
    found = [other for rule in _RULES for other in rule.find(text, start, stop)]
    found.sort(key=lambda one: one.start)
    return found


def may_hold_a_secret(text: str) -> bool:
    """Whether `text` may hold a key of Medusa's or another secret, so that it is not kept."""
    return may_hold_a_key(text) or bool(others(text, 0, len(text)))


@dataclass(frozen=True)
class _Rule:
    """A secret begins with one of `beginnings`, and `pattern` matches there. `read` makes of the
    match what it is, or None."""

    beginnings: tuple[str, ...]
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], Other | None]

    def find(self, text: str, start: int, stop: int) -> Iterator[Other]:
        for beginning in self.beginnings:
            end = stop + len(beginning) - 1
            at = text.find(beginning, start, end)
            while at >= 0:
                match = self.pattern.match(text, at)
                other = self.read(match) if match is not None else None
                if other is not None:
                    yield other
                at = text.find(beginning, match.end() if match is not None else at + 1, end)


# Medusa's own secrets

_ASSIGNED = re.compile(
    r"""(?i: (?P<name> (?:jwt|cookie)_?secret ) )
    [\\"'`\])]{0,4}+ \s{0,4}+ (?: => | := | \|\| | \?\? | = | : ) \s{0,4}+
    (?: process\.env\.\w{1,40}+ \s{0,4}+ (?: \|\| | \?\? ) \s{0,4}+ )?+
    [\\"'`]{0,4}+ (?P<value> [^\s"'`,;\\<>(){}]{1,200}+ )""",
    re.VERBOSE,
)
# A variable, a mask, or the code that reads one.
_STAND_IN = re.compile(
    r"\$(?:[a-z_{]|$)|%\w{1,40}%|\*|…|•|x{4}|\.{3}|(?:process|os|env|null|undefined|none)\b",
    re.IGNORECASE,
)


def _assigned(match: re.Match[str]) -> Other | None:
    if _STAND_IN.match(match["value"]):
        return None
    jwt = match["name"][:3].lower() == "jwt"
    kind = OtherKind.JWT_SECRET if jwt else OtherKind.COOKIE_SECRET
    return Other(*match.span(), kind, match["value"], f"{match['name']}={STARS}")


_ADDRESS = re.compile(
    r"""(?P<scheme> postgres(?:ql)? | mysql | mariadb | mongodb(?:\+srv)? | rediss? )
    : (?:\\?/){2} [^\s:/@"'`<>]{0,60}+ : (?P<password> [^\s/@"'`<>]{1,100}+ )
    @ (?P<host> [^\s/?\#"'`<>\\,;]{1,255}+ )""",
    re.VERBOSE,
)


def _address(match: re.Match[str]) -> Other | None:
    password, host = match["password"], match["host"]
    if _STAND_IN.match(password):
        return None
    kind = OtherKind.REDIS if match["scheme"].startswith("redis") else OtherKind.DATABASE
    hidden = masked(f"{match['scheme']}://{STARS}@{host}", LONGEST_FIELD)
    return Other(*match.span(), kind, f"{password}@{host}", hidden)


JWT: Final = re.compile(
    r"""eyJ (?:[\w-]{1,100}+ (?:=\r?\n)?+ ){1,12}+
    (?: \. eyJ (?:[\w-]{1,100}+ (?:=\r?\n)?+ ){1,50}+
        (?: \. (?:[\w-]{1,100}+ (?:=\r?\n)?+ ){1,12}+ )?+ )?+""",
    re.VERBOSE | re.ASCII,
)
"""A JWT of two parts, and of three if it is whole. A mail in quoted-printable may break its lines;
see `without_soft_breaks`."""
_SOFT_BREAK = re.compile(r"=\r?\n")
_LINK = re.compile(r"[?&]token=(?:3D)?$")


def without_soft_breaks(text: str) -> str:
    """`text` without the line breaks that quoted-printable adds."""
    return _SOFT_BREAK.sub("", text)


def _jwt(match: re.Match[str]) -> Other | None:
    token = without_soft_breaks(match[0])
    claims = read_claims(token if token.count(".") == 2 else f"{token}.")
    if claims is None:
        return None
    start, end = match.span()
    kind = OtherKind.SESSION
    before = match.string[max(0, start - _LONGEST_BEFORE) : start].rpartition("\n")[2]
    link = before if _LINK.search(before[-10:]) else ""
    if claims.invite_id or "invite?" in link:
        kind = OtherKind.INVITE_LINK
    elif claims.resets or "reset-password?" in link:
        kind = OtherKind.RESET_LINK
    whose = masked(claims.actor_id or claims.email or claims.invite_id, LONGEST_FIELD)
    return Other(start, end, kind, token, f"eyJ{STARS}", whose, claims.until)


_PRIVATE_KEY = re.compile(
    r"-----BEGIN (?P<name>(?:[A-Z0-9]{1,20} ){0,3})PRIVATE KEY(?: BLOCK)?-----"
    r"(?P<body>(?:\s|\\r|\\n){0,8}+[0-9A-Za-z+/=:-]{0,100}+)"
)


def _private_key(match: re.Match[str]) -> Other:
    shown = f"-----BEGIN {match['name']}PRIVATE KEY-----"
    return Other(*match.span(), OtherKind.PRIVATE_KEY, match["body"], shown)


# Other services, by the prefixes that their own documents name.


def _service(name: str, pattern: str, *beginnings: str) -> _Rule:
    """A service's keys. A prefix glued to a word is none, but for an escape before it."""

    def read(match: re.Match[str]) -> Other:
        beginning = next(one for one in beginnings if match[0].startswith(one))
        hidden = f"{beginning}{STARS}"
        return Other(*match.span(), OtherKind.OTHER_SERVICE, match[0], hidden, name)

    around = r"(?:(?<![0-9A-Za-z])|(?<=\\[nrt])|(?<=%[0-9A-Fa-f]{2}))"
    compiled = re.compile(rf"{around}(?:{pattern})", re.ASCII)
    return _Rule(beginnings, compiled, read)


_RULES: Final = (
    _Rule(
        ("JWT_SECRET", "jwt_secret", "jwtSecret", "JwtSecret",
         "COOKIE_SECRET", "cookie_secret", "cookieSecret", "CookieSecret"),
        _ASSIGNED,
        _assigned,
    ),
    _Rule(("postgres", "mysql:", "mariadb:", "mongodb", "redis"), _ADDRESS, _address),
    _Rule(("eyJ",), JWT, _jwt),
    _Rule(("-----BEGIN",), _PRIVATE_KEY, _private_key),
    _service("Stripe", r"[sr]k_(?:live|test)_[0-9A-Za-z]{10,250}+",
             "sk_live_", "rk_live_", "sk_test_", "rk_test_"),
    _service("Stripe", r"whsec_[0-9A-Za-z+/]{24,100}+", "whsec_"),
    _service("GitHub", r"gh[pousr]_[0-9A-Za-z]{36,255}+", "ghp_", "gho_", "ghu_", "ghs_", "ghr_"),
    _service("GitHub", r"github_pat_[0-9A-Za-z_]{40,255}+", "github_pat_"),
    _service("GitLab", r"glpat-[\w.-]{20,300}+", "glpat-"),
    _service("AWS", r"A[KS]IA[A-Z2-7]{16}(?![0-9A-Za-z])", "AKIA", "ASIA"),
    _service("Google", r"AIza[\w-]{35}(?![\w-])", "AIza"),
    _service("Google", r"GOCSPX-[\w-]{20,60}+", "GOCSPX-"),
    _service("Slack", r"xox[abeoprs]-[0-9A-Za-z-]{10,250}+",
             "xoxa-", "xoxb-", "xoxe-", "xoxo-", "xoxp-", "xoxr-", "xoxs-"),
    _service("Slack", r"hooks\.slack\.com/services/T\w{6,20}/B\w{6,20}/\w{16,40}+",
             "hooks.slack.com/services/"),
    _service("SendGrid", r"SG\.[\w-]{16,32}\.[\w-]{16,64}+", "SG."),
    _service("npm", r"npm_[0-9A-Za-z]{36}(?![0-9A-Za-z])", "npm_"),
    _service("Twilio", r"SK[0-9a-f]{32}(?![0-9A-Za-z])", "SK"),
    _service("Anthropic", r"sk-ant-[\w-]{20,250}+", "sk-ant-"),
    _service("OpenAI", r"sk-(?!ant-)(?:proj-|svcacct-|admin-)?[\w-]{20,250}+", "sk-"),
    _service("PayPal", r"access_token\$(?:production|sandbox)\$[0-9a-z]{16}\$[0-9a-f]{32}",
             "access_token$"),
    _service("Shopify", r"shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}", "shpat_", "shpca_", "shppa_",
             "shpss_"),
    _service("DigitalOcean", r"do[opr]_v1_[0-9a-f]{64}", "dop_v1_", "doo_v1_", "dor_v1_"),
    _service("Hugging Face", r"hf_[0-9A-Za-z]{34}(?![0-9A-Za-z])", "hf_"),
)  # fmt: skip
