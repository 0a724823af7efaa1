"""What the account may do: learned, looked at again after a 403, and taken up in the session."""

from __future__ import annotations

import asyncio
import threading
from urllib.parse import quote

import pytest

from medusa_console.api.rbac import ROLES
from medusa_console.domain.errors import Forbidden, SignInNeeded, Unreachable
from medusa_console.domain.permissions import Permissions
from medusa_console.services.session import Expired, SignedIn
from tests.faults import server as faults
from tests.faults.medusa import USER_ID, login_token
from tests.faults.server import FaultServer
from tests.services.conftest import PASSWORD_SECRET, REFRESH, SIGN_IN, Opened
from tests.services.sessions import ME, OTHER_USER, OVER, token_answer, token_of
from tests.waiting import until

PERMISSIONS = "/admin/rbac/me/permissions"
FLAGS = "/admin/feature-flags"
PER_REQUEST = "/rbac/me/permissions"
READ, CREATE, UPDATE = "api_key:read", "api_key:create", "api_key:update"
REFUSED = Forbidden("Insufficient permissions", required=(CREATE,))
NO_ROLE = Forbidden("Forbidden")
NOT_HERE = faults.unknown_route


def granted(*permissions: str) -> faults.Behaviour:
    return faults.json_answer({"permissions": list(permissions)})


def flags(**told: object) -> faults.Behaviour:
    return faults.json_answer({"feature_flags": {"caching": False, **told}})


def roles(*names: str, age: int = 0) -> str:
    """A token that holds these roles."""
    return login_token(age=age, app_metadata={"user_id": USER_ID, "roles": list(names)})


def watch(opened: Opened) -> list[Permissions]:
    seen: list[Permissions] = []
    opened.services.permissions.changed.subscribe(seen.append)
    return seen


async def sign_in(opened: Opened, email: str = "maya@demo.example") -> None:
    await opened.services.session.sign_in(email, PASSWORD_SECRET, keep=False)


async def test_before_anything_is_known_everything_is_offered(signed_in: Opened) -> None:
    assert signed_in.services.permissions.value.missing((CREATE, UPDATE)) == ()


async def test_what_is_not_granted_is_missing(signed_in: Opened, server: FaultServer) -> None:
    server.on("GET", PERMISSIONS, granted(READ, CREATE))
    seen = watch(signed_in)
    await signed_in.services.permissions.learn()
    assert signed_in.services.permissions.value.missing((READ, UPDATE, CREATE)) == (UPDATE,)
    await signed_in.services.permissions.learn()
    assert len(seen) == 1, "nothing new is no news"


async def test_a_store_without_roles_limits_nobody(signed_in: Opened, server: FaultServer) -> None:
    server.on("GET", PERMISSIONS, granted(READ), NOT_HERE)
    server.on("GET", FLAGS, flags(rbac=False))
    permissions = signed_in.services.permissions
    await permissions.learn()
    await permissions.learn()
    assert permissions.value == Permissions(rbac=False)
    assert not await permissions.recheck(REFUSED)
    assert server.count("POST", REFRESH) == 0


@pytest.mark.parametrize(
    ("flag", "rbac"),
    [
        (flags(rbac=True), True),
        (flags(), None),
        (flags(rbac="true"), None),
        (flags(rbac=1), None),
        (faults.json_answer({"feature_flags": [True]}), None),
        (faults.json_answer({"feature_flags": {str(n): True for n in range(60_000)}}), None),
        (faults.answer(200, b"<html>Welcome</html>", content_type="text/html"), None),
        (faults.refusal(403, "Forbidden", "forbidden"), None),
        (NOT_HERE, None),
    ],
    ids=["on", "not named", "text", "number", "list", "big", "HTML", "refused", "absent"],
)
@pytest.mark.parametrize(
    "second",
    [
        NOT_HERE,
        faults.answer(200, b"<html>Shop</html>", content_type="text/html"),
        faults.answer(401, b'{"message":"Unauthorized"}'),
        faults.json_answer({"permissions": "all"}),
    ],
    ids=["absent", "a shop's page", "a shop's 401", "nonsense"],
)
async def test_permissions_that_no_route_tells_are_unknown_and_never_everything(
    flag: faults.Behaviour,
    rbac: bool | None,
    second: faults.Behaviour,
    signed_in: Opened,
    server: FaultServer,
) -> None:
    server.on("GET", PERMISSIONS, granted(READ), NOT_HERE)
    server.on("GET", FLAGS, flag)
    server.on("GET", PER_REQUEST, second)
    permissions = signed_in.services.permissions
    await permissions.learn()
    await permissions.learn()
    assert permissions.value == Permissions(rbac=rbac)
    assert permissions.value.unknown
    assert permissions.value.missing((CREATE,)) == (), "the store decides"
    assert permissions.value.bars_keys is None
    assert isinstance(signed_in.services.session.state, SignedIn)
    assert server.count("POST", REFRESH) == 0, "another program's 401 ends no session"


async def test_a_store_whose_roles_are_off_gets_the_token_at_no_path_of_others(
    signed_in: Opened, server: FaultServer
) -> None:
    server.on("GET", PERMISSIONS, NOT_HERE)
    server.on("GET", FLAGS, flags(rbac=False))
    await signed_in.services.permissions.learn()
    assert server.count("GET", PER_REQUEST) == 0
    assert not signed_in.services.permissions.value.unknown
    assert signed_in.services.permissions.value.bars_keys is False
    assert "authorization" not in server.last("GET", FLAGS).headers


@pytest.mark.parametrize("path", [FLAGS, PER_REQUEST])
async def test_a_server_that_falls_silent_in_between_changes_nothing(
    path: str, signed_in: Opened, server: FaultServer
) -> None:
    server.on("GET", PERMISSIONS, granted(READ), NOT_HERE)
    server.on("GET", FLAGS, flags(rbac=True))
    server.on("GET", path, faults.refusal(500, "x"))
    permissions = signed_in.services.permissions
    await permissions.learn()
    await permissions.learn()
    assert permissions.value == Permissions(frozenset({READ}), rbac=True)


@pytest.mark.parametrize(
    "fault",
    [
        faults.reset,
        faults.refusal(500, "x"),
        faults.answer(200, b"<html>"),
        faults.json_answer({"permissions": None}),
    ],
    ids=["reset", "500", "HTML", "nonsense"],
)
async def test_permissions_that_cannot_be_read_stay_as_they_were(
    fault: faults.Behaviour, signed_in: Opened, server: FaultServer
) -> None:
    permissions = signed_in.services.permissions
    server.on("GET", PERMISSIONS, granted(READ, CREATE), fault)
    await permissions.learn()
    await permissions.learn()
    assert permissions.value == Permissions(frozenset({READ, CREATE}), rbac=True)
    assert not await permissions.recheck(REFUSED), "what is remembered says nothing about now"
    assert server.count("POST", REFRESH) == 0


async def test_a_right_granted_since_is_taken_up_with_one_refresh(
    signed_in: Opened, server: FaultServer
) -> None:
    server.on("GET", PERMISSIONS, granted(READ), granted(READ, CREATE))
    new = login_token(age=1)
    server.on("POST", REFRESH, token_answer(new))
    permissions = signed_in.services.permissions
    await permissions.learn()
    seen = watch(signed_in)
    assert await permissions.recheck(REFUSED)
    assert server.count("POST", REFRESH) == 1
    assert token_of(signed_in.services.session) == new
    assert seen == [Permissions(frozenset({READ, CREATE}), rbac=True)]


async def test_a_right_that_is_still_missing_refreshes_nothing(
    signed_in: Opened, server: FaultServer
) -> None:
    server.on("GET", PERMISSIONS, granted(READ))
    several = Forbidden("x", required=(READ, CREATE))
    for refused in (REFUSED, several):
        assert not await signed_in.services.permissions.recheck(refused)
    assert server.count("POST", REFRESH) == 0
    assert signed_in.services.permissions.value.missing((CREATE,)) == (CREATE,)


@pytest.mark.parametrize(
    ("held", "now", "offered"),
    [((), (READ,), True), ((), (), False), (("role_1",), (READ,), False)],
    ids=["first role since", "still no role", "had a role all along"],
)
async def test_an_account_that_had_no_role_takes_up_its_first(
    held: tuple[str, ...],
    now: tuple[str, ...],
    offered: bool,
    opened: Opened,
    server: FaultServer,
) -> None:
    """The store's 403 names no right then."""
    server.on("POST", SIGN_IN, token_answer(roles(*held)))
    server.on("POST", REFRESH, token_answer(roles("role_1", age=1)))
    server.on("GET", PERMISSIONS, granted(*now))
    await sign_in(opened)
    assert await opened.services.permissions.recheck(NO_ROLE) is offered
    assert server.count("POST", REFRESH) == offered


async def test_many_refused_actions_that_look_again_make_one_refresh(
    signed_in: Opened, server: FaultServer
) -> None:
    answered = threading.Event()
    server.on("GET", PERMISSIONS, granted(READ, CREATE))
    fresh = token_answer(login_token(age=1))
    server.on("POST", REFRESH, faults.after(answered, fresh), OVER)
    looking = [
        asyncio.create_task(signed_in.services.permissions.recheck(REFUSED)) for _ in range(20)
    ]
    await until(lambda: server.count("GET", PERMISSIONS) == 20 and server.count("POST", REFRESH))
    answered.set()
    assert await asyncio.gather(*looking) == [True] * 20
    assert server.count("POST", REFRESH) == 1


async def test_a_refresh_that_fails_is_told_and_ends_nothing(
    signed_in: Opened, server: FaultServer
) -> None:
    server.on("GET", PERMISSIONS, granted(CREATE))
    server.on("POST", REFRESH, faults.reset)
    with pytest.raises(Unreachable):
        await signed_in.services.permissions.recheck(REFUSED)
    assert isinstance(signed_in.services.session.state, SignedIn)
    server.on("POST", REFRESH, OVER)
    with pytest.raises(SignInNeeded):
        await signed_in.services.permissions.refresh()
    assert isinstance(signed_in.services.session.state, Expired)


async def test_refreshing_the_permissions_takes_the_new_token_first(
    signed_in: Opened, server: FaultServer
) -> None:
    new = login_token(age=1)
    server.on("POST", REFRESH, token_answer(new))
    server.on("GET", PERMISSIONS, granted(READ, CREATE))
    await signed_in.services.permissions.refresh()
    assert server.last("GET", PERMISSIONS).headers["authorization"] == f"Bearer {new}"
    assert signed_in.services.permissions.value == Permissions(frozenset({READ, CREATE}), rbac=True)


async def test_the_next_account_does_not_inherit_permissions(
    signed_in: Opened, server: FaultServer
) -> None:
    server.on("GET", PERMISSIONS, granted(READ))
    await signed_in.services.permissions.learn()
    await signed_in.services.session.sign_out()
    assert signed_in.services.permissions.value == Permissions()


async def test_a_late_answer_about_the_former_account_is_dropped(
    signed_in: Opened, server: FaultServer
) -> None:
    answered = threading.Event()
    server.on("GET", PERMISSIONS, faults.after(answered, granted(READ)))
    learning = asyncio.create_task(signed_in.services.permissions.learn())
    await until(lambda: server.count("GET", PERMISSIONS))
    await signed_in.services.session.sign_out()
    server.on("POST", SIGN_IN, token_answer(login_token(actor_id=OTHER_USER)))
    await sign_in(signed_in, "jon@x.example")
    answered.set()
    await learning
    assert signed_in.services.permissions.value == Permissions()


async def test_a_late_answer_does_not_take_the_place_of_a_newer_one(
    signed_in: Opened, server: FaultServer
) -> None:
    late = threading.Event()
    server.on("GET", PERMISSIONS, faults.after(late, granted(READ)), granted(READ, UPDATE))
    permissions = signed_in.services.permissions
    older = asyncio.ensure_future(permissions.learn())
    await until(lambda: server.count("GET", PERMISSIONS) == 1)
    await permissions.learn()
    late.set()
    await older
    assert permissions.value.missing((READ, UPDATE)) == ()


async def test_an_expired_session_keeps_its_permissions_for_the_page_that_stays(
    signed_in: Opened, server: FaultServer
) -> None:
    server.on("GET", PERMISSIONS, granted(READ))
    await signed_in.services.permissions.learn()
    server.on("GET", ME, OVER)
    server.on("POST", REFRESH, OVER)
    with pytest.raises(SignInNeeded):
        await signed_in.services.users.me()
    assert signed_in.services.permissions.value == Permissions(frozenset({READ}), rbac=True)


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ({}, []),
        ({"rbac_roles": []}, []),
        ({"rbac_roles": [{"id": "role_1", "name": "Auditor"}]}, ["Auditor"]),
        (
            {
                "rbac_roles": [{"id": "role_1", "name": "Auditor"}, None],
                "rbac_roles_link": [{"rbac_role_id": "role_1"}, {"rbac_role_id": "role_2"}],
            },
            ["Auditor", ""],
        ),
    ],
    ids=["told none", "none", "one", "one and a deleted one"],
)
async def test_the_roles_have_names(
    told: dict[str, object], names: list[str], signed_in: Opened, server: FaultServer
) -> None:
    server.on("GET", ME, faults.json_answer({"user": {"id": USER_ID, **told}}))
    assert [role.name for role in await signed_in.services.permissions.roles()] == names
    assert server.last("GET", ME).target.partition("=")[2] == quote(f"id,{ROLES}")
