"""The words for enums, dates and counts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import wraps
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale

from medusa_console.domain.key_state import KeyState, KeyType, StateKind
from medusa_console.domain.moments import is_known
from medusa_console.domain.query import AccountFilter, StateFilter
from medusa_console.domain.store import DEMO_STORE, Environment
from medusa_console.services.creators import Creator, CreatorKind
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.words.counts import counts

if TYPE_CHECKING:
    from medusa_console.domain.api_key import ApiKey
    from medusa_console.domain.customer import Customer

_MOST_CHANNELS = 20
_DAYS_AS_DAYS = 90
_DAYS_AHEAD = 999
_MONTHS_AS_MONTHS = 23
_ID_END = 4


def key_type(kind: KeyType) -> str:
    """'Secret' or 'Publishable'."""
    return (
        translate("labels", "Secret")
        if kind is KeyType.SECRET
        else translate("labels", "Publishable")
    )


def environment(kind: Environment) -> str:
    """'Live', 'Staging', 'Development', 'Demo'."""
    return {
        Environment.LIVE: translate("labels", "Live"),
        Environment.STAGING: translate("labels", "Staging"),
        Environment.DEVELOPMENT: translate("labels", "Development"),
        Environment.DEMO: translate("labels", "Demo"),
    }[kind]


def state_filter(kind: StateFilter) -> str:
    """The words of the state menu."""
    return {
        StateFilter.ALL: translate("labels", "All"),
        StateFilter.WORKING: translate("labels", "Active"),
        StateFilter.WORKS_UNTIL: translate("labels", "Works until…"),
        StateFilter.REVOKED: translate("labels", "Revoked"),
    }[kind]


def account_filter(kind: AccountFilter) -> str:
    """The words of the account menu."""
    return {
        AccountFilter.ALL: translate("labels", "All"),
        AccountFilter.ACCOUNT: translate("labels", "Account"),
        AccountFilter.GUEST: translate("labels", "Guest"),
    }[kind]


def account(customer: Customer, *, shares_email: bool) -> str:
    """'Account' or 'Guest'; with `shares_email`, also that the other exists with the same email."""
    return _accounts()[customer.has_account, shares_email]


def accounts() -> list[str]:
    """All words of `account`."""
    return list(_accounts().values())


def _accounts() -> dict[tuple[bool, bool], str]:
    return {
        (True, False): translate("labels", "Account"),
        (True, True): translate("labels", "Account · also a guest"),
        (False, False): translate("labels", "Guest"),
        (False, True): translate("labels", "Guest · also an account"),
    }


def state(value: KeyState) -> str:
    """'Active', 'Works until 18:40' (today), 'Works until 24 Nov', 'Revoked 3 Nov'."""
    match value.kind:
        case StateKind.ACTIVE:
            return translate("labels", "Active")
        case StateKind.WORKS_UNTIL if value.at is not None:
            return translate("labels", "Works until {when}").format(when=_day_or_time(value.at))
        case StateKind.REVOKED if value.at is not None and is_known(value.at):
            return translate("labels", "Revoked {when}").format(when=short_day(value.at))
        case _:
            return translate("labels", "Revoked")


def creator(value: Creator) -> str:
    """The creator of a key: a name, 'Medusa', 'Deleted user', 'You' or 'User …4DET' where names may
    not be read."""
    match value.kind:
        case CreatorKind.MEDUSA:
            return translate("labels", "Medusa")
        case CreatorKind.DELETED:
            return translate("labels", "Deleted user")
        case CreatorKind.DELETED_KEY:
            return translate("labels", "Deleted key")
        case CreatorKind.KEY:
            return translate("labels", "Key “{title}”").format(title=value.name)
        case CreatorKind.YOU:
            return translate("labels", "You")
        case CreatorKind.NOT_YET:
            return "…"
        case CreatorKind.UNKNOWN:
            return _unnamed(value.name)
        case _:
            return value.name


def _unnamed(actor_id: str) -> str:
    end = actor_id[-_ID_END:]
    if actor_id.startswith("apk_"):
        return translate("labels", "Key …{end}").format(end=end)
    return translate("labels", "User …{end}").format(end=end)


def host(name: str) -> str:
    """The host of a store's address; for the demo store, which has no real one, its name."""
    return demo_store() if name == DEMO_STORE.host else name


def demo_store() -> str:
    """The name of the demo store."""
    return translate("labels", "Demo store")


def set_by_administrator() -> str:
    """Why a setting cannot be changed: `defaults.json` fixes it."""
    return translate("labels", "Set by your administrator")


def inside(words: str) -> str:
    """`words` as they stand inside a sentence. English writes their first letter small; other
    languages keep the capital letters of their nouns."""
    english = QLocale().language() == QLocale.Language.English
    return words[:1].lower() + words[1:] if english else words


def keyring(name: str) -> str:
    """What people call the keyring of that name in their language."""
    return {
        "Windows Credential Manager": translate("labels", "Windows Credential Manager"),
        "macOS Keychain": translate("labels", "macOS Keychain"),
    }.get(name, name)


def channels(key: ApiKey) -> str:
    """The names of a publishable key's sales channels; '' for a secret key."""
    if key.type is KeyType.SECRET:
        return ""
    names = [channel.name or channel.id for channel in key.sales_channels[:_MOST_CHANNELS]]
    if rest := len(key.sales_channels) - len(names):
        names.append(counts.more(rest))
    return ", ".join(names) or translate("labels", "None. Storefront requests will fail.")


def _of_known_dates(words: Callable[[datetime], str]) -> Callable[[datetime], str]:
    """`words`, but 'unknown date' for a time that no store can have meant."""

    @wraps(words)
    def told(moment: datetime) -> str:
        return words(moment) if is_known(moment) else translate("labels", "unknown date")

    return told


def ago(moment: datetime, now: datetime | None = None) -> str:
    """'just now', '5 min ago', '2 days ago', '8 months ago', '2 years ago'."""
    if not is_known(moment):
        return translate("labels", "unknown date")
    now = now or datetime.now(UTC)
    seconds = (now - moment).total_seconds()
    if seconds < 60:
        return translate("labels", "just now")
    minutes, hours, days = int(seconds // 60), int(seconds // 3600), int(seconds // 86400)
    if minutes < 60:
        return counts.minutes_ago(minutes)
    if hours < 24:
        return counts.hours_ago(hours)
    if days <= _DAYS_AS_DAYS:
        return counts.days_ago(days)
    months = round(days / 30.44)
    if months <= _MONTHS_AS_MONTHS:
        return counts.months_ago(months)
    return counts.years_ago(max(2, days // 365))


def longest_ages() -> list[str]:
    """The longest words of `ago`, for which a column has room."""
    return [
        translate("labels", "unknown date"),
        translate("labels", "just now"),
        counts.minutes_ago(59),
        counts.hours_ago(23),
        counts.days_ago(_DAYS_AS_DAYS),
        counts.months_ago(_MONTHS_AS_MONTHS),
        counts.years_ago(20),
    ]


def longest_states() -> list[str]:
    """The longest words of `state` for a key that has stopped working."""
    year = datetime.now(UTC).year - 1
    moments = (datetime(year, month, 28, tzinfo=UTC) for month in range(1, 13))
    return [state(KeyState(StateKind.REVOKED, moment)) for moment in moments]


def ahead(moment: datetime, now: datetime | None = None) -> str:
    """'in 5 min', 'in 23 hours', 'in 2 days', for a time to come."""
    if not is_known(moment):
        return translate("labels", "unknown date")
    minutes = int((moment - (now or datetime.now(UTC))).total_seconds() // 60)
    if minutes < 1:
        return translate("labels", "in less than a minute")
    if minutes < 60:
        return counts.in_minutes(minutes)
    if minutes < 24 * 60:
        return counts.in_hours(minutes // 60)
    return counts.in_days(minutes // (24 * 60))


def ends_in(moment: datetime, now: datetime) -> str:
    """As `ahead`, shorter: the last minute is 'in 1 min' as well, and far ends are 'in 8 years'."""
    days = (moment - now).days
    if days > _DAYS_AHEAD and is_known(moment):
        return counts.in_years(round(days / 365.25))
    return ahead(max(moment, now + timedelta(minutes=1)), now)


def longest_waits() -> list[str]:
    """The longest words of `ends_in`, for which a column has room."""
    return [counts.in_minutes(59), counts.in_hours(23), counts.in_days(_DAYS_AHEAD)]


@_of_known_dates
def exact(moment: datetime) -> str:
    """The local time with its zone: '23 Nov 2026 18:40 CET'; no line breaks before the zone."""
    local = moment.astimezone()
    return f"{_date(local, translate('labels', 'd MMM yyyy'))} {local:%H:%M}\u00a0{local:%Z}"


@_of_known_dates
def with_weekday(moment: datetime) -> str:
    """As `exact`, with the day of the week: 'Mon 23 Nov 2026 18:40 CET'."""
    local = moment.astimezone()
    day = _date(local, translate("labels", "ddd d MMM yyyy"))
    return f"{day} {local:%H:%M}\u00a0{local:%Z}"


@_of_known_dates
def to_the_second(moment: datetime) -> str:
    """As `exact`, with seconds: '23 Nov 2026 18:40:05 CET'."""
    local = moment.astimezone()
    return f"{_date(local, translate('labels', 'd MMM yyyy'))} {local:%H:%M:%S}\u00a0{local:%Z}"


@_of_known_dates
def clock(moment: datetime) -> str:
    """The local time of day: '14:03:10'."""
    return f"{moment.astimezone():%H:%M:%S}"


def short_time(moment: datetime) -> str:
    """The local time of day: '14:03'."""
    return f"{moment.astimezone():%H:%M}"


def now_clock() -> str:
    """The time of day now."""
    return clock(datetime.now(UTC))


@_of_known_dates
def short_moment(moment: datetime) -> str:
    """'18:40' today, else '24 Nov 18:40', with the year unless it is this year."""
    day = _day_or_time(moment)
    time = f"{moment.astimezone():%H:%M}"
    return time if day == time else f"{day} {time}"


@_of_known_dates
def short_day(moment: datetime) -> str:
    """'3 Nov', with the year unless it is this year."""
    local = moment.astimezone()
    this_year = local.year == datetime.now(UTC).astimezone().year
    form = translate("labels", "d MMM") if this_year else translate("labels", "d MMM yyyy")
    return _date(local, form)


@_of_known_dates
def _day_or_time(moment: datetime) -> str:
    local = moment.astimezone()
    today = local.date() == datetime.now(UTC).astimezone().date()
    return f"{local:%H:%M}" if today else short_day(moment)


def number(value: int) -> str:
    """With thousands separators: '102,344'."""
    return QLocale().toString(value)


def data_size(size: int) -> str:
    """'256 KB', '8 MB'; `size` is in bytes."""
    return QLocale().formattedDataSize(size, 0, QLocale.DataSizeFormat.DataSizeTraditionalFormat)


def _date(local: datetime, form: str) -> str:
    return QLocale().toString(QDate(local.year, local.month, local.day), form)
