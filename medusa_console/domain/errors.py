"""The expected failures; each has its words in ui/words/errors.py.

    ConsoleError
    ├── UnsafeAddress          a store address that must not be used; says why
    ├── ReadOnly               the store is read-only on this computer; nothing was sent
    ├── UnusableCertificates   the store's CA file cannot be read, or holds no certificate
    ├── UnusableStoreFile      a list of stores cannot be read from, or written to, a file
    ├── UnusableLeak           a text that may be a leak cannot be read
    ├── UnusableEnvFile        a key cannot be written to this file of variables
    ├── UnusableCommand        a key cannot be sent to this command
    ├── Unreachable            no answer: no such name, refused, timeout, network, proxy
    ├── UntrustedCertificate   TLS: unknown issuer, wrong host, expired, too old, plain http
    ├── NotMedusa              an answer came, but not from a Medusa
    │   ├── Redirected         a redirect, which is never followed
    │   ├── Intercepted        a firewall's or a proxy's answer
    │   ├── NoSuchRoute        Express's page for an unknown route, or a version without it
    │   ├── Unreadable         broken HTTP, or an encoding that is not read
    │   └── TooBig             larger than the cap; not read to the end
    ├── NotASession            a 200 at sign-in that opens no session
    │   ├── MfaRequired        a second factor is asked for; carries the challenge
    │   ├── VerificationRequired  the email must be verified; carries the token for that
    │   ├── ProviderRequired   sign-in goes through a third party
    │   ├── NoAdminAccount     the identity exists, an admin account does not
    │   ├── OtherAccount       the credentials are not those of who is signed in
    │   ├── CustomerLogin      the credentials are a customer's
    │   └── NoCustomer         the identity exists, a customer does not
    ├── ProviderFailed         no answer came back from a provider's page; says why
    ├── Refused                the server refused and did nothing
    │   ├── WrongPassword
    │   ├── WrongCode          a second factor's or a verification's code
    │   ├── ChallengeOver      the second factor has to be asked for anew
    │   ├── CallbackRefused    a provider must not lead back to this program
    │   ├── ProviderRefused    the store does not accept the provider's answer
    │   ├── TokenRefused       of an invite or a new password: used, replaced, expired
    │   ├── CodeNeeded         turning two-step sign-in off needs a code, too
    │   ├── NoTwoStep          the server cannot have two-step sign-in
    │   ├── EmailTaken         the email belongs to a sign-in already
    │   ├── NoPassword         the account has no login with a password
    │   ├── KeyRefused         the store does not accept this publishable key
    │   ├── NoSalesChannel     the publishable key has no sales channel
    │   ├── SignInNeeded       401: the session is over
    │   │   └── MfaNeeded      401: the session has no second factor, and needs one
    │   ├── Forbidden          403; names the missing permissions if the server does
    │   │   └── PermissionGranted  the role has the permission by now
    │   ├── NotFound           404, or the 200 `{}` that Medusa gives for an unknown id
    │   │   └── AccountGone    the signed-in account was deleted; its session still works
    │   ├── Invalid            400, 413, 415, 422, 431: the input
    │   │   ├── OneSecretKey   Medusa before 2.11: another secret key works still
    │   │   ├── EndFixed       Medusa before 2.11: the end of a secret key stays as it is
    │   │   └── NotSendable    refused by the program itself; nothing was sent
    │   ├── Conflict           409
    │   └── TooManyRequests    429
    ├── ServerFault            5xx on a read
    ├── OutcomeUnknown         a write was sent, but its outcome is not proven
    │   └── NotDone            a later look showed that it was not done then
    ├── TooManyKeys            more keys match than are done at once; nothing was sent
    ├── VaultUnavailable       the operating system's keyring is missing, locked or unreliable
    ├── JournalUnavailable     pending operations cannot be saved
    ├── ReceiptsUnwritable     what becomes of many keys cannot be written down
    ├── ExportUnwritable       a file that the user wants cannot be written
    └── ProfileUnwritable      stores or preferences cannot be saved

No error carries a password, a request body or a customer's data. A token is carried only by those
that say what a sign-in needs more, as a SecretStr, and no other request takes it.
"""

from __future__ import annotations

from datetime import datetime
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # pydantic, which is behind both, would delay the first paint
    from pydantic import SecretStr

    from medusa_console.domain.mfa import MfaChallenge


class ConsoleError(Exception):
    """Base of every expected failure."""


class AddressFault(Enum):
    """Why an address is not used. A comment names the `value` of UnsafeAddress."""

    EMPTY = auto()
    NO_SCHEME = auto()  # an address that may be meant
    SCHEME = auto()
    NOT_ENCRYPTED = auto()
    PATH = auto()  # the address without the path
    NEVER_EXISTS = auto()
    PROXY_EMPTY = auto()
    PROXY_SCHEME = auto()
    PROXY_PORT = auto()  # the host
    PROXY_PATH = auto()  # the address without the path
    TOO_LONG = auto()
    CHARACTER = auto()
    INCOMPLETE = auto()
    USER_INFO = auto()
    QUERY = auto()
    BRACKETS = auto()
    HOST = auto()
    LOCALHOST = auto()
    NOT_A_NAME = auto()
    NOT_IPV6 = auto()
    IPV6_FORM = auto()
    NOT_IPV4 = auto()
    NO_SERVER = auto()
    MOVED = auto()


class UnsafeAddress(ConsoleError):
    """`value` is what the words about `fault` quote of the address as typed."""

    def __init__(self, fault: AddressFault, value: str = "") -> None:
        super().__init__(fault.name)
        self.fault = fault
        self.value = value


class ReadOnly(ConsoleError):
    """The store is read-only on this computer: the request was not sent."""


class FileFault(Enum):
    """Why a file that the user chose cannot be used."""

    NO_FILE = auto()
    TOO_LARGE = auto()
    MISSING = auto()
    NOT_ALLOWED = auto()
    UNREADABLE = auto()
    NO_CONTENT = auto()
    TRUSTED = auto()  # OpenSSL's own form of a certificate
    PKCS7 = auto()
    PKCS7_DER = auto()
    PKCS12 = auto()


class UnusableCertificates(ConsoleError):
    """`path` is the CA file."""

    def __init__(self, path: str, fault: FileFault) -> None:
        super().__init__(f"{path}: {fault.name}")
        self.path = path
        self.fault = fault


class UnusableStoreFile(ConsoleError):
    """`name` is the file's. `detail` is the operating system's reason, if it gave one."""

    def __init__(self, name: str, fault: FileFault, detail: str = "") -> None:
        super().__init__(f"{name}: {fault.name} {detail}".strip())
        self.name = name
        self.fault = fault
        self.detail = detail


class LeakFault(Enum):
    """Why a text that may be a leak is not read."""

    LONG_TEXT = auto()  # pasted: to be chosen as a file instead
    FOLDER = auto()
    NO_FILE = auto()
    TOO_LARGE = auto()
    MISSING = auto()
    NOT_ALLOWED = auto()
    UNREADABLE = auto()
    SHRUNK = auto()  # it became shorter while it was read


class UnusableLeak(ConsoleError):
    """`name` is the file's, "" for a pasted text."""

    def __init__(self, name: str, fault: LeakFault) -> None:
        super().__init__(f"{name}: {fault.name}")
        self.name = name
        self.fault = fault


class EnvFault(Enum):
    """Why a key is not written to a file. A comment names the `detail` of UnusableEnvFile."""

    RELATIVE = auto()
    FOLDER = auto()
    NO_FILE = auto()
    NO_PLACE = auto()  # its folder does not exist
    BROKEN_LINK = auto()
    TOO_LARGE = auto()
    NO_TEXT = auto()
    READ_ONLY = auto()
    NOT_OURS = auto()
    NOT_ALLOWED = auto()
    UNREADABLE = auto()  # the operating system's reason
    CHANGED = auto()
    NOT_WRITTEN = auto()  # the operating system's reason
    TWICE = auto()  # two numbers of lines
    NAME = auto()


class UnusableEnvFile(ConsoleError):
    """A key cannot be written to a file of variables; nothing was written. `detail` is never a
    part of the file."""

    def __init__(self, fault: EnvFault, detail: str = "") -> None:
        super().__init__(f"{fault.name} {detail}".strip())
        self.fault = fault
        self.detail = detail


class CommandFault(Enum):
    """Why a command does not run. A comment names the `detail` of UnusableCommand."""

    EMPTY = auto()
    TOO_LONG = auto()
    QUOTE = auto()
    KEY = auto()
    SHELL = auto()  # the word that only a shell understands
    CHARACTER = auto()
    RELATIVE = auto()
    NOT_FOUND = auto()
    NOT_A_PROGRAM = auto()
    NO_FOLDER = auto()
    NOT_STARTED = auto()  # the operating system's reason


class UnusableCommand(ConsoleError):
    """A key cannot be sent to a command, which did not run."""

    def __init__(self, fault: CommandFault, detail: str = "") -> None:
        super().__init__(f"{fault.name} {detail}".strip())
        self.fault = fault
        self.detail = detail


class NoAnswer(Enum):
    """Why no answer came."""

    NO_SUCH_NAME = "no such name"
    REFUSED = "connection refused"
    TIMEOUT = "no answer in time"
    NETWORK = "network failure"
    DISCONNECTED = "connection lost"
    PROXY = "proxy failure"
    PROXY_SETTING = "the computer's proxy setting cannot be used"
    SOCKS = "the computer's proxy setting names a SOCKS proxy"
    PROXY_SIGN_IN = "the proxy asks for a sign-in of another kind"
    PROXY_PASSWORD = "the proxy asks for a password"  # noqa: S105  # words, no password


class Unreachable(ConsoleError):
    """`sent` is False only if nothing of the request can have left this computer. `of_computer`:
    the proxy is the one of the computer's settings, not the store's own."""

    def __init__(
        self,
        host: str,
        why: NoAnswer,
        *,
        sent: bool,
        seconds: float = 0.0,
        detail: str = "",
        of_computer: bool = False,
    ) -> None:
        super().__init__(f"{host}: {why.value}")
        self.host = host
        self.why = why
        self.sent = sent
        self.seconds = seconds
        self.detail = detail
        self.of_computer = of_computer


class CertificateFault(Enum):
    """What was wrong with the encryption."""

    UNKNOWN_ISSUER = "unknown issuer"
    WRONG_HOST = "wrong host"
    EXPIRED = "expired"
    NOT_YET_VALID = "not yet valid"
    TOO_OLD = "encryption too old"
    PLAIN_HTTP = "this port speaks http"
    OTHER = "certificate not accepted"


class UntrustedCertificate(ConsoleError):
    """The TLS handshake failed, so nothing was sent."""

    def __init__(self, host: str, fault: CertificateFault, *, detail: str) -> None:
        super().__init__(f"{host}: {fault.value}")
        self.host = host
        self.fault = fault
        self.detail = detail


class NotMedusa(ConsoleError):
    """`detail` is technical and free of secrets."""

    def __init__(self, host: str, detail: str) -> None:
        super().__init__(f"{host}: {detail}")
        self.host = host
        self.detail = detail


class Redirected(NotMedusa):
    """`target` is the origin that the server redirects to."""

    def __init__(self, host: str, target: str) -> None:
        super().__init__(host, f"redirect to {target}")
        self.target = target


class NoSuchRoute(NotMedusa):
    """The store does not have this route, or a gateway says so."""


class Intercepted(NotMedusa):
    """Something in front of the store answered with `status`, such as a firewall or a proxy.

    `retry_after` is in seconds, 0 when the answer gives none. `asks`: it asks for credentials of
    its own, which no Medusa does.
    """

    def __init__(
        self,
        host: str,
        status: int,
        detail: str,
        *,
        retry_after: float = 0.0,
        asks: bool = False,
    ) -> None:
        super().__init__(host, detail)
        self.status = status
        self.retry_after = retry_after
        self.asks = asks


class AnswerFault(Enum):
    """Why an answer cannot be read. A comment names the `value` of Unreadable."""

    HEADER_LINE = auto()  # the line's name
    ENCODED = auto()  # the encoding
    BROKEN_ENCODING = auto()  # the encoding
    CRUMBS = auto()


class Unreadable(NotMedusa):
    """`value` is what the words about `fault` quote of the answer's head."""

    def __init__(self, host: str, fault: AnswerFault, value: str) -> None:
        super().__init__(host, f"{fault.name} {value[:60]}".strip())
        self.fault = fault
        self.value = value[:60]


class TooBig(NotMedusa):
    """The answer was longer than `limit` bytes and was not read to the end."""

    def __init__(self, host: str, limit: int) -> None:
        super().__init__(host, f"answer larger than {limit} bytes")
        self.limit = limit


class NotASession(ConsoleError):
    """The server accepted the credentials but opened no session."""


class MfaRequired(NotASession):
    """The server requires a second factor, which meets `challenge`."""

    def __init__(self, challenge: MfaChallenge) -> None:
        super().__init__("a second factor is needed")
        self.challenge = challenge


class VerificationRequired(NotASession):
    """The email must be verified first. With `token`, a code can be asked for; `requested`: one has
    been asked for already."""

    def __init__(self, token: SecretStr, *, requested: bool) -> None:
        super().__init__("the email must be verified")
        self.token = token
        self.requested = requested


class ProviderRequired(NotASession):
    """Sign-in continues at a third party."""


class NoAdminAccount(NotASession):
    """The identity exists, but no admin user belongs to it (an invite not yet accepted, or the
    first sign-in through a provider). `token` is the identity's; `email` is the provider's, else
    as typed, and "" if neither is known."""

    def __init__(self, token: SecretStr, email: str) -> None:
        super().__init__("no admin account")
        self.token = token
        self.email = email


class CustomerLogin(NotASession):
    """The credentials are a customer's."""


class OtherAccount(NotASession):
    """The credentials are another account's than the one that is signed in."""


class NoCustomer(NotASession):
    """The identity exists, but no customer belongs to it (an unfinished registration)."""


class ProviderFault(Enum):
    """Why no answer came back from a provider's page. A comment names the `detail` of
    ProviderFailed."""

    UNSAFE_PAGE = auto()
    NO_STATE = auto()
    LEADS_ELSEWHERE = auto()
    NO_PORT = auto()  # the operating system's reason
    NO_BROWSER = auto()
    BUSY = auto()
    DENIED = auto()  # the provider's code for it
    NO_ACCOUNT = auto()
    TOO_LATE = auto()


class ProviderFailed(ConsoleError):
    """A sign-in through a provider ended before the store was asked; nobody is signed in."""

    def __init__(self, fault: ProviderFault, detail: str = "") -> None:
        super().__init__(f"{fault.name} {detail}".strip())
        self.fault = fault
        self.detail = detail


class Refused(ConsoleError):
    """The server refused and did nothing. `message` is its own text, safe to show."""

    def __init__(self, message: str = "", *, status: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.status = status


class WrongPassword(Refused):
    """The server did not accept email or password."""


class WrongCode(Refused):
    """The server did not accept the code; `late` if it says that the code has expired."""

    def __init__(self, message: str = "", *, status: int = 0, late: bool = False) -> None:
        super().__init__(message, status=status)
        self.late = late


class ChallengeEnd(Enum):
    """Why a challenge takes no code any more."""

    TOO_MANY = auto()  # failed attempts
    COMPLETED = auto()  # by an earlier code, whose answer may have been lost
    GONE = auto()  # expired, or the server was restarted
    METHOD = auto()  # it does not take this kind of code


class ChallengeOver(Refused):
    """The second factor has to be asked for anew, with the password; `end` says why."""

    def __init__(self, end: ChallengeEnd, *, status: int) -> None:
        super().__init__(status=status)
        self.end = end


class CallbackRefused(Refused):
    """The store's configuration names the addresses that the provider may lead back to, and this
    program's is none of them."""


class ProviderRefused(Refused):
    """The store did not accept what the provider answered: too late, used, or broken."""


class TokenRefused(Refused):
    """The token of an invite or of a new password is not accepted: it was used, a newer one has
    replaced it, it is over, or another store gave it. Medusa does not tell which."""


class CodeNeeded(Refused):
    """The server turns two-step sign-in off only with a code."""


class NoTwoStepFault(Enum):
    """Why a server cannot have two-step sign-in."""

    TOO_OLD = auto()
    NO_KEY = auto()
    LONG_CODES = auto()


class NoTwoStep(Refused):
    """The server cannot have two-step sign-in, or has codes that cannot be entered here."""

    def __init__(self, fault: NoTwoStepFault) -> None:
        super().__init__(fault.name)
        self.fault = fault


class EmailTaken(Refused):
    """An identity or an account with this email exists already."""


class NoPassword(Refused):
    """No login with a password belongs to the email of the account."""


class KeyRefused(Refused):
    """The publishable key is unknown to the store, revoked, or missing."""


class NoSalesChannel(Refused):
    """The publishable key belongs to no sales channel, so the store names no products."""


class SignInNeeded(Refused):
    """The session has expired or is no longer accepted.

    With a `doubt`, the answer could also be from something in front of the store: it may end a
    session, but proves nothing about the request itself.
    """

    def __init__(
        self, message: str = "", *, status: int = 401, doubt: Intercepted | None = None
    ) -> None:
        super().__init__(message, status=status)
        self.doubt = doubt


class MfaNeeded(SignInNeeded):
    """The session was opened without a second factor, which the server requires. A refresh does
    not add one: password and code do."""


class Forbidden(Refused):
    """`required` names the missing permissions (`api_key:create`); empty where the store names
    none, as Medusa 2.15 to 2.21 does for a token without roles."""

    def __init__(self, message: str = "", *, required: tuple[str, ...] = ()) -> None:
        super().__init__(message, status=403)
        self.required = required


class PermissionGranted(Forbidden):
    """The role was granted the permission meanwhile, and the session has taken it up."""


class NotFound(Refused):
    """The requested record does not exist (any more)."""


class AccountGone(NotFound):
    """The signed-in account was deleted. Medusa accepts its session until `until` all the same."""

    def __init__(self, until: datetime) -> None:
        super().__init__(status=404)
        self.until = until


class Invalid(Refused):
    """The input was not accepted; `field` names the faulty one if the server does."""

    def __init__(self, message: str = "", *, field: str = "", status: int = 400) -> None:
        super().__init__(message, status=status)
        self.field = field


class InputFault(Enum):
    """Why the program itself does not send what was entered."""

    NOT_AN_ID = auto()
    HALF_CHARACTER = auto()
    TOO_LONG = auto()
    KEY_IN_ADDRESS = auto()
    KEY_IN_TITLE = auto()
    KEY_IN_DETAILS = auto()
    NO_SIGN_IN = auto()
    END_OUT_OF_RANGE = auto()
    ALREADY_REVOKED = auto()


class OneSecretKey(Invalid):
    """Medusa before 2.11 creates no secret key while another one works, also one that is to end."""


class EndFixed(Invalid):
    """Medusa before 2.11 changes nothing of a secret key that is to end: it works until `end`."""

    def __init__(self, message: str, end: datetime, *, status: int) -> None:
        super().__init__(message, status=status)
        self.end = end


class NotSendable(Invalid):
    """The program refused the input itself; nothing was sent."""

    def __init__(self, fault: InputFault, *, field: str = "") -> None:
        super().__init__(fault.name, field=field, status=0)
        self.fault = fault


class Conflict(Refused):
    """409: another request changed the record first."""


class TooManyRequests(Refused):
    """429; `retry_after` in seconds, 0 when the server gives none."""

    def __init__(self, message: str = "", *, retry_after: float = 0.0) -> None:
        super().__init__(message, status=429)
        self.retry_after = retry_after


class ServerFault(ConsoleError):
    """The server failed at a read (5xx); nothing was changed. `retry_after` is in seconds, 0 when
    the answer gives none."""

    def __init__(self, host: str, status: int, *, retry_after: float = 0.0) -> None:
        super().__init__(f"{host}: {status}")
        self.host = host
        self.status = status
        self.retry_after = retry_after


class OutcomeUnknown(ConsoleError):
    """A write may or may not have happened; `cause` tells how the proof was lost."""

    def __init__(self, cause: ConsoleError, *, at: datetime) -> None:
        super().__init__(str(cause))
        self.cause = cause
        self.at = at


class NotDone(OutcomeUnknown):
    """A look after the lost answer showed that the write was not done by `at`; it still may be."""


class KeyringFault(Enum):
    """Why the keyring was of no use."""

    NO_KEYRING = auto()
    NOT_KEPT = auto()
    SLOW = auto()
    LOCKED = auto()
    NOT_OPENED = auto()
    FAILED = auto()
    TOO_LARGE = auto()
    NOT_REMOVED = auto()
    UNFIT = auto()
    OF_DEMO = auto()


class VaultUnavailable(ConsoleError):
    """`detail` is technical; `entry` names the keyring entry that may be left. `of_proxy`: the
    failure concerns a proxy's password, not a session."""

    def __init__(
        self, fault: KeyringFault, detail: str = "", *, entry: str = "", of_proxy: bool = False
    ) -> None:
        super().__init__(f"{fault.name} {detail}".strip())
        self.fault = fault
        self.detail = detail
        self.entry = entry
        self.of_proxy = of_proxy

    def about(self, *, entry: str = "", of_proxy: bool = False) -> VaultUnavailable:
        """The same failure of a call about `entry`."""
        return VaultUnavailable(self.fault, self.detail, entry=entry, of_proxy=of_proxy)


class JournalUnavailable(ConsoleError):
    """Nothing was sent: a secret key is not created without its pending line. `in_use`: another
    program holds the journal."""

    def __init__(self, detail: str, *, in_use: bool = False) -> None:
        super().__init__(detail)
        self.in_use = in_use


class TooManyKeys(ConsoleError):
    """More keys match than can be handled at once, which are `most`."""

    def __init__(self, most: int) -> None:
        super().__init__(f"more than {most} keys")
        self.most = most


class ExportFault(Enum):
    """Why a file that the user wants was not written."""

    NO_PLACE = auto()
    FOLDER = auto()
    NOT_ALLOWED = auto()
    FULL = auto()
    OTHER = auto()


class ExportUnwritable(ConsoleError):
    """No file was written, and an earlier one is as it was. `name` is the file's, `detail` the
    operating system's reason, if it gave one."""

    def __init__(self, name: str, fault: ExportFault, detail: str = "") -> None:
        super().__init__(f"{fault.name} {detail}".strip())
        self.name = name
        self.fault = fault
        self.detail = detail


class ReceiptsUnwritable(ConsoleError):
    """A receipt is not on the disk, and the record it is about was not deleted."""


class ProfileUnwritable(ConsoleError):
    """The change was not saved, and lasts until the program is closed."""
