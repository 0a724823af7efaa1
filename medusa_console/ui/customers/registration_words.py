"""A registration that did not come to its end → words: which step, why, and the way on."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from medusa_console.domain.errors import (
    Conflict,
    ConsoleError,
    EmailTaken,
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
from medusa_console.ui.words.errors import explain
from medusa_console.ui.words.user_message import UserMessage


def _tr(text: str) -> str:
    return QCoreApplication.translate("registration", text)


def step_name(step: Step) -> str:
    """What is being done."""
    return {
        Step.IDENTITY: _tr("Creating the sign-in"),
        Step.CUSTOMER: _tr("Creating the customer"),
        Step.SIGN_IN: _tr("Signing in to check"),
    }[step]


def explain_failure(error: RegistrationFailed) -> UserMessage:
    """The words for `error`, to stand in the form that is sent again."""
    match error.cause:
        case EmailTaken():
            return _taken(error.step)
        case KeyRefused() as cause:
            return explain(cause)
        case Conflict():
            return UserMessage(
                _tr("This email is being registered already"),
                _tr("Wait a moment, then try again with the password that was sent first."),
            )
        case OutcomeUnknown():
            return UserMessage(
                _tr("No answer came"),
                _tr("Nothing is doubled when you try again with the same password."),
            )
        case cause:
            return _otherwise(error.step, cause)


def _taken(step: Step) -> UserMessage:
    match step:
        case Step.IDENTITY:
            return UserMessage(
                _tr("This email is taken, and the password does not open it"),
                _tr(
                    "To finish a registration that was broken off, enter the password of that "
                    "attempt. Otherwise use another email."
                ),
            )
        case Step.CUSTOMER:
            return UserMessage(
                _tr("Another customer's account has this email"),
                _tr("Change the email of that customer, or use another email."),
            )
        case Step.SIGN_IN:
            return UserMessage(
                _tr("This email and password sign in somebody else"),
                _tr("Their record has another email by now. Use another one."),
            )


def _otherwise(step: Step, cause: ConsoleError) -> UserMessage:
    title = {
        Step.IDENTITY: _tr("The sign-in was not created"),
        Step.CUSTOMER: _tr("The customer was not created"),
        Step.SIGN_IN: _tr("The customer exists, but the check failed"),
    }[step]
    known = explain(cause)
    parts = [_why(cause) or known.sentence]
    if step is not Step.IDENTITY and not isinstance(cause, NotFound):
        parts.append(_tr("Trying again with the same password goes on from there."))
    return UserMessage(title, " ".join(parts), known.details)


def _why(cause: ConsoleError) -> str:
    """Where the words for an admin would be wrong for a customer."""
    match cause:
        case MfaRequired() | VerificationRequired() | ProviderRequired():
            return _tr("This email has a sign-in that asks for more than a password.")
        case NoCustomer():
            return _tr("The sign-in works, but no customer belongs to it.")
        case NotASession():
            return _tr("The store accepted the password but opened no session.")
        case WrongPassword():
            return _tr("The store does not accept the password. Somebody may have changed it.")
        case SignInNeeded():
            return _tr("The store did not accept the customer's own session.")
        case NotFound():
            return _tr("The customer was deleted meanwhile.")
        case _:
            return ""
