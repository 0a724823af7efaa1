"""What is said of a token that somebody has pasted."""

from __future__ import annotations

from datetime import datetime

from medusa_console.domain.pasted_token import PastedKind, PastedToken
from medusa_console.domain.store import Store
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.words import labels


def nothing_found() -> str:
    """No token is in what was pasted."""
    return translate(
        "pastedToken", "There is no link or token in this text. Paste the whole link, or the mail."
    )


def nothing_pasted() -> str:
    """The field for a token is empty."""
    return translate("pastedToken", "Paste the link, the token or the whole mail.")


def unfit(token: PastedToken, wanted: PastedKind, now: datetime) -> str:
    """Why `token` is not what is `wanted`; "" if it is, as far as it says itself. `now` is the
    server's."""
    if token.kind is not wanted:
        return _instead(token.kind)
    if token.cut:
        return translate("pastedToken", "The end of this link is missing. Copy the whole link.")
    if token.until is not None and token.until <= now:
        if wanted is PastedKind.INVITE:
            text = translate(
                "pastedToken", "This invite expired on {time}. Ask for it to be sent again."
            )
        else:
            text = translate("pastedToken", "This link expired on {time}. Ask for a new mail.")
        return text.format(time=labels.exact(token.until))
    return ""


def described(token: PastedToken, store: Store) -> str:
    """Whose `token` is, and until when it works; and whether its link leads to another address than
    the store's."""
    texts = [translate("pastedToken", "Only the token of what you pasted is used.")]
    if token.email and token.until is not None:
        text = translate("pastedToken", "It is for {email} and works until {time}.")
        texts = [text.format(email=shown(token.email), time=labels.exact(token.until))]
    elif token.until is not None:
        text = translate("pastedToken", "It works until {time}.")
        texts = [text.format(time=labels.exact(token.until))]
    if token.host and token.host != store.host:
        text = translate(
            "pastedToken",
            "The link leads to {link}, and the token is going to be sent to {host}. Go on only if "
            "both belong to the same shop.",
        )
        texts.append(text.format(link=shown(token.host), host=store.host))
    return " ".join(texts)


def _instead(kind: PastedKind) -> str:
    match kind:
        case PastedKind.RESET:
            return translate("pastedToken", "This is a link for a new password, not an invite.")
        case PastedKind.RESET_OF_CUSTOMER:
            return translate("pastedToken", "This link is for a customer's password.")
        case PastedKind.INVITE:
            return translate(
                "pastedToken", "This is an invite. Choose “Accept invite” on the sign-in page."
            )
        case PastedKind.SESSION:
            return translate(
                "pastedToken",
                "This is the session of someone who is signed in. Whoever has it is that person: "
                "do not pass it on.",
            )
        case PastedKind.OTHER:
            return translate("pastedToken", "This token is for something else.")
