"""What became of a second factor's code, and what to do next."""

from __future__ import annotations

from medusa_console.domain.errors import ChallengeEnd, ChallengeOver, ConsoleError, WrongCode
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.words.counts import counts
from medusa_console.ui.words.errors import explain


def told_of_code(error: ConsoleError, attempts_left: int) -> str:
    """The words beneath the boxes after `error`."""
    match error:
        case WrongCode():
            return counts.wrong_code(attempts_left)
        case ChallengeOver(end=ChallengeEnd.GONE):
            return translate(
                "secondFactor",
                "That took too long, so the sign-in was started again. Enter the code that your "
                "app shows now.",
            )
        case ChallengeOver(end=ChallengeEnd.COMPLETED):
            return translate(
                "secondFactor",
                "The store took this code, but its answer was lost. Enter the code that your app "
                "shows now.",
            )
        case ChallengeOver():
            return _over(error)
        case _:
            return explain(error).sentence


def told_of_recovery_code(error: ConsoleError, attempts_left: int) -> str:
    """The words beneath the field of a recovery code after `error`."""
    match error:
        case WrongCode():
            return counts.wrong_recovery_code(attempts_left)
        case ChallengeOver(end=ChallengeEnd.GONE):
            return translate(
                "secondFactor",
                "That took too long, so the sign-in was started again. The store didn't accept "
                "this recovery code. Use another one.",
            )
        case ChallengeOver(end=ChallengeEnd.COMPLETED):
            return translate(
                "secondFactor",
                "The store took this recovery code, but its answer was lost. It is used up. Use "
                "another one.",
            )
        case ChallengeOver():
            return _over(error)
        case _:
            text = translate(
                "secondFactor", "{reason} If this code isn't accepted any more, it is used up."
            )
            return text.format(reason=explain(error).sentence)


def _over(error: ChallengeOver) -> str:
    if error.end is ChallengeEnd.TOO_MANY:
        return translate(
            "secondFactor",
            "Too many wrong codes. The sign-in was started again. Enter a new code.",
        )
    return translate("secondFactor", "The store doesn't accept this kind of code any more.")
