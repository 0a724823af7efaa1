"""Hands a new key over without the clipboard: what that needs, and what a command is given."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from pydantic import SecretStr

from medusa_console.domain.command_line import Command, Finished
from medusa_console.domain.env_file import DEFAULT_NAME
from medusa_console.domain.other_secrets import may_hold_a_secret
from medusa_console.domain.preferences import MOST_SENT_COMMANDS, MOST_STORES_SENT, SentCommand
from medusa_console.domain.store import Store
from medusa_console.services.stores import PreferenceBook
from medusa_console.tasks import limited

if TYPE_CHECKING:
    from medusa_console.clock import Clock
    from medusa_console.ports import Commands, KeyEntries

LIMIT_SECONDS: Final = 60.0


@dataclass(frozen=True)
class HandOver:
    """Where a key can go: to the programs of this computer, and to its keyring. `preferences` hold
    the commands that were used last."""

    commands: Commands
    entries: KeyEntries
    preferences: PreferenceBook

    def used_at(self, store: Store) -> tuple[SentCommand, ...]:
        """The commands that keys of `store` were sent to, the last one first."""
        return self.preferences.value.sent.get(store.id, ())

    def remember(self, store: Store, sent: SentCommand) -> None:
        """Remember that a key of `store` was sent to this command, unless its line may hold a
        secret."""
        if may_hold_a_secret(sent.line):
            return
        all_sent = dict(self.preferences.value.sent)
        before = all_sent.pop(store.id, ())
        others = (one for one in before if one.line != sent.line)
        all_sent[store.id] = (sent, *others)[:MOST_SENT_COMMANDS]
        while len(all_sent) > MOST_STORES_SENT:
            del all_sent[next(iter(all_sent))]
        self.preferences.change(replace(self.preferences.value, sent=all_sent))


async def send(
    commands: Commands, command: Command, key: SecretStr, *, newline: bool, clock: Clock
) -> Finished | None:
    """Run `command` with `key` on its standard input, and a line break if it wants one. None: it
    was killed after LIMIT_SECONDS. Raises UnusableCommand. Cancelling kills the command."""
    text = SecretStr(f"{key.get_secret_value()}\n") if newline else key
    return await limited(commands.run(command, text), LIMIT_SECONDS, clock)


def environment_line(key: SecretStr) -> SecretStr:
    """The line that sets an environment variable to `key`."""
    return SecretStr(f"{DEFAULT_NAME}={key.get_secret_value()}")


def header(key: SecretStr) -> SecretStr:
    """The header of a request that `key` signs: the key is the user, the password is empty."""
    coded = b64encode(f"{key.get_secret_value()}:".encode()).decode()
    return SecretStr(f"Authorization: Basic {coded}")


def unseen_line(*, windows: bool) -> str:
    """What reads a key into a variable at a prompt, so that the key is neither seen nor kept in a
    history of commands. Holds no key."""
    if windows:
        read = "(New-Object Net.NetworkCredential('', (Read-Host -AsSecureString))).Password"
        return f"$env:{DEFAULT_NAME} = {read}"
    return f"read -rs {DEFAULT_NAME} && export {DEFAULT_NAME}"
