"""What a text that may be a leak holds: keys, and other secrets. Nothing here is ever printed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from medusa_console.domain.key_state import KeyType
from medusa_console.domain.tokens import Form, TokenKind

if TYPE_CHECKING:
    from pydantic import SecretStr

    from medusa_console.domain.api_key import ApiKey

MOST_KEYS: Final = 1_000
"""So many keys of one text are listed; the others are counted."""
MOST_PLACES: Final = 20
"""So many places of one key are told; `FoundKey.count` counts all."""
MOST_OTHERS: Final = 200
LONGEST_FIELD: Final = 200
"""Characters of a field that a stranger wrote: a name, a file, an author."""


@dataclass(frozen=True)
class Place:
    """Where something stood. `line` counts from 1; 0 where it is unknown. `name` is what it was
    assigned to (`MEDUSA_API_KEY`). The rest comes from the report of a secret scanner; `commit` is
    the beginning of its hash. All texts are strangers', masked and cut to LONGEST_FIELD characters;
    a screen passes them to `shown`.
    """

    line: int = 0
    name: str = ""
    repository: str = ""
    file: str = ""
    commit: str = ""
    author: str = ""
    date: str = ""

    @property
    def outside(self) -> bool:
        """Whether others know the place too: otherwise it is a line of a text alone."""
        return bool(self.repository or self.file or self.commit)


@dataclass(frozen=True)
class FoundKey:
    """A key that stands in a text, whole, cut short or in its redacted form.

    `shown` is the redacted form; of a cut key its first 6 characters. Only a whole key has a
    `secret`, which is the token itself, also for a publishable key. `id` tells keys apart and gives
    nothing away. `places` are the first MOST_PLACES of `count`.
    """

    id: str
    kind: TokenKind
    form: Form
    shown: str
    secret: SecretStr | None = field(default=None, repr=False)
    places: tuple[Place, ...] = ()
    count: int = 1

    @property
    def type(self) -> KeyType:
        """The type of the key, by its prefix."""
        return KeyType.SECRET if self.kind is TokenKind.SECRET else KeyType.PUBLISHABLE

    def may_be(self, key: ApiKey) -> bool:
        """Whether `key` is of this type and looks the same in its redacted form, as far as this
        one shows it. A whole publishable key must be the key's own token."""
        if key.type is not self.type:
            return False
        if self.secret is not None and key.token is not None:
            return key.token.get_secret_value() == self.secret.get_secret_value()
        if self.form is Form.CUT:
            return key.redacted.startswith(self.shown[:6])
        return key.redacted == self.shown


class OtherKind(Enum):
    """A secret that is not ended by revoking a key."""

    JWT_SECRET = auto()
    COOKIE_SECRET = auto()
    DATABASE = auto()  # an address with a password
    REDIS = auto()  # an address with a password
    SESSION = auto()  # eyJ…: `whose` and `until` are read from it
    RESET_LINK = auto()
    INVITE_LINK = auto()
    PRIVATE_KEY = auto()
    OTHER_SERVICE = auto()  # `whose` names the service


@dataclass(frozen=True)
class OtherSecret:
    """Another secret in a text. `masked` shows that it is there and gives nothing away. `whose` is
    an account's id or a service's name, `until` the end of a session."""

    kind: OtherKind
    place: Place
    masked: str
    whose: str = ""
    until: datetime | None = None


class ReportFormat(Enum):
    """The reports of secret scanners that are understood."""

    GITLEAKS = "gitleaks"
    SARIF = "SARIF"
    TRUFFLEHOG = "TruffleHog"
    GGSHIELD = "ggshield"
    GITHUB = "GitHub secret scanning"


@dataclass(frozen=True)
class Reading:
    """What was read from one text: pasted, or of the file `name`.

    `keys` are at most MOST_KEYS of `key_count`, each once, in the order of the text; `others` at
    most MOST_OTHERS of `other_count`. `size` is in bytes. `stopped`: the user stopped it before the
    end. `report` is the format of a scanner's report, None for any other text. `excerpt` are the
    first lines as they may be shown: without keys and values.
    """

    keys: tuple[FoundKey, ...]
    key_count: int
    others: tuple[OtherSecret, ...] = ()
    other_count: int = 0
    name: str = ""
    lines: int = 0
    size: int = 0
    stopped: bool = False
    report: ReportFormat | None = None
    excerpt: tuple[str, ...] = field(default=(), repr=False)
