"""What is wrong with a pasted request, and how it is done right."""

from __future__ import annotations

from medusa_console.domain.api_key import KeyType
from medusa_console.domain.key_requests import KeyRequest
from medusa_console.domain.key_slips import Slip
from medusa_console.domain.store import Store
from medusa_console.domain.tokens import Form
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.words import labels
from medusa_console.ui.words.doctor_counts import doctor_counts


def understood(request: KeyRequest) -> str:
    """Which key was read from what was pasted: 'Secret key sk_012***def'."""
    key = request.key
    if key is None:
        return ""
    if key.form is Form.BARE:
        return translate("request_slips", "Digits without a prefix")
    kind = (
        translate("request_slips", "Secret key {form}")
        if key.type is KeyType.SECRET
        else translate("request_slips", "Publishable key {form}")
    )
    return kind.format(form=key.shown if key.form is not Form.CUT else f"{key.shown}…")


def wrong(request: KeyRequest, store: Store) -> list[str]:
    """What is wrong with the request, each in a sentence or two, in the order in which to mend it.
    `store` is the one that the user takes the key to be of."""
    told = [slip(one, request) for one in request.slips]
    if request.goes_elsewhere(store.host):
        text = translate(
            "request_slips",
            "The request goes to {host}, and this store is {own}. A key works in its own store "
            "alone.",
        )
        own = labels.demo_store() if store.is_demo else labels.host(store.host)
        told.insert(0, text.format(host=shown(request.host), own=own))
    return told


def slip(what: Slip, request: KeyRequest) -> str:
    """One thing that is wrong, and how it is done right."""
    match what:
        case Slip.CUT:
            return doctor_counts.digits(request.digits)
        case Slip.OTHER_SCHEME | Slip.UNREAD_HEADER | Slip.IN_ADDRESS:
            key = request.key
            publishable = key is not None and key.type is KeyType.PUBLISHABLE
            return _named(what, publishable=publishable).format(name=shown(request.name))
        case _:
            return _WORDS[what]()


def _named(what: Slip, *, publishable: bool) -> str:
    match what, publishable:
        case Slip.OTHER_SCHEME, False:
            return translate(
                "request_slips",
                "“{name}” stands before the key. Medusa reads a secret key only behind "
                "“Authorization: Basic”.",
            )
        case Slip.OTHER_SCHEME, True:
            return translate(
                "request_slips",
                "“{name}” stands before the key. The header “x-publishable-api-key” takes the key "
                "alone.",
            )
        case Slip.UNREAD_HEADER, False:
            return translate(
                "request_slips",
                "Medusa does not read the header “{name}”. It reads a secret key only behind "
                "“Authorization: Basic”.",
            )
        case Slip.UNREAD_HEADER, True:
            return translate(
                "request_slips",
                "Medusa does not read a publishable key from the header “{name}”, only from "
                "“x-publishable-api-key”.",
            )
        case _, False:
            return translate(
                "request_slips",
                "The key stands in the address, as “{name}”, where Medusa does not read it. "
                "Addresses are written to logs: take this key for leaked. A secret key belongs "
                "behind “Authorization: Basic”.",
            )
        case _:
            return translate(
                "request_slips",
                "The key stands in the address, as “{name}”, where Medusa does not read it. A "
                "publishable key belongs in the header “x-publishable-api-key”.",
            )


def _secret_as_publishable() -> str:
    return translate(
        "request_slips",
        "A secret key is used where a publishable key belongs. The routes of /store take a "
        "publishable key (pk_…) alone. If a secret key is in a storefront, every visitor can read "
        "it: take it for leaked.",
    )


def _publishable_as_secret() -> str:
    return translate(
        "request_slips",
        "A publishable key is used where a secret key belongs. The routes of /admin take a secret "
        "key (sk_…) alone, behind “Authorization: Basic”.",
    )


def _bearer() -> str:
    return translate(
        "request_slips",
        "The key stands behind “Authorization: Bearer”. Medusa reads a secret key only behind "
        "“Authorization: Basic”.",
    )


def _no_scheme() -> str:
    return translate(
        "request_slips",
        "The word “Basic” is missing before the key: “Authorization: Basic”, a space, the key.",
    )


def _user_without_colon() -> str:
    return translate(
        "request_slips",
        "No colon follows the key, so curl asks for a password. Put a colon directly behind the "
        "key.",
    )


def _password() -> str:
    return translate(
        "request_slips",
        "A password follows the key. It must be empty: the key and a colon, and nothing more.",
    )


def _as_password() -> str:
    return translate(
        "request_slips",
        "The key stands where the password belongs. The key is the user name, and the password is "
        "empty.",
    )


def _two_spaces() -> str:
    return translate(
        "request_slips",
        "More than one space stands between “Basic” and the key. Medusa then reads no key.",
    )


def _base64_line_break() -> str:
    return translate(
        "request_slips",
        "A line break was encoded along with the key, as “echo” adds it. Use “printf %s”, or send "
        "the key as it is.",
    )


def _base64_twice() -> str:
    return translate(
        "request_slips",
        "The key was encoded in base64 twice. Encode it once, or send it as it is.",
    )


def _base64_wrapped() -> str:
    return translate(
        "request_slips",
        "The base64 is broken over two lines, as the program “base64” does. Use “base64 -w0”, or "
        "send the key as it is.",
    )


def _base64_other() -> str:
    return translate(
        "request_slips",
        "The base64 behind “Basic” holds something else than the key and a colon.",
    )


def _quotes() -> str:
    return translate(
        "request_slips", "Quotation marks are sent along with the key. Leave them out."
    )


def _spaces() -> str:
    return translate("request_slips", "A space stands within the key, or is sent along with it.")


def _line_break() -> str:
    return translate("request_slips", "A line break stands within the key. Put it on one line.")


def _capitals() -> str:
    return translate("request_slips", "The key is in capitals. Keys of Medusa are in lower case.")


def _invisible() -> str:
    return translate(
        "request_slips",
        "Invisible characters stand within the key, as chats and documents add them. Copy it anew "
        "from where it was saved.",
    )


def _encoded() -> str:
    return translate(
        "request_slips", "The key is encoded where Medusa takes it as it is. Send it unchanged."
    )


def _too_long() -> str:
    return translate(
        "request_slips",
        "Something stands directly behind the key and is taken for a part of it. A key has 64 "
        "digits.",
    )


def _shortened() -> str:
    return translate(
        "request_slips",
        "This is the shortened form in which Medusa shows a key. It is not the key.",
    )


def _no_prefix() -> str:
    return translate("request_slips", "The beginning of the key is missing: “sk_” or “pk_”.")


_WORDS = {
    Slip.SECRET_AS_PUBLISHABLE: _secret_as_publishable,
    Slip.PUBLISHABLE_AS_SECRET: _publishable_as_secret,
    Slip.BEARER: _bearer,
    Slip.NO_SCHEME: _no_scheme,
    Slip.USER_WITHOUT_COLON: _user_without_colon,
    Slip.PASSWORD: _password,
    Slip.AS_PASSWORD: _as_password,
    Slip.TWO_SPACES: _two_spaces,
    Slip.BASE64_LINE_BREAK: _base64_line_break,
    Slip.BASE64_TWICE: _base64_twice,
    Slip.BASE64_WRAPPED: _base64_wrapped,
    Slip.BASE64_OTHER: _base64_other,
    Slip.QUOTES: _quotes,
    Slip.SPACES: _spaces,
    Slip.LINE_BREAK: _line_break,
    Slip.CAPITALS: _capitals,
    Slip.INVISIBLE: _invisible,
    Slip.ENCODED: _encoded,
    Slip.TOO_LONG: _too_long,
    Slip.SHORTENED: _shortened,
    Slip.NO_PREFIX: _no_prefix,
}
