"""The demo store's ways in, as far as a real Medusa has no part in them: its sign-in page, and what
its file tells."""

from __future__ import annotations

import re
import time
from contextlib import aclosing
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx

from medusa_console.demo import DemoStore, totp
from medusa_console.domain.store import DEMO_EMAIL
from tests.demo.conftest import Visitor
from tests.demo.test_keeping import content, opened
from tests.waiting import until

BACK = "http://127.0.0.1:9/callback"
HERE = "/auth/user/workplace"


async def location(visitor: Visitor) -> str:
    answer = await visitor.post(HERE, json={"callback_url": BACK})
    return str(answer.json()["location"])


async def chosen(place: str, button: str, **typed: str) -> httpx.Response:
    """What the page answers to the button of that name, and to what is `typed` in its form."""
    async with httpx.AsyncClient(trust_env=False) as browser:
        page = await browser.get(place)
        assert page.status_code == 200
        assert page.headers["cache-control"] == "no-store"
        form = next(one for one in page.text.split("<form ")[1:] if button in one)
        action = re.findall('action="([^"]+)"', form)[0]
        sent = dict(re.findall('type="hidden" name="([^"]+)" value="([^"]*)"', form))
        found = re.findall(f'<button name="([^"]+)" value="([^"]*)">{button}', form)
        return await browser.get(page.url.join(action), params=sent | typed | dict(found))


def is_open(place: str) -> bool:
    with httpx.Client(trust_env=False) as browser:
        try:
            return browser.get(place).status_code == 200
        except httpx.TransportError:
            return False


async def test_maya_comes_back_from_the_page_as_the_admin_she_is(store: DemoStore) -> None:
    async with Visitor(store) as visitor:
        led = await chosen(await location(visitor), "Maya Lindqvist")
        back = led.headers["location"]
        assert (led.status_code, back.partition("?")[0]) == (302, BACK)
        answer = await visitor.get(f"{HERE}/callback?{urlsplit(back).query}")
        visitor.headers["Authorization"] = f"Bearer {answer.json()['token']}"
        me = (await visitor.get("/admin/users/me")).json()["user"]
        assert (me["email"], me["first_name"]) == (DEMO_EMAIL, "Maya")


async def test_priya_is_known_there_and_not_linked_yet(store: DemoStore) -> None:
    async with Visitor(store) as visitor:
        back = (await chosen(await location(visitor), "Priya Raman")).headers["location"]
        answer = await visitor.get(f"{HERE}/callback?{urlsplit(back).query}")
        visitor.headers["Authorization"] = f"Bearer {answer.json()['token']}"
        assert (await visitor.get("/admin/users/me")).status_code == 401
        linked = await visitor.post("/auth/workplace/user", json={})
        assert linked.json()["user"]["first_name"] == "Priya"


async def test_an_address_that_is_typed_there_is_taken_also_by_enter(store: DemoStore) -> None:
    async with Visitor(store) as visitor:
        place = await location(visitor)
        back = (await chosen(place, "Continue<", email="new@demo.example")).headers["location"]
        answer = await visitor.get(f"{HERE}/callback?{urlsplit(back).query}")
        visitor.headers["Authorization"] = f"Bearer {answer.json()['token']}"
        made = await visitor.post("/auth/workplace/user", json={})
        assert made.json()["user"]["email"] == "new@demo.example"
        place = await location(visitor)
    async with httpx.AsyncClient(trust_env=False) as browser:
        forms = (await browser.get(place)).text.split("<form ")[1:]
    [typed] = [form for form in forms if 'type="email"' in form]
    # A browser takes Enter in a line for a click on the first button of its form.
    assert typed.count("<button") == 1
    assert "<button>Continue<" in typed


async def test_cancel_leads_back_with_a_no(store: DemoStore) -> None:
    async with Visitor(store) as visitor:
        back = (await chosen(await location(visitor), "Cancel")).headers["location"]
    assert parse_qs(urlsplit(back).query)["error"] == ["access_denied"]


async def test_the_page_is_open_only_while_somebody_is_expected(store: DemoStore) -> None:
    async with Visitor(store) as visitor:
        place = await location(visitor)
        assert urlsplit(place).hostname == "127.0.0.1"
        assert is_open(place)
        back = (await chosen(place, "Maya Lindqvist")).headers["location"]
        await visitor.get(f"{HERE}/callback?{urlsplit(back).query}")
        await until(lambda: not is_open(place))
        again = await location(visitor)
        assert is_open(again)
    await store.aclose()
    assert not is_open(again)


async def test_the_page_leads_nobody_away_from_this_computer(store: DemoStore) -> None:
    async with Visitor(store) as visitor:
        asked = {"callback_url": "https://elsewhere.example/callback"}
        place = (await visitor.post(HERE, json=asked)).json()["location"]
    async with httpx.AsyncClient(trust_env=False) as browser:
        for path in ("/authorize", "/continue", "/deny"):
            url = urlsplit(place)._replace(path=path).geturl()
            answer = await browser.get(f"{url}&email=maya%40demo.example")
            assert (answer.status_code, "location" in answer.headers) == (400, False)


async def test_the_file_holds_nothing_that_opens_anything(tmp_path: Path) -> None:
    async with opened(tmp_path) as (store, maya):
        begun = (await maya.post("/auth/mfa/factors", json={"provider": "totp"})).json()
        code = totp.code_at(begun["secret"], time.time())
        verify = f"/auth/mfa/factors/{begun['mfa_factor']['id']}/verify"
        assert (await maya.post(verify, json={"code": code})).is_success
        codes = (await maya.post("/auth/mfa/recovery-codes", json={"count": 2})).json()
        invite = (await maya.post("/admin/invites", json={"email": "new@demo.example"})).json()
        asked = {"identifier": DEMO_EMAIL}
        await maya.post("/auth/user/emailpass/reset-password", json=asked)
        [reset] = await store.events("auth.password_reset")
    secrets = [begun["secret"], *codes["recovery_codes"], invite["invite"]["token"], reset["token"]]
    for secret in secrets:
        for part in secret.split("."):
            assert part.encode() not in content(tmp_path), "kept in the file"


async def test_a_second_factor_and_an_invite_outlive_the_program(tmp_path: Path) -> None:
    async with opened(tmp_path) as (_, maya):
        begun = (await maya.post("/auth/mfa/factors", json={"provider": "totp"})).json()
        invite = (await maya.post("/admin/invites", json={"email": "new@demo.example"})).json()
        verify = f"/auth/mfa/factors/{begun['mfa_factor']['id']}/verify"
        await maya.post(verify, json={"code": totp.code_at(begun["secret"], time.time())})
    again = DemoStore(tmp_path)
    async with aclosing(again), Visitor(again) as visitor:
        login = {"email": DEMO_EMAIL, "password": "demo-store"}
        asked = (await visitor.post("/auth/user/emailpass", json=login)).json()
        visitor.headers["Authorization"] = f"Bearer {asked['token']}"
        verify = f"/auth/mfa/challenges/{asked['mfa_challenge']['id']}/verify"
        body = {"method": "totp", "code": totp.code_at(begun["secret"], time.time())}
        session = (await visitor.post(verify, json=body)).json()["token"]
        visitor.headers["Authorization"] = f"Bearer {session}"
        [kept] = await visitor.records("/admin/invites")
    assert kept["token"] == invite["invite"]["token"]
