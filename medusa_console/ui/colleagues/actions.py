"""The actions of the page of colleagues, each from the question to the result."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Final

from pydantic import SecretStr
from PySide6.QtWidgets import QWidget

from medusa_console.domain.colleague import Colleague, JoinedPerson, OpenInvite
from medusa_console.domain.errors import OutcomeUnknown
from medusa_console.domain.policy import Action
from medusa_console.domain.session import read_end
from medusa_console.services.colleagues import ResendLost
from medusa_console.services.trace_looks import Removal
from medusa_console.tasks import Doing
from medusa_console.ui.colleagues.change_roles import ChangeRoles
from medusa_console.ui.colleagues.facts import ColleagueFacts
from medusa_console.ui.colleagues.invite_form import Found, InviteForm
from medusa_console.ui.colleagues.own_password import OwnPassword
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.ask import confirm
from medusa_console.ui.kit.banner import Notice, NoticeAction, NoticeKind
from medusa_console.ui.kit.fact_list import Fact
from medusa_console.ui.kit.submission import Accepted, Stopped
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.once.token import RevealToken
from medusa_console.ui.records.actions import PageAction, PageActions, RowAction
from medusa_console.ui.records.context import PageContext
from medusa_console.ui.words import colleagues as words
from medusa_console.ui.words import labels, what_it_did
from medusa_console.ui.words.colleague_counts import colleague_counts

log = logging.getLogger(__name__)

_RESET_LIFE: Final = timedelta(minutes=15)


class ColleagueActions(PageActions):
    """The actions of the page. `show_keys` shows the keys that a user, by id and name, has made."""

    def __init__(
        self,
        page: QWidget,
        context: PageContext,
        facts: ColleagueFacts,
        show_keys: Callable[[str, str], None],
    ) -> None:
        super().__init__(page, context)
        self._facts = facts
        self._show_keys = show_keys
        self._confirm: Callable[[str], Awaitable[bool]] = context.confirm
        self._keep_pages = context.keep_admin_pages

    @property
    def roles_are_off(self) -> bool:
        """Whether the store is known to use no roles."""
        return self._services.colleague_roles.off

    def is_me(self, colleague: Colleague) -> bool:
        """Whether `colleague` is the signed-in account, which Medusa lets nobody remove."""
        return self._facts.is_me(colleague)

    # Inviting

    async def invite(self) -> Colleague | None:
        """Ask whom to invite, make the invite and show its token once; None if nothing was made."""
        if self._asking.locked():
            return None
        async with self._asking:
            form = InviteForm(self._page, self._services, self._confirm, self._tasks)
            answered = await form.ask()
        match answered:
            case Accepted(made):
                self._start_token(made.invite, made.token)
                return made.invite
            case Found(invite):
                self._tell_found(invite)
                return invite
            case Stopped(email):
                title = self.tr("Stopped waiting for the invite of {email}")
                text = self.tr("It may still go through. Refresh before you try again.")
                self._notify(Notice(NoticeKind.CAUTION, title.format(email=shown(email)), text))
        return None

    def _start_token(self, invite: OpenInvite, token: SecretStr) -> None:
        about = words.invite_token(invite, self._services.store)
        again = NoticeAction(self.tr("Resend invite…"), lambda: self._start_resend(invite))
        self._tasks.start(self._show_once(about, token, invite.id, again))

    def _tell_found(self, invite: OpenInvite) -> None:
        title = self.tr("{email} is invited, but no token arrived").format(
            email=shown(invite.email)
        )
        text = self.tr("The store's answer was lost, and the token with it. Resend the invite.")
        self._notify(self._about_invite(invite, title, text))

    def _about_invite(self, invite: OpenInvite, title: str, text: str) -> Notice:
        again = NoticeAction(self.tr("Resend invite…"), lambda: self._start_resend(invite))
        return Notice(NoticeKind.CAUTION, title, text, actions=(again,), about=invite.id)

    def _start_resend(self, invite: OpenInvite) -> None:
        doing = Doing(_resend_words().format(name=shown(invite.name)), f"resend {invite.id}")
        self.do(lambda: self.resend(invite), doing)

    async def resend(self, colleague: Colleague) -> None:
        """Give the invite a new token, and show that once. Raises NotFound if it is gone."""
        if not isinstance(colleague, OpenInvite):
            return
        action = self.tr("Resend the invite for {email}. Its old token stops working.")
        if not await self._prove(action.format(email=shown(colleague.email))):
            return
        services = self._services
        answered = await services.permissions.write(services.colleagues.resend(colleague))
        self._dismiss(colleague.id)
        if isinstance(answered, ResendLost):
            self._tell_resend_lost(colleague, answered)
        else:
            self._start_token(answered.invite, answered.token)

    def _tell_resend_lost(self, invite: OpenInvite, lost: ResendLost) -> None:
        title = self.tr("No new token arrived for {email}").format(email=shown(invite.email))
        match lost.old_is_dead:
            case True:
                text = self.tr(
                    "The store's answer was lost: the old token is dead, and the new one was not "
                    "seen. Resend the invite once more."
                )
            case False:
                text = self.tr(
                    "The store didn't answer. The old token still worked at {time}, but the "
                    "request may still arrive. Look again before you resend it."
                ).format(time=labels.short_time(self._services.clock.latest()))
            case None:
                text = self.tr(
                    "The store didn't answer. It is not known whether the old token is dead."
                )
        self._notify(self._about_invite(invite, title, text))

    async def delete_invite(self, colleague: Colleague) -> None:
        """Ask, and delete the invite. Raises NotFound if it is gone, OutcomeUnknown if that is not
        proven."""
        if not isinstance(colleague, OpenInvite):
            return
        question = confirm(
            self._page,
            self._services.store,
            self.tr("Delete the invite for “{email}”?").format(email=shown(colleague.email)),
            self.tr("Its token stops working. Somebody who has joined with it stays."),
            action=self.tr("Delete invite"),
            keep=self.tr("Keep invite"),
            danger=True,
            clock=self._tasks.clock,
        )
        if not await self._ask(question):
            return
        services = self._services
        await services.permissions.write(services.colleagues.delete_invite(colleague.id))
        self._dismiss(colleague.id)
        announce(self._page, self.tr("Invite deleted"), assertive=True)

    # People

    async def show_made_keys(self, colleague: Colleague) -> None:
        """Show the keys that `colleague` has made, on their own page."""
        self._show_keys(colleague.id, colleague.name)

    async def change_roles(self, colleague: Colleague) -> None:
        """Read what `colleague` may do now, ask for other roles, and change them."""
        if not isinstance(colleague, JoinedPerson) or self._asking.locked():
            return
        roles, permissions = self._services.colleague_roles, self._services.permissions
        held = await permissions.read(lambda: roles.read(colleague.id))
        offered = await permissions.read(roles.assignable)
        if self._asking.locked():
            return  # another question was asked meanwhile
        async with self._asking:
            dialog = ChangeRoles(
                self._page, self._services, colleague, held, offered, self._confirm, self._tasks
            )
            changed = await dialog.ask()
        if changed and self._facts.is_me(colleague):
            await permissions.refresh()

    async def reset_password(self, colleague: Colleague) -> None:
        """Make a token that sets a new password for `colleague`, and show it once. For oneself,
        set a new password with it."""
        if not isinstance(colleague, JoinedPerson):
            return
        if self.is_me(colleague):
            await self._set_own(colleague)
            return
        who = shown(colleague.name)
        action = self.tr("Reset the password of {who}. Anyone with the token can sign in as {who}.")
        if not await self._prove(action.format(who=who)):
            return
        services = self._services
        again = NoticeAction(self.tr("Reset password…"), lambda: self._start_reset(colleague))
        try:
            token = await services.permissions.write(services.colleagues.reset_token(colleague.id))
        except OutcomeUnknown as lost:
            log.info("a reset token's answer was lost: %s", type(lost.cause).__name__)
            title = self.tr("No token arrived for {who}").format(who=who)
            text = self.tr(
                "The store's answer was lost. Their older tokens may be dead, and nobody has seen "
                "the new one. Ask for another."
            )
            self._notify(
                Notice(NoticeKind.CAUTION, title, text, actions=(again,), about=colleague.id)
            )
            return
        self._dismiss(colleague.id)
        now = services.clock.latest()
        until = read_end(token.get_secret_value()) or now + _RESET_LIFE
        about = words.reset_token(colleague, services.store, until)
        self._tasks.start(self._show_once(about, token, colleague.id, again))

    async def _set_own(self, me: JoinedPerson) -> None:
        if self._asking.locked():
            return
        async with self._asking:
            dialog = OwnPassword(self._page, self._services, me, self._confirm, self._tasks)
            done = await dialog.ask()
        if done:
            announce(self._page, self.tr("Your new password is set"), assertive=True)

    def _start_reset(self, person: JoinedPerson) -> None:
        text = translate("ColleagueActions", "Reset the password of {name}")
        doing = Doing(text.format(name=shown(person.name)), f"reset {person.id}")
        self.do(lambda: self.reset_password(person), doing)

    async def remove(self, colleague: Colleague) -> None:
        """Ask, remove `colleague`, and tell what is left of them: sessions and keys. Raises
        NotFound if they are gone, OutcomeUnknown if that is not proven."""
        if not isinstance(colleague, JoinedPerson):
            return
        services = self._services
        life = services.people.session_life
        until = services.clock.now() + life if life is not None else None
        question = confirm(
            self._page,
            services.store,
            self.tr("Remove “{who}”?").format(who=shown(colleague.name)),
            what_it_did.account_ends(),
            action=self.tr("Remove person"),
            keep=self.tr("Keep person"),
            danger=True,
            clock=self._tasks.clock,
            facts=[
                Fact(self.tr("Email"), colleague.email),
                Fact(self.tr("ID"), colleague.id, code=True),
                Fact(self.tr("Joined"), labels.exact(colleague.created_at)),
            ],
            note=what_it_did.left_of_a_person(until),
        )
        if not await self._ask(question):
            return
        work = services.colleagues.remove_person(colleague.id)
        gone = await services.permissions.write(work)
        self._tell_removed(Removal(colleague, gone))
        services.creators.forget()  # their keys are a deleted user's now

    def _tell_removed(self, removal: Removal) -> None:
        survey, person = self._services.survey, removal.person
        parts = [what_it_did.removed(removal, removal.gone.at)]
        made = len(survey.made_by(person.id))
        if made:
            parts.append(colleague_counts.keys_stay(made))
        title = self.tr("“{who}” was removed").format(who=shown(person.name))
        actions = (
            (
                NoticeAction(
                    self.tr("Show their keys"), lambda: self._show_keys(person.id, person.name)
                ),
            )
            if made or survey.as_of is None
            else ()
        )
        self._notify(
            Notice(NoticeKind.INFO, title, " ".join(parts), actions=actions, about=person.id)
        )

    # Shared

    async def _prove(self, action: str) -> bool:
        """Whether the user has proven who they are, for `action`; no while another question is
        open."""
        if self._asking.locked():
            return False
        async with self._asking:
            return await self._confirm(action)

    async def _show_once(
        self, about: words.TokenWords, token: SecretStr, record_id: str, again: NoticeAction
    ) -> None:
        async with self._asking:
            dialog = RevealToken(
                self._page,
                self._services.store,
                about,
                token,
                copy=self._copy,
                seconds=self._preferences.value.clipboard_seconds,
                session=self._services.session,
                keep_pages=self._keep_pages,
                tasks=self._tasks,
            )
            seen = await dialog.ask()
        if not seen:
            title = self.tr("A token was discarded when the store was locked")
            text = f"{about.heading}. " + self.tr("If you had not copied it, make another.")
            self._notify(Notice(NoticeKind.CAUTION, title, text, actions=(again,), about=record_id))


def page_actions() -> tuple[PageAction[ColleagueActions, Colleague], ...]:
    """The actions that need no colleague."""
    return (
        PageAction(
            Action.INVITE_COLLEAGUE,
            translate("ColleagueActions", "Invite colleague…"),
            "Ctrl+N",
            ColleagueActions.invite,
        ),
    )


def row_actions(
    facts: ColleagueFacts | None = None,
) -> tuple[RowAction[ColleagueActions, Colleague], ...]:
    """The actions on one colleague or invite, the dangerous ones last. `facts` give the words that
    depend on the row."""
    return (
        RowAction(
            Action.SHOW_MADE_KEYS,
            "madeKeys",
            translate("ColleagueActions", "Keys they made"),
            translate("ColleagueActions", "Show the keys of {name}"),
            ColleagueActions.show_made_keys,
            icon="key",
            allowed=_is_person,
            called=None if facts is None else lambda _actions, one: facts.made_keys(one),
        ),
        RowAction(
            Action.RESEND_INVITE,
            "resendInvite",
            translate("ColleagueActions", "Resend invite…"),
            _resend_words(),
            ColleagueActions.resend,
            icon="refresh-cw",
            allowed=lambda _actions, one: isinstance(one, OpenInvite),
        ),
        RowAction(
            Action.CHANGE_ROLES,
            "changeRoles.open",
            translate("ColleagueActions", "Change roles…"),
            translate("ColleagueActions", "Change the roles of {name}"),
            ColleagueActions.change_roles,
            icon="pencil",
            key="F2",
            allowed=lambda actions, one: _is_person(actions, one) and not actions.roles_are_off,
        ),
        RowAction(
            Action.RESET_PASSWORD,
            "resetPassword",
            translate("ColleagueActions", "Reset password…"),
            translate("ColleagueActions", "Reset the password of {name}"),
            ColleagueActions.reset_password,
            icon="rotate-ccw",
            allowed=_is_person,
            called=lambda actions, one: _reset_words(me=actions.is_me(one)),
        ),
        RowAction(
            Action.DELETE_INVITE,
            "deleteInvite.open",
            translate("ColleagueActions", "Delete invite…"),
            translate("ColleagueActions", "Delete the invite for {name}"),
            ColleagueActions.delete_invite,
            icon="trash-2",
            allowed=lambda _actions, one: isinstance(one, OpenInvite),
        ),
        RowAction(
            Action.REMOVE_COLLEAGUE,
            "removePerson.open",
            translate("ColleagueActions", "Remove person…"),
            translate("ColleagueActions", "Remove {name}"),
            ColleagueActions.remove,
            key="Del",
            icon="trash-2",
            allowed=lambda actions, one: _is_person(actions, one) and not actions.is_me(one),
        ),
    )


def _is_person(_actions: ColleagueActions, one: Colleague) -> bool:
    return isinstance(one, JoinedPerson)


def _resend_words() -> str:
    return translate("ColleagueActions", "Resend the invite for {name}")


def _reset_words(*, me: bool) -> str:
    if me:
        return translate("ColleagueActions", "Set a new password…")
    return translate("ColleagueActions", "Reset password…")
