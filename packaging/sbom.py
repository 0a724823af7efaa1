"""Writes the list of what is in the bundle (SBOM), as CycloneDX 1.6 in JSON.

`release` runs it: `python packaging/sbom.py FILE LICENCES.JSON VERSION`.
"""

from __future__ import annotations

import json
import sys
import uuid
from datetime import UTC, datetime
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.contrib.this.builders import this_component
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL


def write(file: Path, licences: Path, version: str) -> None:
    """Write into `file` what `licences` (a bundle's licences.json) lists, as parts of `version`.

    Time and serial number come from `build.json` beside it, so that the same commit gives the
    same list.
    """
    licence = LicenseFactory()
    program = Component(
        name="medusa-console",
        version=version,
        type=ComponentType.APPLICATION,
        licenses=[licence.make_with_id("MIT")],
    )
    parts = json.loads(licences.read_text(encoding="utf-8"))
    build = json.loads(licences.with_name("build.json").read_text(encoding="utf-8"))
    bom = Bom(
        serial_number=uuid.uuid5(uuid.NAMESPACE_OID, f"medusa-console {version} {build['commit']}"),
        components=[
            Component(
                name=part["name"],
                version=part["version"] or None,
                type=ComponentType.LIBRARY,
                bom_ref=f"{part['name']} {part['version']}".strip(),
                purl=PackageURL.from_string(part["purl"]) if part["purl"] else None,
                licenses=[licence.make_from_string(part["licence"])] if part["licence"] else [],
            )
            for part in parts
            if part["name"] != program.name
        ],
    )
    bom.metadata.component = program
    bom.metadata.tools.components.add(this_component())
    bom.metadata.timestamp = datetime.fromisoformat(build["date"]).replace(tzinfo=UTC)
    bom.register_dependency(program, bom.components)
    file.write_text(JsonV1Dot6(bom).output_as_string(indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
