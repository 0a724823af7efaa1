"""Puts a failed registration into words: which step failed, why, and how to go on."""

from __future__ import annotations

from medusa_console.domain.errors import (
    Conflict,
    ConsoleError,
    EmailTaken,
    Forbidden,
    KeyRefused,
    MfaRequired,
    NoCustomer,
    NotASession,
    NotFound,
    OutcomeUnknown,
    ProviderRequired,
    SignInNeeded,
    VerificationRequired,
    WrongPassword,
)
from medusa_console.services.registration import RegistrationFailed, Step
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.words.errors import explain
from medusa_console.ui.words.user_message import UserMessage


def step_name(step: Step) -> str:
    """What the program does in `step`."""
    return {
        Step.IDENTITY: translate("registration", "Creating the sign-in"),
        Step.CUSTOMER: translate("registration", "Creating the customer"),
        Step.SIGN_IN: translate("registration", "Signing in to check"),
    }[step]


def explain_failure(error: RegistrationFailed) -> UserMessage:
    """The message for `error`; the user can send the form again."""
    match error.cause:
        case EmailTaken():
            return _taken(error.step)
        case KeyRefused() as cause:
            return explain(cause)
        case Conflict():
            return UserMessage(
                translate("registration", "This email is being registered already"),
                translate(
                    "registration",
                    "Wait a moment, then try again with the password that was sent first.",
                ),
            )
        case OutcomeUnknown():
            return UserMessage(
                translate("registration", "No answer came"),
                translate(
                    "registration", "Nothing is doubled when you try again with the same password."
                ),
            )
        case cause:
            return _otherwise(error.step, cause)


def _taken(step: Step) -> UserMessage:
    match step:
        case Step.IDENTITY:
            return UserMessage(
                translate("registration", "This email is taken, and the password does not open it"),
                translate(
                    "registration",
                    "To finish a registration that was broken off, enter the password of that "
                    "attempt. Otherwise use another email.",
                ),
            )
        case Step.CUSTOMER:
            return UserMessage(
                translate("registration", "Another customer's account has this email"),
                translate(
                    "registration", "Change the email of that customer, or use another email."
                ),
            )
        case Step.SIGN_IN:
            return UserMessage(
                translate("registration", "This email and password sign in somebody else"),
                translate(
                    "registration", "Their record has another email by now. Use another one."
                ),
            )


def _otherwise(step: Step, cause: ConsoleError) -> UserMessage:
    title = {
        Step.IDENTITY: translate("registration", "The sign-in was not created"),
        Step.CUSTOMER: translate("registration", "The customer was not created"),
        Step.SIGN_IN: translate("registration", "The customer exists, but the check failed"),
    }[step]
    known = explain(cause)
    parts = [_why(cause) or known.sentence]
    if step is not Step.IDENTITY and not isinstance(cause, NotFound):
        parts.append(
            translate("registration", "Trying again with the same password goes on from there.")
        )
    return UserMessage(title, " ".join(parts), known.details)


def _why(cause: ConsoleError) -> str:
    """The reason where the words for an admin would be wrong for a customer, else ""."""
    match cause:
        case MfaRequired() | VerificationRequired() | ProviderRequired():
            return translate(
                "registration", "This email has a sign-in that asks for more than a password."
            )
        case NoCustomer():
            return translate("registration", "The sign-in works, but no customer belongs to it.")
        case NotASession():
            return translate(
                "registration", "The store accepted the password but opened no session."
            )
        case WrongPassword():
            return translate(
                "registration",
                "The store does not accept the password. Somebody may have changed it.",
            )
        case Forbidden():  # refused to the customer: no role of the admin would help
            return translate("registration", "The store refused it to the customer.")
        case SignInNeeded():
            return translate("registration", "The store did not accept the customer's own session.")
        case NotFound():
            return translate("registration", "The customer was deleted meanwhile.")
        case _:
            return ""
