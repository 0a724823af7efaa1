"""The words for colleagues and invites: states, roles, and what is sent along with a token."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from medusa_console.domain.admin_pages import AdminPage
from medusa_console.domain.colleague import Colleague, JoinedPerson, OpenInvite
from medusa_console.domain.permissions import Role
from medusa_console.domain.query import ColleagueFilter
from medusa_console.domain.store import Store
from medusa_console.ui.kit.status_pill import Pill, PillKind
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.words import labels
from medusa_console.ui.words.counts import counts

_MOST_ROLES = 20


@dataclass(frozen=True)
class TokenWords:
    """What is said of a token that is shown once. `message` and `message_with_link` go along with
    it, and contain {secret}; the link leads to `page` of the admin pages."""

    heading: str
    told: str
    caution: str
    page: AdminPage
    message: str
    message_with_link: str


def state_filter(kind: ColleagueFilter) -> str:
    """The words of the state menu."""
    return {
        ColleagueFilter.ALL: translate("colleagues", "All"),
        ColleagueFilter.JOINED: translate("colleagues", "Joined"),
        ColleagueFilter.INVITED: translate("colleagues", "Invited"),
    }[kind]


def state(colleague: Colleague, now: datetime) -> Pill:
    """'Joined', 'Invited until 18:40', 'Invite expired'."""
    if isinstance(colleague, JoinedPerson):
        return Pill(PillKind.ACTIVE, translate("colleagues", "Joined"))
    if colleague.expired(now):
        short = translate("colleagues", "Expired")
        return Pill(PillKind.REVOKED, translate("colleagues", "Invite expired"), short)
    invited = translate("colleagues", "Invited")
    if colleague.expires_at is None:
        return Pill(PillKind.WORKS_UNTIL, invited)
    until = translate("colleagues", "Invited until {time}")
    moment = labels.short_moment(colleague.expires_at)
    return Pill(PillKind.WORKS_UNTIL, until.format(time=moment), invited)


def longest_states() -> list[str]:
    """The words of `state` for which a column has room."""
    return [translate("colleagues", "Joined"), translate("colleagues", "Invite expired")]


def role(held: Role) -> str:
    """The name of a role; of a deleted one, the store tells none."""
    return translate("colleagues", "Deleted role") if held.deleted else shown(held.name or held.id)


def roles(held: Sequence[Role]) -> str:
    """The names of roles; '' for none."""
    names = [role(one) for one in held[:_MOST_ROLES]]
    if rest := len(held) - len(names):
        names.append(counts.more(rest))
    return ", ".join(names)


def invite_token(invite: OpenInvite, store: Store) -> TokenWords:
    """What is said of an invite's token."""
    email, name = shown(invite.email), shown(store.name)
    until = labels.exact(invite.expires_at) if invite.expires_at is not None else ""
    known = {
        "email": email,
        "store": name,
        "origin": store.origin,
        "time": until,
        "secret": "{secret}",
    }
    return TokenWords(
        translate("colleagues", "Send this invite to {email}").format(**known),
        translate(
            "colleagues",
            "Copy the message and send it: Medusa mails it only where the shop has set that up. It "
            "can't be seen again after closing; “Resend invite…” makes another, and this one stops "
            "working.",
        ),
        translate(
            "colleagues",
            "Whoever has this can join {store}, also with another email than {email}, once, until "
            "{time}.",
        ).format(**known),
        AdminPage.INVITE,
        translate(
            "colleagues",
            "You are invited to {store} as {email}. Until {time}, choose “Accept invite” on the "
            "sign-in page of Medusa Console for {origin}, and paste this:\n{secret}",
        ).format(**known),
        translate(
            "colleagues",
            "You are invited to {store} as {email}. Open this link before {time} and choose a "
            "password:\n{secret}",
        ).format(**known),
    )


def reset_token(person: JoinedPerson, store: Store, until: datetime) -> TokenWords:
    """What is said of a token that sets a new password for `person`."""
    who, name = shown(person.name), shown(store.name)
    known = {
        "who": who,
        "email": shown(person.email),
        "store": name,
        "origin": store.origin,
        "time": labels.exact(until),
        "secret": "{secret}",
    }
    return TokenWords(
        translate("colleagues", "Send this to {who}").format(**known),
        translate(
            "colleagues",
            "Copy the message and send it: Medusa mails it only where the shop has set that up. It "
            "can't be seen again after closing. Sessions that are open stay open, and a second "
            "factor stays as it is.",
        ),
        translate(
            "colleagues",
            "Whoever has this becomes {who}: it sets a new password, once, until {time}.",
        ).format(**known),
        AdminPage.RESET,
        translate(
            "colleagues",
            "Set a new password for {email} at {store}. Until {time}, choose “Forgot password?” on "
            "the sign-in page of Medusa Console for {origin}, and paste this:\n{secret}",
        ).format(**known),
        translate(
            "colleagues",
            "Set a new password for {email} at {store}. Open this link before {time}:\n{secret}",
        ).format(**known),
    )
