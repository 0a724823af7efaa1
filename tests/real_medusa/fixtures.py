"""The real Medusa as pytest fixtures: one PostgreSQL per session, and a server for each setting.

To be loaded as a plugin, so that the preparation runs before the first test and its time limit.
"""

from collections.abc import Iterator

import pytest

from . import Cluster, MedusaServer, cluster
from .prepared import prepare


def pytest_collection_finish(session: pytest.Session) -> None:
    """Prepare the real Medusa if a collected test asks for it, in sight of who waits."""
    if session.config.option.collectonly:
        return
    if any("medusa_cluster" in getattr(item, "fixturenames", ()) for item in session.items):
        capture = session.config.pluginmanager.getplugin("capturemanager")
        assert capture is not None
        with capture.global_and_fixture_disabled():
            prepare()


@pytest.fixture(scope="session")
def medusa_cluster() -> Iterator[Cluster]:
    """Starts further servers, for tests which break or restart theirs."""
    with cluster() as running_cluster:
        yield running_cluster


@pytest.fixture(scope="session")
def medusa_rbac(medusa_cluster: Cluster) -> Iterator[MedusaServer]:
    """A real Medusa with RBAC on; all tests share it, so each makes what it needs."""
    with medusa_cluster.server(rbac=True) as server:
        yield server


@pytest.fixture(scope="session")
def medusa_plain(medusa_cluster: Cluster) -> Iterator[MedusaServer]:
    """A real Medusa with RBAC off; all tests share it, so each makes what it needs."""
    with medusa_cluster.server(rbac=False) as server:
        yield server
