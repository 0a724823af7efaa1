"""What secret scanners report, at a leak desk before real Medusas, the demo store and a liar."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from medusa_console.domain.leaks import ReportFormat
from medusa_console.ui.words import leaks as words
from tests.contract.backends import Place
from tests.contract.conftest import real
from tests.domain.scanner_samples import (
    COMMIT,
    DATE,
    REPOSITORY,
    ggshield,
    github,
    gitleaks,
    sarif,
    trufflehog,
)
from tests.e2e.leak_desks import case_of, desk_of, end_other_keys, leaked, lists_of, told_apart
from tests.real_medusa import MedusaServer


def in_gitleaks(line: int, said: str) -> dict[str, Any]:
    return gitleaks(said, Match=said, StartLine=line, File=f"deploy/{line}.env")


def in_sarif(line: int, said: str) -> dict[str, Any]:
    (result,) = sarif(said)["runs"][0]["results"]
    place = result["locations"][0]["physicalLocation"]
    place["artifactLocation"]["uri"] = f"deploy/{line}.env"
    place["region"] |= {"startLine": line, "snippet": {"text": said}}
    found: dict[str, Any] = result
    return found


def in_trufflehog(line: int, said: str) -> dict[str, Any]:
    found = trufflehog(said)
    found["SourceMetadata"]["Data"]["Git"] |= {"line": line, "file": f"deploy/{line}.env"}
    return found


def in_ggshield(line: int, said: str) -> dict[str, Any]:
    (entity,) = ggshield(said)["scans"][0]["entities_with_incidents"]
    entity["filename"] = f"deploy/{line}.env"
    entity["incidents"][0]["occurrences"][0]["line_start"] = line
    found: dict[str, Any] = entity
    return found


def in_github(line: int, said: str) -> dict[str, Any]:
    found = github(said)
    found["first_location_detected"] |= {"start_line": line, "path": f"deploy/{line}.env"}
    return found


def sarif_of(results: list[dict[str, Any]]) -> str:
    document = sarif()
    document["runs"][0]["results"] = results
    return json.dumps(document, indent=1)


def ggshield_of(entities: list[dict[str, Any]]) -> str:
    document = ggshield()
    document["scans"][0]["entities_with_incidents"] = entities
    return json.dumps(document)


def lines_of(entries: list[dict[str, Any]]) -> str:
    return "\n".join(map(json.dumps, entries))


SHORT, JO = COMMIT[:12], "Jo <jo@northwind.example>"
SCANNERS: dict[
    ReportFormat,
    tuple[
        Callable[[int, str], dict[str, Any]], Callable[[list[dict[str, Any]]], str], tuple[str, ...]
    ],
] = {
    ReportFormat.GITLEAKS: (in_gitleaks, json.dumps, (REPOSITORY, SHORT, JO, DATE)),
    ReportFormat.SARIF: (in_sarif, sarif_of, (REPOSITORY, SHORT, JO, DATE)),
    ReportFormat.TRUFFLEHOG: (in_trufflehog, lines_of, (REPOSITORY, SHORT, JO, DATE)),
    ReportFormat.GGSHIELD: (in_ggshield, ggshield_of, ("", SHORT, JO, DATE)),
    ReportFormat.GITHUB: (in_github, json.dumps, ("northwind/shop", SHORT, "", DATE)),
}


NAMES = {
    "MEDUSA_KEY=": "MEDUSA_KEY",
    "Authorization: ": "Authorization",
    '{"key"': "key",
    "curl -u": "curl -u",
}
"""What a text assigns its key to."""


async def test_what_five_secret_scanners_report_is_told_apart_with_where_each_key_was_found(
    medusa_rbac: MedusaServer, medusa_plain: MedusaServer, demo_place: Place
) -> None:
    end_other_keys(medusa_rbac, medusa_plain)
    servers = {"Roles": medusa_rbac, "Plain": medusa_plain}
    places = [real(name, server) for name, server in servers.items()]
    async with desk_of(*places, demo_place) as desk:
        known = await leaked(desk, servers)
        lists = await lists_of(desk)
        for scanner, (entry, document, (repository, *others)) in SCANNERS.items():
            entries = [entry(line, one.text) for line, one in enumerate(known, 1)]
            reading = await desk.paste(document([*entries, entry(99, "REDACTED")]))
            assert (reading.report, len(reading.keys)) == (scanner, 40)
            told_apart(desk, known, lists)
            for line, one in enumerate(known, 1):
                (place,) = case_of(desk.desk, one).key.places
                where = [repository, f"deploy/{line}.env", f"line {line}", place.name, *others]
                found_in = ", ".join(part for part in where if part)
                assert words.place_lines(case_of(desk.desk, one).key) == [found_in]
                names = [name for begin, name in NAMES.items() if one.text.startswith(begin)]
                assert place.name == "".join(names)
        assert "Basic" not in desk.liar.received
