"""The real Medusa of the tests: is it what it says, is it quick, and does it clean up?"""

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import httpx
import jwt
import psutil  # type: ignore[import-untyped]
import pytest

from tests.real_medusa import Cluster, MedusaServer, running, runs
from tests.real_medusa.medusa import CommandLine
from tests.real_medusa.prepared import prepare

REPOSITORY = Path(__file__).parents[2]
RUN_UNTIL_KILLED = """
import signal
from tests.real_medusa import running
with running(rbac=True) as server:
    print(server.database_url, flush=True)
    signal.pause()
"""


@pytest.fixture
def http() -> Iterator[httpx.Client]:
    with httpx.Client(trust_env=False) as client:
        yield client


def rbac_flag(http: httpx.Client, server: MedusaServer) -> bool:
    answer = http.get(f"{server.base_url}/admin/feature-flags").raise_for_status().json()
    flag: bool = answer["feature_flags"]["rbac"]
    return flag


def sign_in(http: httpx.Client, server: MedusaServer) -> dict[str, str]:
    """Return the headers of the server's super admin."""
    answer = http.post(
        f"{server.base_url}/auth/user/emailpass",
        json={"email": server.email, "password": server.password},
    )
    return {"Authorization": f"Bearer {answer.raise_for_status().json()['token']}"}


def run_folder(database_url: str) -> Path:
    """Return the temporary folder of the run which the database belongs to."""
    host = urlsplit(database_url).netloc.rpartition("@")[2].rpartition(":")[0]
    return Path(unquote(host)).parent


def processes_of(folder: Path) -> list[psutil.Process]:
    """Return the processes whose command line names the folder of a run; not what they fork, which
    for a moment has the command line of its parent."""
    named = {
        process.pid: process
        for process in psutil.process_iter(["cmdline", "ppid"])
        if any(str(folder) in argument for argument in process.info["cmdline"] or ())
    }
    return [process for process in named.values() if process.info["ppid"] not in named]


def test_one_server_has_rbac_and_the_other_has_not(
    http: httpx.Client, medusa_rbac: MedusaServer, medusa_plain: MedusaServer
) -> None:
    assert rbac_flag(http, medusa_rbac) is medusa_rbac.rbac is True
    assert rbac_flag(http, medusa_plain) is medusa_plain.rbac is False


def test_the_admin_signs_in_and_may_list_keys_on_both(
    http: httpx.Client, medusa_rbac: MedusaServer, medusa_plain: MedusaServer
) -> None:
    for server in (medusa_rbac, medusa_plain):
        keys = http.get(f"{server.base_url}/admin/api-keys", headers=sign_in(http, server))
        assert keys.raise_for_status().json()["count"] >= 1


def test_what_is_seeded_by_sql_shows_on_that_server_only(
    http: httpx.Client, medusa_rbac: MedusaServer, medusa_plain: MedusaServer
) -> None:
    medusa_rbac.sql(
        "insert into customer (id, email, has_account, created_at, updated_at) "
        "values ('cus_seeded', 'seeded@example.com', false, now(), now())"
    )
    assert medusa_rbac.sql("select email from customer where id = 'cus_seeded'") == (
        "seeded@example.com\n"
    )
    for server, status in ((medusa_rbac, 200), (medusa_plain, 404)):
        url = f"{server.base_url}/admin/customers/cus_seeded"
        assert http.get(url, headers=sign_in(http, server)).status_code == status


def test_a_wrong_statement_is_told(medusa_rbac: MedusaServer) -> None:
    with pytest.raises(RuntimeError, match='relation "nonsense" does not exist'):
        medusa_rbac.sql("select * from nonsense")


def test_a_taken_port_is_refused(medusa_cluster: Cluster, medusa_rbac: MedusaServer) -> None:
    port = urlsplit(medusa_rbac.base_url).port
    with (
        pytest.raises(OSError, match="in use"),
        medusa_cluster.server(rbac=False, port=port),
    ):
        pass


def test_a_server_that_cannot_start_tells_why(medusa_rbac: MedusaServer, tmp_path: Path) -> None:
    installed, _ = prepare()
    command_line = CommandLine.create(tmp_path / "x", installed, medusa_rbac.database_url + "_gone")
    with (
        pytest.raises(RuntimeError, match="Medusa did not start") as told,
        command_line.serving(port=0),
    ):
        pass
    assert "_gone" in str(told.value)


@pytest.mark.usefixtures("medusa_cluster")
def test_a_run_ends_what_a_killed_one_left_and_leaves_nothing_itself(
    http: httpx.Client, capfd: pytest.CaptureFixture[str]
) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", RUN_UNTIL_KILLED], cwd=REPOSITORY, stdout=subprocess.PIPE, text=True
    ) as killed:
        assert killed.stdout is not None
        left = run_folder(killed.stdout.readline().strip())
        with runs.locked(runs.cache_root() / "runs.lock"):  # no other run clears it away first
            killed.send_signal(signal.SIGKILL)
            killed.wait()
            assert len(processes_of(left)) == 2  # PostgreSQL and Node.js live on

    with running(rbac=False, jwt_expires_in="15s") as server:
        assert processes_of(left) == []
        assert not left.exists()

        token = sign_in(http, server)["Authorization"].removeprefix("Bearer ")
        claims = jwt.decode(token, options={"verify_signature": False})
        assert claims["exp"] - claims["iat"] == 15
        folder = run_folder(server.database_url)
        assert len(processes_of(folder)) == 2
    assert processes_of(folder) == []
    assert not folder.exists()
    assert capfd.readouterr().err == "", "neither installed nor migrated again"
