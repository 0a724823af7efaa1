"""Reads the reports of secret scanners: where each key was found.

A report is recognised by its fields, not by its name, and told by its formats' public descriptions:
gitleaks JSON, SARIF 2.1.0, TruffleHog JSON lines, ggshield JSON, GitHub's REST list of secret
scanning alerts. What a report says of a key's state (inactive, verified, resolved) is not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Final

from medusa_console.domain import tokens
from medusa_console.domain.json_stream import JsonStream, Level, NotJson
from medusa_console.domain.leak_finds import Finds
from medusa_console.domain.leak_names import name_before
from medusa_console.domain.leaks import LONGEST_FIELD, Place, ReportFormat
from medusa_console.domain.other_secrets import Other, others
from medusa_console.domain.token_shapes import Shape, shapes

MOST_UNRECOGNISED: Final = 2 << 20
"""Characters of a text after which it is no report if it has told no finding."""
_MOST_VALUES = 200
_MOST_PENDING = 1_000
_MOST_PARTS = 50
_HIGHEST_LINE = 10**9
_SHORT_COMMIT = 12
_COMMIT = re.compile("[0-9a-f]{7,64}+")

_KNOWN = frozenset(
    (
        # gitleaks
        "RuleID", "Secret", "Match", "File", "StartLine", "Commit", "Author", "Email", "Date",
        "Fingerprint", "Link",
        # SARIF
        "runs", "results", "message", "text", "locations", "physicalLocation", "artifactLocation",
        "uri", "region", "startLine", "snippet", "partialFingerprints", "commitSha", "author",
        "email", "date", "versionControlProvenance", "repositoryUri", "revisionId",
        # TruffleHog
        "SourceMetadata", "Data", "commit", "file", "repository", "timestamp", "line", "link",
        "Raw", "RawV2", "Redacted",
        # ggshield
        "scans", "entities_with_incidents", "incidents", "occurrences", "match", "line_start",
        "filename", "id", "extra_info", "sha",
        # GitHub
        "number", "secret", "secret_type", "full_name", "html_url", "first_location_detected",
        "details", "path", "start_line", "commit_sha", "created_at",
    )
)  # fmt: skip
_GITLEAKS = frozenset({"RuleID", "Secret", "Match", "StartLine", "Fingerprint"})
_MOST_OF_GITLEAKS = 3
# The arrays whose elements are told one by one.
_TOLD = frozenset({"", "results", "runs", "incidents", "entities_with_incidents", "scans"})


_LONGEST_READ = 2 * LONGEST_FIELD


@dataclass(frozen=True, repr=False)
class _Finding:
    """What one entry of a report holds, each with its name, and where that was found. The texts of
    the place are not masked yet."""

    found: tuple[tuple[Shape | Other, str], ...]
    place: Place


class ReportReader:
    """Reads a text that may be a report, in parts of any size."""

    def __init__(self) -> None:
        self.finds = Finds()
        """What the entries of the report hold, each once an entry."""
        self._format: ReportFormat | None = None
        self._stream: JsonStream | None = JsonStream(_is_known, self._ended)
        self._size = 0
        self._begun = False
        self._pending: list[_Finding] = []  # the entries whose surroundings have not ended
        self._of_file = 0  # the first of them that is of this file

    @property
    def format(self) -> ReportFormat | None:
        """The format, None if this is no report as far as it was read."""
        return self._format

    def feed(self, part: str) -> None:
        """Read the next part."""
        if self._stream is None:
            return
        if not self._begun:
            start = part.lstrip("\ufeff \t\r\n")
            if not start:
                return
            if start[0] not in "[{":
                self._stream = None
                return
            self._begun, part = True, start
        try:
            self._stream.feed(part)
        except NotJson:
            self._stream = None  # what was told until then stays
        self._size += len(part)
        if self._format is None and self._size > MOST_UNRECOGNISED:
            self._stream = None

    def finish(self) -> None:
        """Count what waited for the end."""
        self._tell_pending(Place())

    def _ended(self, name: str, record: dict[str, Any], above: list[Level]) -> bool:
        """Take in an object; returns whether the one around it needs it."""
        in_array = bool(above) and not above[-1].is_object
        if above and not (in_array and name in _TOLD):
            return True
        match name:
            case "results":
                if _names(above) == ["", "runs", "runs", "results"]:
                    self._add(ReportFormat.SARIF, _sarif(record))
            case "incidents":
                if isinstance(record.get("occurrences"), list):
                    self._add(ReportFormat.GGSHIELD, _ggshield(record))
            case "entities_with_incidents":
                place = Place(file=_text(record, "filename"))
                for number in range(self._of_file, len(self._pending)):
                    self._pending[number] = _with(self._pending[number], place)
                self._of_file = len(self._pending)
            case "scans":
                self._tell_pending(_place_of_scan(record))
            case "runs":
                self._tell_pending(_place_of_run(record))
            case _:
                self._outermost(record)
        return False

    def _outermost(self, record: dict[str, Any]) -> None:
        if len(_GITLEAKS & record.keys()) >= _MOST_OF_GITLEAKS:
            self._add(ReportFormat.GITLEAKS, _gitleaks(record))
        elif "SourceMetadata" in record:
            self._add(ReportFormat.TRUFFLEHOG, _trufflehog(record))
        elif "secret_type" in record and record.keys() & {"secret", "number", "html_url"}:
            self._add(ReportFormat.GITHUB, _github(record))
        elif "extra_info" in record:
            self._tell_pending(_place_of_scan(record))
        if self._format is None and self._stream is not None and self._stream.values > _MOST_VALUES:
            raise NotJson  # no finding among so many
        if self._format not in (ReportFormat.SARIF, ReportFormat.GGSHIELD):
            self._tell_pending(Place())

    def _add(self, kind: ReportFormat, findings: Iterator[_Finding]) -> None:
        self._format = self._format or kind
        if kind is self._format:
            self._pending += findings
            if len(self._pending) > _MOST_PENDING:
                self._tell_pending(Place())

    def _tell_pending(self, place: Place) -> None:
        for finding in self._pending:
            told = _with(finding, place).place
            for one, name in finding.found:
                where = partial(_masked, told, name)
                if isinstance(one, Shape):
                    self.finds.add_key(one, where)
                else:
                    self.finds.add_other(one, where)
        self._pending = []
        self._of_file = 0


# The formats


def _gitleaks(entry: dict[str, Any]) -> Iterator[_Finding]:
    place = Place(
        line=_line(entry, "StartLine"),
        repository=_text(entry, "Link").partition("/blob/")[0],
        file=_text(entry, "File"),
        commit=_text(entry, "Commit"),
        author=_author(_text(entry, "Author"), _text(entry, "Email")),
        date=_text(entry, "Date"),
    )
    yield _finding(place, entry.get("Match"), entry.get("Secret"))


def _sarif(entry: dict[str, Any]) -> Iterator[_Finding]:
    prints = _object(entry, "partialFingerprints")
    message = _object(entry, "message").get("text")
    locations = entry.get("locations")
    for location in (locations if isinstance(locations, list) else [])[:_MOST_PARTS] or [{}]:
        place = _object(location, "physicalLocation")
        region = _object(place, "region")
        yield _finding(
            Place(
                line=_line(region, "startLine"),
                file=_text(_object(place, "artifactLocation"), "uri"),
                commit=_text(prints, "commitSha"),
                author=_author(_text(prints, "author"), _text(prints, "email")),
                date=_text(prints, "date"),
            ),
            _object(region, "snippet").get("text"),
            message,
        )


def _place_of_run(run: dict[str, Any]) -> Place:
    origins = run.get("versionControlProvenance")
    origin = origins[0] if isinstance(origins, list) and origins else {}
    return Place(repository=_text(origin, "repositoryUri"), commit=_text(origin, "revisionId"))


def _trufflehog(entry: dict[str, Any]) -> Iterator[_Finding]:
    data = _object(_object(entry, "SourceMetadata"), "Data")
    source = next((value for value in data.values() if isinstance(value, dict)), {})
    place = Place(
        line=_line(source, "line"),
        repository=_text(source, "repository") or _text(source, "link"),
        file=_text(source, "file"),
        commit=_text(source, "commit"),
        author=_text(source, "email"),
        date=_text(source, "timestamp"),
    )
    yield _finding(place, *(entry.get(name) for name in ("Raw", "RawV2", "Redacted")))


def _ggshield(incident: dict[str, Any]) -> Iterator[_Finding]:
    for occurrence in incident["occurrences"][:_MOST_PARTS]:
        if isinstance(occurrence, dict):
            place = Place(line=_line(occurrence, "line_start"))
            yield _finding(place, occurrence.get("match"))


def _place_of_scan(scan: dict[str, Any]) -> Place:
    extra = _object(scan, "extra_info")
    scanned = _text(scan, "id")
    commit = scanned if _COMMIT.fullmatch(scanned) else ""
    return Place(
        commit=_text(extra, "sha") or commit,
        author=_author(_text(extra, "author"), _text(extra, "email")),
        date=_text(extra, "date"),
    )


def _github(alert: dict[str, Any]) -> Iterator[_Finding]:
    first = _object(alert, "first_location_detected")
    where = _object(first, "details") or first
    page = _text(alert, "html_url").partition("/security/")[0]
    place = Place(
        line=_line(where, "start_line"),
        repository=_text(_object(alert, "repository"), "full_name") or page,
        file=_text(where, "path"),
        commit=_text(where, "commit_sha"),
        date=_text(alert, "created_at"),
    )
    yield _finding(place, alert.get("secret"))


# Their fields


def _is_known(name: str, above: str) -> bool:
    return name in _KNOWN or above == "Data"  # whose fields are named for the source


def _names(levels: list[Level]) -> list[str]:
    return [level.name for level in levels]


def _finding(place: Place, *texts: object) -> _Finding:
    found: dict[tuple[object, str], tuple[Shape | Other, str]] = {}
    for text in texts:
        if isinstance(text, str):
            held: list[Shape | Other] = [
                *shapes(text, 0, len(text)),
                *others(text, 0, len(text)),
            ]
            for one in held:
                mark = (one.form, one.token) if isinstance(one, Shape) else (one.kind, one.value)
                if mark not in found and len(found) < _MOST_PARTS:
                    found[mark] = one, name_before(text, one.start)
    return _Finding(tuple(found.values()), place)


def _with(finding: _Finding, around: Place) -> _Finding:
    """`finding` with what only its surroundings told."""
    told = {name: value for name, value in vars(finding.place).items() if value}
    return replace(finding, place=replace(around, **told))


def _masked(place: Place, name: str) -> Place:
    # All digits of a commit would look like a key's.
    commit = place.commit
    commit = commit[:_SHORT_COMMIT] if _COMMIT.fullmatch(commit) else commit
    texts = (place.repository, place.file, commit, place.author, place.date)
    return Place(place.line, name, *(tokens.mask(text)[:LONGEST_FIELD] for text in texts))


def _object(record: object, name: str) -> dict[str, Any]:
    value = record.get(name) if isinstance(record, dict) else None
    return value if isinstance(value, dict) else {}


def _text(record: object, name: str) -> str:
    value = record.get(name) if isinstance(record, dict) else None
    return value[:_LONGEST_READ] if isinstance(value, str) else ""


def _line(record: dict[str, Any], name: str) -> int:
    value = record.get(name)
    return value if type(value) is int and 0 < value <= _HIGHEST_LINE else 0


def _author(name: str, email: str) -> str:
    return f"{name} <{email}>" if name and email else name or email
