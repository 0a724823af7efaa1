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
from medusa_console.ui.kit.step_list import StepWords
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.words.errors import explain
from medusa_console.ui.words.user_message import UserMessage


def step_words(step: Step) -> StepWords:
    """What `step` is called while it waits, runs and is over."""
    return {
        Step.IDENTITY: StepWords(
            translate("registration", "Create sign-in"),
            translate("registration", "Creating sign-in…"),
            translate("registration", "Sign-in created"),
            translate("registration", "Sign-in already existed"),
            translate("registration", "Sign-in not created"),
            translate("registration", "Sign-in not confirmed"),
        ),
        Step.CUSTOMER: StepWords(
            translate("registration", "Create customer"),
            translate("registration", "Creating customer…"),
            translate("registration", "Customer created"),
            translate("registration", "Customer already existed"),
            translate("registration", "Customer not created"),
            translate("registration", "Customer not confirmed"),
        ),
        Step.SIGN_IN: StepWords(
            translate("registration", "Check sign-in"),
            translate("registration", "Checking sign-in…"),
            translate("registration", "Sign-in checked"),
            translate("registration", "Sign-in checked"),
            translate("registration", "Sign-in check failed"),
            translate("registration", "Sign-in check failed"),
        ),
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
                translate("registration", "This email is already being registered"),
                translate(
                    "registration",
                    "Wait a moment, then try again with the password you sent first.",
                ),
            )
        case OutcomeUnknown():
            return UserMessage(
                translate("registration", "The store didn't answer"),
                translate("registration", "You can safely try again with the same password."),
            )
        case cause:
            return _otherwise(error.step, cause)


def _taken(step: Step) -> UserMessage:
    match step:
        case Step.IDENTITY:
            return UserMessage(
                translate(
                    "registration", "This email is already registered with a different password"
                ),
                translate(
                    "registration",
                    "To finish an interrupted registration, enter the password used then. "
                    "Otherwise, use another email.",
                ),
            )
        case Step.CUSTOMER:
            return UserMessage(
                translate("registration", "Another customer's account has this email"),
                translate("registration", "Change that customer's email, or use another one."),
            )
        case Step.SIGN_IN:
            return UserMessage(
                translate("registration", "This email and password belong to another customer"),
                translate(
                    "registration", "Their record has a different email now. Use another one."
                ),
            )


def _otherwise(step: Step, cause: ConsoleError) -> UserMessage:
    title = {
        Step.IDENTITY: translate("registration", "The sign-in was not created"),
        Step.CUSTOMER: translate("registration", "The customer was not created"),
        Step.SIGN_IN: translate(
            "registration", "The customer exists, but the sign-in check failed"
        ),
    }[step]
    known = explain(cause)
    parts = [_why(cause) or known.sentence]
    if step is not Step.IDENTITY and not isinstance(cause, NotFound):
        parts.append(
            translate("registration", "Try again with the same password to continue from there.")
        )
    return UserMessage(title, " ".join(parts), known.details)


def _why(cause: ConsoleError) -> str:
    """The reason where the words for an admin would be wrong for a customer, else ""."""
    match cause:
        case MfaRequired() | VerificationRequired() | ProviderRequired():
            return translate(
                "registration", "Signing in with this email takes more than a password."
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
                "The store doesn't accept the password. Someone may have changed it.",
            )
        case Forbidden():  # refused to the customer: no role of the admin would help
            return translate("registration", "The store doesn't allow it.")
        case SignInNeeded():
            return translate("registration", "The store didn't accept the customer's own session.")
        case NotFound():
            return translate("registration", "The customer was deleted in the meantime.")
        case _:
            return ""
