"""The real stores that the program meets here."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from medusa_console.desktop.log_file import start_logging
from tests.contract import conftest as contract
from tests.contract.backends import Place
from tests.real_medusa import Cluster, MedusaServer
from tests.ui.running import *  # noqa: F403  # `start` and every fixture that it asks for


@pytest.fixture(params=["medusa_plain", "medusa_rbac"], ids=["plain", "rbac"])
def medusa(request: pytest.FixtureRequest, medusa_cluster: Cluster) -> MedusaServer:
    """A real Medusa, with RBAC off and on. Other tests use it too."""
    server: MedusaServer = request.getfixturevalue(request.param)
    return server


@pytest.fixture
def demo_place() -> Iterator[Place]:
    """A demo store of the test's own."""
    with contract.demo("Demo", rbac=True) as place:
        yield place


@pytest.fixture
def log_file(tmp_path: Path) -> Iterator[None]:
    """The program's log file, at its most talkative, in the data folder of the first start."""
    stop = start_logging(tmp_path / "data", logging.DEBUG)
    yield
    stop()
