"""Puts a colleague into words, for the row and the drawer. Strangers may have written any value."""

from __future__ import annotations

from medusa_console.domain.colleague import Colleague, JoinedPerson
from medusa_console.services.store_services import StoreServices
from medusa_console.ui.kit.fact_list import Fact
from medusa_console.ui.kit.status_pill import Pill
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.records.column import CellStyle, Column
from medusa_console.ui.words import colleagues as words
from medusa_console.ui.words import labels
from medusa_console.ui.words.colleague_counts import colleague_counts

_NOTHING = "—"


class ColleagueFacts:
    """The words for the colleagues of one store."""

    def __init__(self, services: StoreServices) -> None:
        self._services = services

    def columns(self) -> tuple[Column[Colleague], ...]:
        """The columns of the table; the server sorts by name, email and age."""
        return (
            Column(
                "name",
                translate("ColleagueFacts", "Name"),
                lambda one: self.name(one) or _NOTHING,
                sort="first_name",
                style=CellStyle.STRONG,
                width=160,
                most=320,
            ),
            Column(
                "email",
                translate("ColleagueFacts", "Email"),
                lambda one: one.email or _NOTHING,
                sort="email",
                width=220,
                takes_rest=True,
                short_samples=lambda: ["name@example.com"],
            ),
            Column(
                "state",
                translate("ColleagueFacts", "State"),
                lambda one: self._state(one).text,
                pill=self._state,
                width=110,
                samples=words.longest_states,
            ),
            Column(
                "roles",
                translate("ColleagueFacts", "Roles"),
                lambda one: self.roles(one) or _NOTHING,
                width=130,
                gives_way=2,
            ),
            Column(
                "created",
                translate("ColleagueFacts", "Since"),
                lambda one: labels.ago(one.created_at),
                sort="created_at",
                tooltip=lambda one: labels.to_the_second(one.created_at),
                width=124,
                gives_way=1,
                samples=labels.longest_ages,
            ),
        )

    def is_me(self, colleague: Colleague) -> bool:
        """Whether this is the signed-in account."""
        return colleague.id == self._services.session.user_id

    def name(self, colleague: Colleague) -> str:
        """First and last name, and whether it is oneself; '' where there is none."""
        if not isinstance(colleague, JoinedPerson):
            return ""
        parts = (part for part in (colleague.first_name, colleague.last_name) if part)
        name = " ".join(parts)
        if self.is_me(colleague):
            return translate("ColleagueFacts", "{name} (you)").format(name=name).strip()
        return name

    def roles(self, colleague: Colleague) -> str:
        """The names of their roles; '' where there are none, or none are told."""
        roles = self._services.colleague_roles
        return "" if roles.off else words.roles(roles.of(colleague) or ())

    def sentence(self, colleague: Colleague) -> str:
        """The row as a screen reader reads it."""
        parts = [
            self.name(colleague) or translate("ColleagueFacts", "no name"),
            colleague.email or translate("ColleagueFacts", "no email"),
            labels.inside(self._state(colleague).text),
        ]
        if roles := self.roles(colleague):
            parts.append(roles)
        since = translate("ColleagueFacts", "since {ago}")
        parts.append(since.format(ago=labels.ago(colleague.created_at)))
        return ", ".join(shown(part) for part in parts)

    def made_keys(self, colleague: Colleague) -> str:
        """'Made 4 keys', or that they may have made some while the keys are not read."""
        survey = self._services.survey
        if survey.as_of is None:
            return translate("ColleagueFacts", "Keys they made")
        made = len(survey.made_by(colleague.id))
        if survey.missing:
            return colleague_counts.made_keys_at_least(made)
        return colleague_counts.made_keys(made)

    def facts(self, colleague: Colleague) -> list[Fact]:
        """The drawer's lines, without the name, which heads them."""
        state = self._state(colleague)
        facts = [
            Fact(
                translate("ColleagueFacts", "Email"),
                colleague.email,
                copies=bool(colleague.email),
                copy_text=translate("ColleagueFacts", "Copy email"),
            ),
            Fact(translate("ColleagueFacts", "State"), state.text, pill=state),
        ]
        facts += self._about_roles(colleague)
        joined = isinstance(colleague, JoinedPerson)
        since = (
            translate("ColleagueFacts", "Joined")
            if joined
            else translate("ColleagueFacts", "Invite made")
        )
        facts.append(Fact(since, labels.exact(colleague.created_at)))
        if not isinstance(colleague, JoinedPerson) and colleague.expires_at is not None:
            ends = translate("ColleagueFacts", "Invite ends")
            facts.append(Fact(ends, labels.exact(colleague.expires_at)))
        identity = Fact(
            translate("ColleagueFacts", "ID"),
            colleague.id,
            code=True,
            copies=True,
            copy_text=translate("ColleagueFacts", "Copy ID"),
            beneath=True,
        )
        return [*facts, identity]

    def _about_roles(self, colleague: Colleague) -> list[Fact]:
        roles = self._services.colleague_roles
        label = translate("ColleagueFacts", "Roles")
        if roles.off:
            return [Fact(label, translate("ColleagueFacts", "Roles are off: full access"))]
        held = roles.of(colleague)
        if held is None:
            return [Fact(label, translate("ColleagueFacts", "Not reported"))]
        none = translate("ColleagueFacts", "None: they can't view anything")
        facts = [Fact(label, words.roles(held) or none)]
        if any(role.deleted for role in held):
            facts.append(self._about_deleted_role(colleague))
        return facts

    def _about_deleted_role(self, colleague: Colleague) -> Fact:
        label = translate("ColleagueFacts", "Deleted role")
        if isinstance(colleague, JoinedPerson):
            return Fact(
                label,
                translate(
                    "ColleagueFacts",
                    "It shuts them out: after their next sign-in they can't view anything. Take it "
                    "from them with “Change roles…”.",
                ),
                beneath=True,
            )
        return Fact(
            label,
            translate(
                "ColleagueFacts",
                "Nobody can accept this invite anymore. Delete it and make a new one.",
            ),
            beneath=True,
        )

    def _state(self, colleague: Colleague) -> Pill:
        return words.state(colleague, self._services.clock.latest())
