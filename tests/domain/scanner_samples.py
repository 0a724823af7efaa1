"""Reports as secret scanners write them, made by hand after their public descriptions."""

from __future__ import annotations

import json
from typing import Any

COMMIT = "0f3c" * 10
REPOSITORY = "https://github.com/northwind/shop"
DATE = "2026-11-28T22:14:05Z"


def gitleaks(secret: str, **changes: Any) -> dict[str, Any]:
    """An entry of `gitleaks git --report-format json`."""
    return {
        "RuleID": "medusa-key",
        "Description": "Medusa API key",
        "StartLine": 14,
        "EndLine": 14,
        "StartColumn": 2,
        "EndColumn": 84,
        "Match": f"MEDUSA_API_KEY={secret}",
        "Secret": secret,
        "File": "deploy/.env",
        "SymlinkFile": "",
        "Commit": COMMIT,
        "Link": f"{REPOSITORY}/blob/{COMMIT}/deploy/.env#L14",
        "Entropy": 4.1,
        "Author": "Jo",
        "Email": "jo@northwind.example",
        "Date": DATE,
        "Message": "Add deploy",
        "Tags": [],
        "Fingerprint": f"{COMMIT}:deploy/.env:medusa-key:14",
    } | changes


def sarif(*secrets: str) -> dict[str, Any]:
    """The document of `gitleaks git --report-format sarif`."""
    rules = [{"id": f"rule-{n}", "shortDescription": {"text": "x" * 300}} for n in range(150)]
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "gitleaks", "rules": rules}},
                "results": [
                    {
                        "message": {"text": "medusa-key has detected secret for file .env."},
                        "ruleId": "medusa-key",
                        "locations": [
                            {
                                "physicalLocation": {
                                    "artifactLocation": {"uri": "deploy/.env"},
                                    "region": {
                                        "startLine": 14,
                                        "startColumn": 2,
                                        "snippet": {"text": f"MEDUSA_API_KEY={secret}"},
                                    },
                                }
                            }
                        ],
                        "partialFingerprints": {
                            "commitSha": COMMIT,
                            "email": "jo@northwind.example",
                            "author": "Jo",
                            "date": DATE,
                            "commitMessage": "Add deploy",
                        },
                        "suppressions": [{"kind": "external", "status": "accepted"}],
                    }
                    for secret in secrets
                ],
                "versionControlProvenance": [{"repositoryUri": REPOSITORY}],
            }
        ],
    }


def trufflehog(secret: str, **changes: Any) -> dict[str, Any]:
    """A line of `trufflehog git --json`."""
    git = {
        "commit": COMMIT,
        "file": "deploy/.env",
        "email": "Jo <jo@northwind.example>",
        "repository": REPOSITORY,
        "timestamp": DATE,
        "line": 14,
    }
    return {
        "SourceMetadata": {"Data": {"Git": git}},
        "SourceID": 1,
        "SourceType": 16,
        "SourceName": "trufflehog - git",
        "DetectorType": 17,
        "DetectorName": "CustomRegex",
        "DecoderName": "PLAIN",
        "Verified": False,
        "Raw": secret,
        "RawV2": "",
        "Redacted": "",
        "ExtraData": {"name": "medusa"},
        "StructuredData": None,
    } | changes


def ggshield(*secrets: str) -> dict[str, Any]:
    """The document of `ggshield secret scan commit-range --json`."""
    incidents = [
        {
            "policy": "Secrets detection",
            "type": "Generic High Entropy Secret",
            "validity": "invalid",
            "ignore_sha": "0" * 64,
            "total_occurrences": 1,
            "occurrences": [
                {
                    "match": secret,
                    "type": "apikey",
                    "line_start": 14,
                    "line_end": 14,
                    "index_start": 15,
                    "index_end": 82,
                }
            ],
        }
        for secret in secrets
    ]
    entity = {"mode": "NEW", "incidents": incidents, "filename": "deploy/.env"}
    author = {"author": "Jo", "email": "jo@northwind.example", "date": DATE}
    scan = {
        "id": COMMIT,
        "type": "commit",
        "entities_with_incidents": [entity],
        "extra_info": author,
    }
    return {
        "id": "HEAD~2...",
        "type": "commit-range",
        "scans": [scan],
        "secrets_engine_version": "2.140.0",
    }


def github(secret: str, **changes: Any) -> dict[str, Any]:
    """An alert of `GET /orgs/{org}/secret-scanning/alerts`."""
    return {
        "number": 2,
        "created_at": DATE,
        "url": "https://api.github.com/repos/northwind/shop/secret-scanning/alerts/2",
        "html_url": f"{REPOSITORY}/security/secret-scanning/2",
        "state": "resolved",
        "resolution": "revoked",
        "resolved_by": {"login": "jo", "id": 1},
        "secret_type": "medusa_key",
        "secret_type_display_name": "Medusa key",
        "secret": secret,
        "repository": {"id": 1, "full_name": "northwind/shop", "owner": {"login": "northwind"}},
        "validity": "inactive",
        "first_location_detected": {
            "path": "deploy/.env",
            "start_line": 14,
            "end_line": 14,
            "blob_sha": "a" * 40,
            "commit_sha": COMMIT,
        },
        "has_more_locations": False,
    } | changes


def reports(*secrets: str) -> dict[str, str]:
    """A report of each scanner that names all of `secrets`."""
    return {
        "gitleaks": json.dumps([gitleaks(secret) for secret in secrets], indent=1),
        "SARIF": json.dumps(sarif(*secrets), indent=1),
        "TruffleHog": "\n".join(json.dumps(trufflehog(secret)) for secret in secrets),
        "ggshield": json.dumps(ggshield(*secrets)),
        "GitHub secret scanning": json.dumps([github(secret) for secret in secrets]),
    }
