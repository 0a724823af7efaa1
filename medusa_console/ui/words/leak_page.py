"""The words of the leak desk's page: what was read, where it stood, and what the stores say."""

from __future__ import annotations

from collections.abc import Sequence

from medusa_console.domain.clipboard_text import Content
from medusa_console.domain.leak_answers import Case, Finding, Proof, ProofState, StoreAnswer
from medusa_console.domain.leaks import (
    FoundKey,
    OtherKind,
    OtherSecret,
    Reading,
    ReportFormat,
)
from medusa_console.ui.kit.status_pill import Pill, PillKind
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.words import labels
from medusa_console.ui.words.counts import counts
from medusa_console.ui.words.leak_counts import leak_counts
from medusa_console.ui.words.leaks import place

# What was read


def summary(reading: Reading, at: str, asked: int | None) -> str:
    """'Pasted 14:02 · 212 lines · 3 keys · 2 stores asked'; of a file its name, of a report also
    which."""
    parts = [
        translate("leak_page", "Pasted {time}").format(time=at)
        if not reading.name
        else translate("leak_page", "{file}, read {time}").format(file=shown(reading.name), time=at)
    ]
    if reading.report is not None:
        parts.append(report(reading.report))
    parts += [leak_counts.lines(reading.lines), leak_counts.keys(reading.key_count)]
    if reading.stopped:
        parts.append(translate("leak_page", "stopped before the end"))
    if asked is not None and reading.keys:
        none = translate("leak_page", "no store asked")
        parts.append(counts.stores_asked(asked) if asked else none)
    return " · ".join(parts)


def report(kind: ReportFormat) -> str:
    """'Report of gitleaks'."""
    return translate("leak_page", "Report of {scanner}").format(scanner=kind.value)


def no_key(*, others: bool) -> str:
    """What is said of a text without keys; `others`: other secrets were found in it."""
    if others:
        return translate("leak_page", "No Medusa key found.")
    return translate("leak_page", "No Medusa key found. That does not make this text harmless.")


def instead_of_text(content: Content) -> str:
    """Why the clipboard was not read, and what to do instead; '' of a text."""
    by_hand = translate(
        "leak_page",
        "On the page API keys, type the first six and the last three characters of the key into "
        "the search.",
    )
    match content:
        case Content.TEXT:
            return ""
        case Content.NOTHING:
            return translate("leak_page", "The clipboard is empty.")
        case Content.TOO_LONG:
            return too_long()
        case Content.FILES:
            return translate(
                "leak_page", "The clipboard holds names of files. Choose the file here instead."
            )
        case Content.PICTURE:
            what = translate("leak_page", "The clipboard holds a picture, and no text.")
        case Content.FORMATTED:
            what = translate("leak_page", "The clipboard holds no plain text.")
        case _:
            what = translate("leak_page", "The clipboard holds no text.")
    return f"{what} {by_hand}"


def too_long() -> str:
    """A text over 1 MiB is not pasted."""
    return translate("leak_page", "This is more than 1 MiB. Save it as a file and choose the file.")


# Where something stood


def places(key: FoundKey) -> str:
    """Where a key stood: the first place, and how many more there are."""
    first = place(key.places[0]) if key.places else ""
    more = counts.more_places(key.count - 1) if key.count > 1 else ""
    return " ".join(part for part in (first, more) if part)


# What the stores say


def state(case: Case) -> Pill:
    """What is known of a key, in a few words: first what is urgent."""
    proofs = [answer.proof for answer in case.answers if answer.proof is not None]
    return _revoked(case, proofs) or _works(case) or _looked_for(case)


def _revoked(case: Case, proofs: Sequence[Proof]) -> Pill | None:
    states = {proof.state for proof in proofs}
    if ProofState.STILL_WORKS in states:
        return Pill(PillKind.LEAKED, translate("leak_page", "Still works"))
    untouched = [one for one in case.accepted if one.works and one.proof is None]
    if not states or untouched or ProofState.NOT_REVOKED in states:
        return None
    if ProofState.REVOKING in states:
        return Pill(PillKind.OPEN, translate("leak_page", "Revoking…"))
    if states & {ProofState.PROVING, ProofState.NOT_PROVEN}:
        return Pill(PillKind.NOT_CONFIRMED, translate("leak_page", "Revoked, not proven"))
    if case.dead:
        return Pill(PillKind.DEAD, translate("leak_page", "Dead"))
    if ProofState.DEAD in states:
        return Pill(PillKind.NOT_CONFIRMED, translate("leak_page", "Not dead everywhere"))
    return Pill(PillKind.REVOKED, translate("leak_page", "Revoked by its record"))


def _works(case: Case) -> Pill | None:
    works = [answer for answer in case.accepted if answer.works]
    if len(works) > 1:
        short = translate("leak_page", "Works")
        return Pill(PillKind.LEAKED, leak_counts.in_stores(len(works)), short)
    if works:
        words = translate("leak_page", "Works in {store}")
        short = translate("leak_page", "Works")
        return Pill(PillKind.LEAKED, words.format(store=works[0].store.name), short)
    return None


def _looked_for(case: Case) -> Pill:
    found = [answer.finding for answer in case.answers]
    if {Finding.LISTING, Finding.ASKING} & set(found):
        return Pill(PillKind.OPEN, translate("leak_page", "Asking…"))
    candidates = sum(len(one.records) for one in case.answers if one.finding is Finding.CANDIDATES)
    if candidates:
        return Pill(PillKind.NOT_CONFIRMED, leak_counts.one_of(candidates))
    if Finding.PUBLISHABLE in found:
        return Pill(PillKind.OPEN, translate("leak_page", "Public by design"))
    if listed := found.count(Finding.LISTED):
        return Pill(PillKind.NOT_CONFIRMED, leak_counts.listed_by(listed))
    if Finding.IN_TROUBLE in found:
        return Pill(PillKind.NOT_CONFIRMED, translate("leak_page", "No clear answer"))
    if Finding.REVOKED_ALIKE in found:
        return Pill(PillKind.REVOKED, translate("leak_page", "Refused, probably revoked"))
    if {Finding.ANOTHER_KEY, Finding.REFUSED} & set(found):
        return Pill(PillKind.REVOKED, translate("leak_page", "Refused"))
    if absent := found.count(Finding.NOT_LISTED):
        return Pill(PillKind.OPEN, leak_counts.not_in(absent))
    return Pill(PillKind.OPEN, translate("leak_page", "No store asked"))


def why_not_asked(answer: StoreAnswer) -> str:
    """Why a store could not say whether it knows the keys."""
    return {
        Finding.NOT_SIGNED_IN: translate("leak_page", "Not signed in."),
        Finding.CANNOT_LIST: translate("leak_page", "Your role may not list its keys."),
        Finding.NOT_READ_TO_THE_END: translate("leak_page", "It has more keys than were read."),
        Finding.UNREACHABLE: translate("leak_page", "It could not be reached."),
        Finding.IN_TROUBLE: translate("leak_page", "It gave no clear answer."),
    }.get(answer.finding, "")


# What else a text holds


def other_name(other: OtherSecret) -> str:
    """'JWT_SECRET', 'Session of user_01…, until 3 Nov 18:40'."""
    match other.kind:
        case OtherKind.JWT_SECRET:
            return "JWT_SECRET"
        case OtherKind.COOKIE_SECRET:
            return "COOKIE_SECRET"
        case OtherKind.DATABASE:
            return translate("leak_page", "Database address with its password")
        case OtherKind.REDIS:
            return translate("leak_page", "Redis address with its password")
        case OtherKind.SESSION:
            return _session(other)
        case OtherKind.RESET_LINK:
            return _of(other, translate("leak_page", "Link that resets a password"))
        case OtherKind.INVITE_LINK:
            return _of(other, translate("leak_page", "Invite link"))
        case OtherKind.PRIVATE_KEY:
            return translate("leak_page", "Private key")
        case OtherKind.OTHER_SERVICE:
            return translate("leak_page", "Key of {service}").format(service=shown(other.whose))


def _session(other: OtherSecret) -> str:
    whose = shown(other.whose) or translate("leak_page", "nobody known")
    if other.until is None:
        return translate("leak_page", "Session of {whose}").format(whose=whose)
    return translate("leak_page", "Session of {whose}, until {when}").format(
        whose=whose, when=labels.exact(other.until)
    )


def _of(other: OtherSecret, words: str) -> str:
    return f"{words} ({shown(other.whose)})" if other.whose else words


def other_advice(kind: OtherKind) -> str:
    """What to do about it, in one sentence."""
    return {
        OtherKind.JWT_SECRET: translate(
            "leak_page",
            "Whoever has it can sign in as anybody until it is changed on the server.",
        ),
        OtherKind.COOKIE_SECRET: translate(
            "leak_page",
            "Whoever has it can forge signed-in browsers until it is changed on the server.",
        ),
        OtherKind.DATABASE: translate(
            "leak_page", "Change this password, and check who can reach the database."
        ),
        OtherKind.REDIS: translate(
            "leak_page", "Change this password, and check who can reach the Redis server."
        ),
        OtherKind.SESSION: translate(
            "leak_page",
            "It works until it ends; only a new JWT_SECRET on the server ends it earlier.",
        ),
        OtherKind.RESET_LINK: translate(
            "leak_page",
            "Whoever opens it first can choose the password: ask its owner to use it or check it.",
        ),
        OtherKind.INVITE_LINK: translate(
            "leak_page",
            "Whoever opens it can become an admin: delete the invite in Medusa Admin.",
        ),
        OtherKind.PRIVATE_KEY: translate(
            "leak_page", "Replace it everywhere it is used, and withdraw its certificate."
        ),
        OtherKind.OTHER_SERVICE: translate(
            "leak_page", "Revoke it at that service; this program cannot."
        ),
    }[kind]


def other_line(other: OtherSecret) -> str:
    """Where it stood, and its masked form."""
    return " · ".join(part for part in (place(other.place), shown(other.masked)) if part)
