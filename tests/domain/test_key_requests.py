"""What a pasted request says of the key that fails."""

from __future__ import annotations

import base64
import re
import textwrap

import pytest

from medusa_console.domain import key_requests, key_slips, request_carriers
from medusa_console.domain.key_requests import LONGEST_REQUEST, Side, read_request
from medusa_console.domain.key_slips import Slip
from medusa_console.domain.tokens import Form, TokenKind, may_hold_a_key
from tests.domain.test_tokens import is_linear

HEX = "0123456789abcdef" * 4
SECRET = f"sk_{HEX}"
PUBLIC = f"pk_{HEX}"


def in_base64(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


def basic(text: str) -> str:
    return f"Authorization: Basic {in_base64(text)}"


WRAPPED = "\n".join(textwrap.wrap(in_base64(f"{SECRET}:"), 76))

RIGHT = {
    "the key alone": SECRET,
    "the key and a line break": f"{SECRET}\n",
    "a setting": f'MEDUSA_API_KEY="{SECRET}"',
    "a setting of compose": f"  MEDUSA_API_KEY: '{SECRET}'",
    "a setting that is named like a header": f"X_API_KEY={SECRET}",
    "an option of another program": f"grep -a {SECRET} log",
    "a comment": f"//key:{SECRET}",
    "httpie": f"http -a {SECRET}: https://shop.example/admin/products",
    "as it is": f"Authorization: Basic {SECRET}",
    "with the colon of curl": f"Authorization: Basic {SECRET}:",
    "in base64 with the colon": basic(f"{SECRET}:"),
    "in base64 alone": basic(SECRET),
    "in base64 without its end": basic(f"{SECRET}:").rstrip("="),
    "curl's user": f"curl -u {SECRET}: https://shop.example/admin/products",
    "curl's user in quotes": f"curl --user '{SECRET}:' https://shop.example/admin/products",
    "curl's file": f'user = "{SECRET}:"',
    "user of an address": f"curl https://{SECRET}@shop.example/admin/products",
    "requests": f'requests.get(url, auth=("{SECRET}", ""))',
    "axios": f"auth: {{ username: '{SECRET}', password: '' }}",
    "JavaScript": f'headers: {{ Authorization: "Basic " + "{SECRET}" }}',
    "PHP": f"'Authorization' => 'Basic ' . '{SECRET}'",
    "Medusa's own client": f'new Medusa({{ baseUrl, apiKey: "{SECRET}" }})',
    "publishable, Medusa's own client": f'new Medusa({{ publishableKey: "{PUBLIC}" }})',
    "publishable, curl": f"curl -H 'x-publishable-api-key: {PUBLIC}' https://shop.example/store/x",
    "publishable, JSON": f'{{"x-publishable-api-key": "{PUBLIC}"}}',
    "publishable, a setting": f"NEXT_PUBLIC_MEDUSA_PUBLISHABLE_KEY={PUBLIC}",
}

WRONG = {
    "Bearer": (f"curl -H 'Authorization: Bearer {SECRET}'", Slip.BEARER, ""),
    "Bearer in JavaScript": (f"{{ Authorization: `Bearer {SECRET}` }}", Slip.BEARER, ""),
    "Bearer in base64": (
        f"Authorization: Bearer {in_base64(SECRET + ':')}",
        Slip.BEARER,
        "",
    ),
    "another scheme": (f"Authorization: Token {SECRET}", Slip.OTHER_SCHEME, "Token"),
    "no scheme": (f"Authorization: {SECRET}", Slip.NO_SCHEME, ""),
    "x-api-key": (f"curl -H 'x-api-key: {SECRET}'", Slip.UNREAD_HEADER, "x-api-key"),
    "api-key": (f'curl -H "Api-Key: {SECRET}"', Slip.UNREAD_HEADER, "Api-Key"),
    "the old header": (
        f"x-medusa-access-token: {SECRET}",
        Slip.UNREAD_HEADER,
        "x-medusa-access-token",
    ),
    "the old header in code": (
        f'"x-medusa-access-token": "{SECRET}"',
        Slip.UNREAD_HEADER,
        "x-medusa-access-token",
    ),
    "in the address": (
        f"curl 'https://shop.example/admin/x?api_token={SECRET}'",
        Slip.IN_ADDRESS,
        "api_token",
    ),
    "curl asks for a password": (
        f"curl -u {SECRET} https://a.example",
        Slip.USER_WITHOUT_COLON,
        "",
    ),
    "the same in quotes": (f'curl -u "{SECRET}" https://a', Slip.USER_WITHOUT_COLON, ""),
    "the same in a file": (f'user = "{SECRET}"', Slip.USER_WITHOUT_COLON, ""),
    "httpie asks for a password": (f"http -a {SECRET} :9000/x", Slip.USER_WITHOUT_COLON, ""),
    "a password": (f"curl -u '{SECRET}:secret' https://a.example", Slip.PASSWORD, ""),
    "a password in base64": (basic(f"{SECRET}:x"), Slip.PASSWORD, ""),
    "as the password": (f"curl -u :{SECRET} https://a.example", Slip.AS_PASSWORD, ""),
    "as the password of a user": (f"curl -u admin:{SECRET} https://a", Slip.AS_PASSWORD, ""),
    "as the password in base64": (basic(f"admin:{SECRET}"), Slip.AS_PASSWORD, ""),
    "as the password of an address": (f"https://:{SECRET}@a.example", Slip.AS_PASSWORD, ""),
    "as the password of requests": (f'auth=("", "{SECRET}")', Slip.AS_PASSWORD, ""),
    "two blanks": (f"Authorization: Basic  {SECRET}", Slip.TWO_SPACES, ""),
    "echo without -n": (basic(f"{SECRET}:\n"), Slip.BASE64_LINE_BREAK, ""),
    "echo without -n, no colon": (basic(f"{SECRET}\n"), Slip.BASE64_LINE_BREAK, ""),
    "encoded twice": (basic(in_base64(f"{SECRET}:")), Slip.BASE64_TWICE, ""),
    "base64 wraps": (f"Authorization: Basic {WRAPPED}", Slip.BASE64_WRAPPED, ""),
    "more than the key": (basic(f"Basic {SECRET}"), Slip.BASE64_OTHER, ""),
    "quotation marks": (f'Authorization: Basic "{SECRET}"', Slip.QUOTES, ""),
    "quotation marks in base64": (basic(f'"{SECRET}":'), Slip.QUOTES, ""),
    "quotation marks within quotation marks": (f"curl -u '\"{SECRET}\":' x", Slip.QUOTES, ""),
    "a blank within": (f"KEY={SECRET[:30]} {SECRET[30:]}", Slip.SPACES, ""),
    "a blank in base64": (basic(f" {SECRET}:"), Slip.SPACES, ""),
    "a line break": (f"KEY={SECRET[:30]}\n{SECRET[30:]}", Slip.LINE_BREAK, ""),
    "an escaped line break": (f"KEY={SECRET[:30]}\\n{SECRET[30:]}", Slip.LINE_BREAK, ""),
    "capitals": (f"KEY={SECRET.upper()}", Slip.CAPITALS, ""),
    "invisible signs": (f"KEY={SECRET[:30]}\u200b{SECRET[30:]}", Slip.INVISIBLE, ""),
    "percent signs": (f"KEY=sk%5F{HEX}", Slip.ENCODED, ""),
    "a comma behind it": (f"Authorization: Basic {SECRET},", Slip.TOO_LONG, ""),
    "the secret one in the shop": (
        f"x-publishable-api-key: {SECRET}",
        Slip.SECRET_AS_PUBLISHABLE,
        "",
    ),
    "the secret one for browsers": (
        f"NEXT_PUBLIC_MEDUSA_PUBLISHABLE_KEY={SECRET}",
        Slip.SECRET_AS_PUBLISHABLE,
        "",
    ),
    "a secret one at /store": (
        f"GET /store/products HTTP/1.1\nAuthorization: Basic {SECRET}",
        Slip.SECRET_AS_PUBLISHABLE,
        "",
    ),
    "the publishable one as Basic": (
        f"Authorization: Basic {PUBLIC}",
        Slip.PUBLISHABLE_AS_SECRET,
        "",
    ),
    "the publishable one as curl's user": (f"curl -u {PUBLIC}:", Slip.PUBLISHABLE_AS_SECRET, ""),
    "the publishable one as the secret": (
        f"MEDUSA_SECRET={PUBLIC}",
        Slip.PUBLISHABLE_AS_SECRET,
        "",
    ),
    "a publishable one at /admin": (
        f"GET /admin/products\nx-publishable-api-key: {PUBLIC}",
        Slip.PUBLISHABLE_AS_SECRET,
        "",
    ),
    "a publishable one as Bearer": (
        f"GET /store/products\nAuthorization: Bearer {PUBLIC}",
        Slip.UNREAD_HEADER,
        "Authorization",
    ),
    "the header's name is another": (
        f"curl -H 'x-publishable-key: {PUBLIC}' https://a.example/store/x",
        Slip.UNREAD_HEADER,
        "x-publishable-key",
    ),
    "a scheme in the shop's header": (
        f"x-publishable-api-key: Bearer {PUBLIC}",
        Slip.OTHER_SCHEME,
        "Bearer",
    ),
    "quotation marks in the shop's header": (
        f"curl -H 'x-publishable-api-key: \"{PUBLIC}\"'",
        Slip.QUOTES,
        "",
    ),
    "base64 in the shop's header": (
        f"x-publishable-api-key: {in_base64(PUBLIC)}",
        Slip.ENCODED,
        "",
    ),
}

VARIABLES = {
    "a shell's": ('curl -H "Authorization: Bearer $MEDUSA_API_KEY" https://a/admin/x', Slip.BEARER),
    "a shell's user": ('curl -u "$MEDUSA_API_KEY" https://a/admin/x', Slip.USER_WITHOUT_COLON),
    "a template": ("Authorization: `Bearer ${process.env.MEDUSA_API_KEY}`", Slip.BEARER),
    "an expression": ('Authorization: "Bearer " + process.env.API_KEY', Slip.BEARER),
    "Python's": ('headers={"Authorization": f"Bearer {api_key}"}', Slip.BEARER),
    "Postman's": ("x-api-key: {{secret_key}}", Slip.UNREAD_HEADER),
    "a manual's": ("GET /admin/x?api_token=<api-key>", Slip.IN_ADDRESS),
    "Windows'": ('curl -H "x-medusa-access-token: %API_KEY%"', Slip.UNREAD_HEADER),
}
NO_KEYS = {
    "a session": "curl -H 'Authorization: Bearer $ADMIN_TOKEN' https://a/admin/x",
    "done right": 'curl -u "$MEDUSA_API_KEY:" https://a/admin/x',
    "done right in a header": "Authorization: `Basic ${process.env.MEDUSA_API_KEY}`",
    "a publishable one": 'x-publishable-api-key: "${PUBLISHABLE_KEY}"',
}

NOT_WHOLE = {
    "cut": (f"Authorization: Basic {SECRET[:-1]}", Slip.CUT, Form.CUT, 63),
    "too long": (f"Authorization: Basic {SECRET}0", Slip.TOO_LONG, Form.CUT, 64),
    "shortened": ("sk_012***def", Slip.SHORTENED, Form.REDACTED, 0),
    "without its prefix": (f"KEY={HEX}", Slip.NO_PREFIX, Form.BARE, 0),
}


@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT)
def test_a_request_in_which_nothing_is_wrong_has_no_slip(text: str) -> None:
    read = read_request(text)
    assert read.key is not None
    assert read.key.secret is not None
    assert read.key.secret.get_secret_value() == (PUBLIC if "pk_" in text else SECRET)
    assert (read.slips, read.name, read.several) == ((), "", False)


@pytest.mark.parametrize(("text", "slip", "name"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_named_and_the_key_is_read_all_the_same(
    text: str, slip: Slip, name: str
) -> None:
    read = read_request(text)
    assert (read.slips, read.name) == ((slip,), name)
    assert read.key is not None
    assert read.key.secret is not None
    assert read.key.secret.get_secret_value() in (SECRET, PUBLIC)


@pytest.mark.parametrize(("text", "slip", "form", "digits"), NOT_WHOLE.values(), ids=NOT_WHOLE)
def test_what_is_no_whole_key_is_told_with_what_is_missing(
    text: str, slip: Slip, form: Form, digits: int
) -> None:
    read = read_request(text)
    assert read.key is not None
    assert (read.key.secret, read.key.form, read.digits) == (None, form, digits)
    assert read.slips == (slip,)
    assert not may_hold_a_key(read.key.shown), "and what may be shown gives nothing away"


@pytest.mark.parametrize(("text", "slip"), VARIABLES.values(), ids=VARIABLES)
def test_a_variable_may_stand_for_the_key(text: str, slip: Slip) -> None:
    read = read_request(text)
    assert (read.key, read.several, read.slips) == (None, False, (slip,))


@pytest.mark.parametrize("text", NO_KEYS.values(), ids=NO_KEYS)
def test_of_a_variable_nothing_is_said_that_may_not_be_wrong(text: str) -> None:
    assert read_request(text).slips == ()


def test_several_things_may_be_wrong_at_once() -> None:
    read = read_request(f"curl -H 'Authorization: Bearer {SECRET.upper()}' https://a/store/x")
    assert read.slips == (Slip.SECRET_AS_PUBLISHABLE, Slip.BEARER, Slip.CAPITALS)


def test_a_text_without_a_key_says_so() -> None:
    assert read_request("curl https://shop.example/admin/products").key is None
    assert not read_request("").several
    nothing = read_request(basic("nobody:nothing"))
    assert (nothing.key, nothing.slips) == (None, (Slip.BASE64_OTHER,))


def test_of_several_keys_the_route_tells_which_one_is_meant() -> None:
    both = f"Authorization: Basic {SECRET}\nx-publishable-api-key: {PUBLIC}\n"
    assert read_request(both).several
    for route, kind in (("admin", TokenKind.SECRET), ("store", TokenKind.PUBLISHABLE)):
        read = read_request(f"GET /{route}/products HTTP/1.1\n{both}")
        assert read.key is not None
        assert (read.key.kind, read.slips, read.several) == (kind, (), False)
    assert read_request(f"{SECRET} {SECRET[:-1]}0").several
    again = read_request(f"{SECRET}\n{SECRET}\nand in short sk_012***def")
    assert again.key is not None, "twice the same, and its shortened form"


def test_the_route_says_which_part_of_medusa_is_asked_and_where() -> None:
    read = read_request(
        f"curl https://docs.example/x -e https://a.example:9000/admin/x -u {SECRET}:"
    )
    assert (read.side, read.host, read.needs_role) == (Side.ADMIN, "a.example:9000", True)
    raw = read_request(
        f"GET /store/x HTTP/1.1\nHost: Shop.example\nx-publishable-api-key: {PUBLIC}"
    )
    assert (raw.side, raw.host) == (Side.STORE, "Shop.example")
    for route in ("search?q=x", "plugins", "feature-flags", "search-indexes"):
        assert not read_request(f"GET /admin/{route}").needs_role
    assert read_request("GET /admin/searches").needs_role
    assert read_request(f"GET /administration/x\nx: {SECRET}").side is Side.UNKNOWN
    with_key = read_request(f"https://{SECRET}:@a.example/admin/x")
    assert with_key.host == "a.example", "the host alone, never what stands before it"


@pytest.mark.parametrize(
    ("asked", "store", "elsewhere"),
    [
        ("https://shop.example/admin/x", "shop.example", False),
        ("https://SHOP.example:443/admin/x", "shop.example", False),
        ("http://127.0.0.1:9000/admin/x", "localhost:9000", False),
        ("http://[::1]:9000/admin/x", "localhost:9000", False),
        ("https://shop.example:9000/admin/x", "shop.example", True),
        ("https://shop.example.evil/admin/x", "shop.example", True),
        ("http://localhost:9001/admin/x", "localhost:9000", True),
        ("/admin/x", "shop.example", False),
    ],
)
def test_a_request_to_another_host_is_seen(asked: str, store: str, elsewhere: bool) -> None:
    assert read_request(f"curl {asked} -u {SECRET}:").goes_elsewhere(store) is elsewhere


def test_strangers_names_are_cut_and_hold_no_key() -> None:
    read = read_request(f"GET /admin/x\nHost: {PUBLIC}\nx-{'a' * 50}: {SECRET}")
    assert read.slips == (Slip.UNREAD_HEADER,)
    assert len(read.name) < 70
    assert not may_hold_a_key(read.host)


def test_a_long_text_is_read_to_its_limit() -> None:
    assert read_request("x" * (LONGEST_REQUEST - 67) + SECRET).key is not None
    assert read_request("x" * LONGEST_REQUEST + SECRET).key is None
    fifty = f"{'a log line ' * 4_500} Authorization: Bearer {SECRET}"
    assert read_request(fifty).slips == (Slip.BEARER,)


def test_the_time_grows_with_the_length_of_the_text() -> None:
    patterns = [
        (name, pattern)
        for module in (key_requests, key_slips, request_carriers)
        for name, pattern in vars(module).items()
        if isinstance(pattern, re.Pattern)
    ]
    assert len(patterns) > 10
    for name, pattern in patterns:
        assert is_linear(pattern.pattern, pattern.flags), name


def test_nothing_of_what_was_read_can_be_printed() -> None:
    for text in (SECRET, f"Authorization: Bearer {SECRET}", f"KEY={SECRET[:-1]}", f"K={HEX}"):
        assert not may_hold_a_key(repr(read_request(text))), text
