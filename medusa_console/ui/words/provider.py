"""The words for a sign-in through a provider's page that came to nothing."""

from __future__ import annotations

from medusa_console.domain.errors import (
    CallbackRefused,
    ProviderFailed,
    ProviderFault,
    ProviderRefused,
)
from medusa_console.domain.provider_page import CALLBACK_PATTERN
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.words.user_message import UserMessage


def failed(error: ProviderFailed) -> UserMessage:
    """The words for a sign-in that did not get as far as the store."""
    match error.fault:
        case ProviderFault.UNSAFE_PAGE:
            title = _not_opened()
            text = translate(
                "errors",
                "The address that the store gave for it isn't encrypted, or is no web address. "
                "Tell the store's admin.",
            )
        case ProviderFault.NO_STATE:
            title = _not_opened()
            text = translate(
                "errors",
                "Its address has no “state”, so a forged answer couldn't be told from a real one. "
                "Tell the store's admin.",
            )
        case ProviderFault.LEADS_ELSEWHERE:
            title = _not_opened()
            text = translate(
                "errors",
                "It wouldn't lead back to this program. Ask the store's admin to let the provider "
                "lead back to {pattern}.",
            ).format(pattern=CALLBACK_PATTERN)
        case ProviderFault.NO_PORT:
            title = translate("errors", "This computer has no free port for the browser's answer")
            text = error.detail
        case ProviderFault.NO_BROWSER:
            title = translate("errors", "Your browser couldn't be opened")
            text = translate("errors", "Choose a default browser in the system's settings.")
        case ProviderFault.BUSY:
            title = translate("errors", "A sign-in is waiting in your browser already")
            text = translate("errors", "Finish it there, or cancel it first.")
        case ProviderFault.DENIED:
            title = translate("errors", "The provider didn't sign you in")
            text = translate("errors", "It was cancelled or denied on the provider's page.")
        case ProviderFault.NO_ACCOUNT:
            title = translate("errors", "You are not signed in")
            text = translate(
                "errors",
                "No admin account belongs to this sign-in, and none was created or linked.",
            )
        case ProviderFault.TOO_LATE:
            title = translate("errors", "No answer came from your browser")
            text = " ".join((translate("errors", "Try again."), if_the_page_complained()))
    return UserMessage(title, text, error.detail)


def if_the_page_complained() -> str:
    """What helps whose provider has shown an error and does not lead back."""
    return translate(
        "errors",
        "If the page complained about the callback or redirect address, the store's admin must "
        "register {pattern} with the provider.",
    ).format(pattern=CALLBACK_PATTERN)


def refused(error: CallbackRefused | ProviderRefused) -> UserMessage:
    """The words for a sign-in that the store did not accept."""
    if isinstance(error, CallbackRefused):
        return UserMessage(
            translate("errors", "The provider isn't allowed to lead back to this program"),
            translate(
                "errors",
                "The store's configuration names the addresses that it may lead back to "
                "(“allowed_callback_urls”). Medusa compares whole addresses, and this program's "
                "has another port each time. Ask the store's admin to leave that list out, and to "
                "register {pattern} with the provider.",
            ).format(pattern=CALLBACK_PATTERN),
        )
    text = translate("errors", "Try again. The store says: {message}")
    return UserMessage(
        translate("errors", "The store didn't accept the provider's answer"),
        text.format(message=error.message) if error.message else "",
    )


def _not_opened() -> str:
    return translate("errors", "The provider's page was not opened")
