"""Registering a customer: what is asked, what can go wrong on the way, and the proof at its end."""

from __future__ import annotations

import asyncio
import json
import re
import threading
from typing import Any

import httpx
import pytest
import zxcvbn
from pydantic import SecretStr
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QWidget

from medusa_console.desktop.clipboard import SystemClipboard
from medusa_console.domain.customer import Customer
from medusa_console.domain.store import DEMO_STORE
from medusa_console.services.secret_copy import SecretCopy
from medusa_console.tasks import TaskScope
from medusa_console.ui.once.password_handover import PasswordHandover
from tests.demo.documented import speak_as_documented
from tests.faults.medusa import customer_record
from tests.ui.creating import hold_enter
from tests.ui.customers.test_form import PERMISSIONS, edit, of_kind
from tests.ui.driving import A_MOMENT, CTRL, Program
from tests.ui.running import Start
from tests.ui.standins import never
from tests.ui.test_accessible_names import names
from tests.ui.wiretap import Wiretap, answer, broken, held, lost
from tests.waiting import until

KEYS = "/admin/api-keys"
IDENTITY = "/auth/customer/emailpass/register"
SIGN_IN = "/auth/customer/emailpass"
CREATE = "/store/customers"
ME = "/store/customers/me"
LIST = "/admin/customers"
EMAIL = "anna.visser@example.com"
PASSWORD = "kx7-canary-of-anna"
CARLA = "customer@demo.example"


async def ask(program: Program, email: str = EMAIL, password: str = PASSWORD) -> None:
    """Fill in the form; Register is not pressed yet."""
    program.press("Register customer")
    await program.dialog("registerCustomer")
    program.fill("Email", email)
    program.fill("Password", password)
    program.fill("First name", "Anna")
    program.fill("Last name", "Visser")
    await until(program.button("Register").isEnabled)


async def register(program: Program, email: str = EMAIL, password: str = PASSWORD) -> None:
    await ask(program, email, password)
    program.press("Register")
    await program.reads("Anna can sign in")


def steps(program: Program) -> list[str]:
    """What is told about the steps."""
    shown = program.find(QWidget, "steps")
    return [label.text() for label in shown.findChildren(QLabel) if label.isVisible()]


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


async def test_by_keyboard_alone_up_to_the_proof(page: Program, tap: Wiretap) -> None:
    page.key(Qt.Key.Key_N, CTRL)
    dialog = await page.dialog("registerCustomer")
    await until(page.button("Register").isEnabled)
    page.type(f" {EMAIL} ")
    page.key(Qt.Key.Key_Tab)
    page.type(PASSWORD)
    for _ in range(3):  # past Show and Generate
        page.key(Qt.Key.Key_Tab)
    page.type("Anna")
    page.key(Qt.Key.Key_Tab)
    page.type("Visser")
    page.clock.skip(A_MOMENT)
    page.key(Qt.Key.Key_Return)
    await page.reads("Anna can sign in")
    assert dialog.windowTitle() == "Register customer"
    assert steps(page) == [
        "Sign-in created",
        "Customer created",
        "Sign-in checked",
    ]
    assert page.focus is page.button("Copy sign-in details")
    for name in ("Copy password", "Done"):
        page.key(Qt.Key.Key_Tab)
        assert page.focus is page.button(name)
    page.clock.skip(A_MOMENT)
    page.key(Qt.Key.Key_Space)
    await page.no_dialog()
    await until(lambda: page.picked_customers == [EMAIL])
    assert page.facts["Email"] == EMAIL
    sent = json.loads(tap.asked("POST", CREATE)[0].body)
    assert sent == {"email": EMAIL, "first_name": "Anna", "last_name": "Visser"}
    assert [tap.count("POST", path) for path in (IDENTITY, CREATE)] == [1, 1]
    assert tap.count("GET", ME) == 1


async def test_six_keys_and_an_email_register_a_customer_and_copy_what_they_need(
    page: Program, tap: Wiretap, caplog: pytest.LogCaptureFixture
) -> None:
    pressed = []

    def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        page.clock.skip(A_MOMENT)
        pressed.append(key)
        page.key(key, modifiers)

    caplog.set_level("DEBUG")
    press(Qt.Key.Key_N, CTRL)
    await page.dialog("registerCustomer")
    await until(page.button("Register").isEnabled)
    page.type(EMAIL)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    assert page.focus is page.button("Generate")
    press(Qt.Key.Key_Space)
    password = page.field("Password", QLineEdit).text()
    assert len(password) == 23
    press(Qt.Key.Key_Return)
    await page.reads(f"Tested: {EMAIL} can sign in with this password.")
    press(Qt.Key.Key_Space)
    details = f"Your account at Demo store\nEmail: {EMAIL}\nPassword: {password}"
    await until(lambda: clipboard() == details)
    assert len(pressed) <= 6
    assert page.focus is page.button("Done")
    page.press("Copy password")
    assert clipboard() == password
    page.press("Copy sign-in details")
    page.press("Clear now")
    assert clipboard() == ""
    page.button("Done").setFocus()
    press(Qt.Key.Key_Return)
    await page.no_dialog()
    assert password not in caplog.text


async def test_every_control_is_known_by_its_words(page: Program) -> None:
    page.press("Register customer")
    await page.dialog("registerCustomer")
    await until(page.button("Register").isEnabled)
    assert names(page) == {
        *("Email", "Password", "Show", "Generate", "First name", "Last name"),
        *("Publishable key", "Cancel", "Register"),
    }
    page.press("Cancel")
    await page.no_dialog()
    await register(page)
    assert names(page) == {"Copy sign-in details", "Copy password", "Done"}


async def test_what_is_missing_or_wrong_is_told_beside_it(page: Program, tap: Wiretap) -> None:
    await ask(page, "anna@@example.com", "")
    page.press("Register")
    await page.reads("An email address has only one @.", "Enter a password, or choose Generate.")
    assert page.focus is page.field("Email", QLineEdit)
    page.fill("Email", "anna@localhost")
    page.press("Register")
    await page.reads("The domain after the @ has no dot")
    assert tap.count("POST", f"{IDENTITY}|{CREATE}") == 0


async def test_a_held_enter_registers_nobody(page: Program, tap: Wiretap) -> None:
    await ask(page)
    page.field("Last name", QLineEdit).setFocus()
    hold_enter(page)
    page.find(QPushButton, "submit").setFocus()
    hold_enter(page)
    await never(lambda: tap.count("POST", IDENTITY))


async def test_a_shown_password_is_masked_again_after_a_while(page: Program) -> None:
    await ask(page)
    password = page.field("Password", QLineEdit)
    page.press("Show")
    assert password.echoMode() is QLineEdit.EchoMode.Normal
    timers = page.front.findChildren(QTimer)
    next(t for t in timers if t.isActive() and t.interval() == 30_000).timeout.emit()
    assert password.echoMode() is QLineEdit.EchoMode.Password


async def test_who_else_has_the_email_is_told_while_it_is_typed(
    page: Program, tap: Wiretap
) -> None:
    guest = page.column("Email")[page.column("Account").index("Guest")]
    await ask(page, guest)
    await page.reads("A guest has this email. The two records stay separate.")
    page.fill("Email", CARLA)
    await page.reads("An account with this email exists.")
    page.fill("Email", "Customer@Demo.example")
    await page.reads(
        f"{CARLA} already exists in different capitals. Medusa treats them as two customers.",
        "the customer must type Customer@Demo.example exactly like this",
    )
    tap.on("GET", LIST, broken)
    page.fill("Email", EMAIL)
    asked = tap.count("GET", LIST)
    await until(lambda: tap.count("GET", LIST) > asked)
    page.press("Register")
    await page.reads("Anna can sign in")


async def test_a_guest_of_that_email_stays_and_both_are_marked(page: Program) -> None:
    guest = page.column("Email")[page.column("Account").index("Guest")]
    await register(page, guest)
    page.press("Done")
    await page.no_dialog()
    await until(lambda: page.picked_customers == [guest])
    await until(lambda: "also" in page.column("Account")[page.row(guest)])


@pytest.mark.parametrize("path", [IDENTITY, CREATE])
async def test_a_lost_answer_is_made_up_for_without_doubling(
    page: Program, tap: Wiretap, path: str
) -> None:
    tap.on("POST", path, lost, once=True)
    await register(page)
    assert tap.count("POST", path) == 1
    page.press("Done")
    await page.no_dialog()
    await until(lambda: page.column("Email").count(EMAIL) == 1)


@pytest.mark.parametrize(
    ("method", "path", "told", "failed"),
    [
        ("POST", IDENTITY, "The store didn't answer.", "Sign-in not confirmed"),
        ("POST", CREATE, "The store didn't answer.", "Customer not confirmed"),
        ("GET", ME, "The customer exists, but the sign-in check failed.", "Sign-in check failed"),
    ],
)
async def test_trying_again_with_the_same_password_finishes_what_was_broken_off(
    page: Program, tap: Wiretap, method: str, path: str, told: str, failed: str
) -> None:
    tap.on("POST", SIGN_IN, broken)
    tap.on(method, path, lost)
    await ask(page)
    page.press("Register")
    if path == ME:
        tap.on("POST", SIGN_IN, lambda exchange: exchange.pass_on(exchange.send))
    await page.reads(told)
    assert failed in steps(page)
    assert page.field("Email", QLineEdit).text() == EMAIL
    assert page.field("Password", QLineEdit).text() == PASSWORD
    tap.calm()
    page.press("Try again")
    await page.reads("Anna can sign in")
    page.press("Done")
    await page.no_dialog()
    await until(lambda: page.column("Email").count(EMAIL) == 1)


async def test_another_password_is_refused_and_the_first_one_continues(
    page: Program, tap: Wiretap
) -> None:
    tap.on("POST", CREATE, broken)
    await ask(page)
    page.press("Register")
    await page.reads("You can safely try again with the same password.")
    tap.calm()
    page.fill("Password", "another-password-1")
    page.press("Try again")
    await page.reads(
        "This email is already registered with a different password. To finish an interrupted "
        "registration, enter the password used then."
    )
    assert page.focus is page.field("Password", QLineEdit)
    page.fill("Password", PASSWORD)
    page.press("Try again")
    await page.reads("Anna can sign in")


async def test_an_error_about_the_email_does_not_outlive_that_email(
    page: Program, tap: Wiretap
) -> None:
    await ask(page, of_kind(page, "Account"))
    page.press("Register")
    await page.reads("This email is already registered with a different password.")
    page.fill("Email", EMAIL)
    assert "This email is already registered" not in page.words
    page.fill("Password", "")
    page.press("Register")
    await page.reads("Enter a password, or choose Generate.")
    page.fill("Email", f"x{EMAIL}")
    assert "Enter a password, or choose Generate." in page.words, "it is not about the email"


async def test_an_error_goes_with_the_attempt_that_caused_it(page: Program, tap: Wiretap) -> None:
    tap.on("POST", CREATE, broken)
    await ask(page)
    page.press("Register")
    await page.reads("The store didn't answer.")
    page.fill("Password", "another-password-1")
    page.press("Try again")
    await until(lambda: page.field("Password", QLineEdit).property("invalid"))
    tap.on("POST", IDENTITY, broken)
    page.press("Try again")
    await page.reads("The store didn't answer.")
    assert not page.field("Password", QLineEdit).property("invalid")


async def test_a_refused_password_is_not_called_strong(page: Program) -> None:
    await ask(page, password="")
    page.press("Register")
    await until(lambda: page.field("Password", QLineEdit).property("invalid"))
    (strength,) = page.front.findChildren(QLabel, "password.strength")
    assert not strength.isVisible()
    page.fill("Password", PASSWORD)
    await until(strength.isVisible)


async def test_the_email_of_another_customers_account_is_refused_beside_it(
    page: Program, tap: Wiretap
) -> None:
    taken = "anna.lee@example.com"
    await edit(page, of_kind(page, "Account"))
    page.fill("Email", taken)
    page.press("Save")
    await page.no_dialog()
    await ask(page, taken)
    tap.on("GET", LIST, broken)  # so that nobody can tell before
    page.press("Register")
    await page.reads(
        "Another customer's account has this email. Change that customer's email, or use "
        "another one."
    )
    assert page.focus is page.field("Email", QLineEdit)
    assert steps(page)[1] == "Customer not created"
    page.fill("Email", EMAIL)
    page.press("Register")
    await page.reads("Anna can sign in")


async def test_a_refused_key_is_told_beside_the_keys_and_another_one_works(
    page: Program, tap: Wiretap
) -> None:
    refusal = {
        "type": "not_allowed",
        "message": "A valid publishable key is required to proceed with the request",
    }
    await ask(page)
    tap.on("POST", CREATE, answer(400, refusal), once=True)
    page.press("Register")
    await page.reads("The store rejected this publishable key. It may have been revoked.")
    keys = page.field("Publishable key", QComboBox)
    assert page.focus is keys
    assert keys.count() > 1
    page.key(Qt.Key.Key_Down)
    assert keys.currentIndex() == 1
    page.press("Try again")
    await page.reads("Anna can sign in")


async def test_the_oldest_key_is_chosen_and_without_any_one_can_be_created(
    page: Program, tap: Wiretap
) -> None:
    none = answer(200, {"api_keys": [], "count": 0, "offset": 0, "limit": 50})
    tap.on("GET", KEYS, none, once=True, parameters={"type": "publishable"})
    page.press("Register customer")
    await page.dialog("registerCustomer")
    await page.reads("This store has no active publishable key.")
    page.press("Register")
    await page.reads("Medusa needs a publishable key to register customers.")
    page.press("Create publishable key")
    await page.dialog("keyForm")
    page.fill("Title", "Shop window")
    page.press("Create")
    await page.dialog("registerCustomer")
    keys = page.field("Publishable key", QComboBox)
    await until(lambda: keys.currentText().startswith("Shop window · pk_"))
    assert "This key has no sales channel" not in page.words, "the form chose the default one"
    assert json.loads(tap.asked("POST", KEYS)[0].body)["type"] == "publishable"
    assert keys.itemText(0).startswith("Default Publishable API Key · pk_")
    assert not re.search("pk_[0-9a-f]{64}", " ".join(map(keys.itemText, range(keys.count()))))
    page.press("Cancel")
    await page.no_dialog()


async def test_without_the_right_to_see_keys_the_right_is_named(
    page: Program, tap: Wiretap
) -> None:
    forbidden = {
        "type": "forbidden",
        "message": "Forbidden. Required policies: api_key:read",
    }
    refused = answer(403, forbidden)
    tap.on("GET", KEYS, refused, once=True, parameters={"type": "publishable"})
    tap.on("GET", PERMISSIONS, answer(200, {"permissions": ["customer:create"]}))
    page.press("Register customer")
    await page.dialog("registerCustomer")
    await page.reads("You can't view keys.", "api_key:read")
    page.press("Look again")
    keys = page.field("Publishable key", QComboBox)
    await until(lambda: keys.count() > 0)
    assert keys.isEnabled()


async def test_who_does_not_wait_keeps_the_form_and_can_go_on(page: Program, tap: Wiretap) -> None:
    gate = asyncio.Event()
    tap.on("POST", CREATE, held(gate))
    await ask(page)
    page.press("Register")
    await until(lambda: tap.count("POST", CREATE) == 1)
    assert steps(page)[1] == "Creating customer…"
    assert not page.button("Registering…").isEnabled()
    page.key(Qt.Key.Key_Return)  # lands nowhere
    page.press("Stop waiting")
    await page.reads("Stopped waiting. It may still go through.")
    assert page.field("Password", QLineEdit).text() == PASSWORD
    page.press("Cancel")
    await page.dialog("confirm")
    await page.reads("Stop this registration?")
    page.press("Keep going")
    await page.dialog("registerCustomer")
    page.press("Try again")
    gate.set()
    await page.reads("Anna can sign in")
    assert tap.count("POST", CREATE) == 1


async def test_leaving_what_is_not_finished_is_asked_for(page: Program, tap: Wiretap) -> None:
    tap.on("POST", CREATE, broken)
    await ask(page)
    held_by_the_field: list[str] = []
    page.field("Password", QLineEdit).textChanged.connect(held_by_the_field.append)
    page.press("Register")
    await page.reads("The store didn't answer.")
    page.key(Qt.Key.Key_Escape)
    await page.dialog("confirm")
    page.press("Stop anyway")
    await page.no_dialog()
    assert held_by_the_field == [""]


async def test_the_password_is_copied_as_a_secret_and_cannot_be_had_again(page: Program) -> None:
    await register(page)
    page.press("Copy password")
    assert clipboard() == PASSWORD
    data = QGuiApplication.clipboard().mimeData()
    assert data.data("x-kde-passwordManagerHint").data() == b"secret"
    await page.reads("Copied. Clipboard clears in 30 s")
    await page.clock.advance(31)
    assert clipboard() == ""
    await page.reads("Clipboard cleared. Not pasted yet?")
    page.press("Copy password")
    assert clipboard() == PASSWORD
    page.press("Done")
    await page.no_dialog()
    await page.clock.advance(60)
    assert clipboard() == ""
    for widget in QApplication.allWidgets():
        assert not (isinstance(widget, QLineEdit) and widget.text() == PASSWORD)
    assert PASSWORD not in page.log.text
    assert EMAIL not in page.log.text
    await page.quit()
    for file in page.folder.rglob("*"):
        if file.is_file() and "demo" not in file.name:
            assert PASSWORD.encode() not in file.read_bytes(), file.name


async def test_a_generated_password_is_not_lost_by_an_escape(page: Program, tap: Wiretap) -> None:
    await ask(page, password="")
    page.press("Generate")
    edit = page.field("Password", QLineEdit)
    made = edit.text()
    assert re.fullmatch("([a-z2-9]{5}-){3}[a-z2-9]{5}", made)
    assert edit.displayText() == made
    await page.reads("Strong: practically unguessable")
    page.press("Register")
    await page.reads("Anna can sign in")
    page.key(Qt.Key.Key_Escape)
    await page.reads("You haven't copied the password. Copy it, or choose Done to close.")
    page.press("Copy password")
    assert clipboard() == made
    page.key(Qt.Key.Key_Escape)
    await page.no_dialog()
    assert json.loads(tap.asked("POST", SIGN_IN)[-1].body)["password"] == made


async def test_how_strong_a_password_is_is_told_in_words(page: Program) -> None:
    await ask(page, password="anna1984")
    await page.reads("Weak: can be guessed in minutes")
    page.fill("Password", "visserholmqvist")
    page.fill("Last name", "Lee")
    await until(lambda: "Weak" not in page.words)
    page.fill("Last name", "Visserholmqvist")  # whoever knows her name guesses that first
    await page.reads("Weak: can be guessed in minutes")
    page.fill("Password", "")
    await page.reads("Give it to the customer. It is not saved anywhere.")


async def test_only_what_is_typed_last_is_judged_and_one_at_a_time(
    page: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    judged: list[str] = []
    gate = threading.Event()

    def judge(password: str, _about: list[str]) -> dict[str, int]:
        judged.append(password)
        assert gate.wait(60)
        return {"score": 4}

    monkeypatch.setattr(zxcvbn, "zxcvbn", judge)
    try:
        await ask(page, password="first-try")
        pause = page.front.findChild(QTimer, "password.pause")
        assert isinstance(pause, QTimer)
        await until(lambda: judged == ["first-try"])
        for typed in ("second-try", "third-try"):
            page.fill("Password", typed)
            await until(lambda: not pause.isActive())
        await never(lambda: len(judged) > 1)
        gate.set()
        await page.reads("Strong: practically unguessable")
        assert judged == ["first-try", "third-try"]
        gate.clear()
        page.fill("Password", "fourth-try")
        await until(lambda: len(judged) == 3)
        page.fill("Password", "fifth-try")
        await until(lambda: not pause.isActive())
        page.press("Cancel")
        await page.no_dialog()
    finally:
        gate.set()
    await never(lambda: "fifth-try" in judged)


async def test_who_was_there_already_is_told_apart_from_who_was_made(page: Program) -> None:
    await ask(page)
    page.press("Register")
    await page.reads("Anna can sign in")
    assert "already existed" not in page.words
    page.press("Done")
    await page.no_dialog()
    await register(page)
    await page.reads("This customer already existed. Name and details were not changed.")
    assert steps(page)[1] == "Customer already existed"


async def test_a_fault_of_the_program_leaves_a_form_that_can_be_sent_again_and_closed(
    page: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.mishaps_are_meant = True
    await ask(page)
    whole = httpx.AsyncClient.send

    async def send(
        client: httpx.AsyncClient, request: httpx.Request, **options: Any
    ) -> httpx.Response:
        if request.url.path.endswith(IDENTITY):
            raise RuntimeError
        return await whole(client, request, **options)

    with monkeypatch.context() as patch:
        patch.setattr(httpx.AsyncClient, "send", send)
        page.press("Register")
        await until(lambda: "Try again" in page.buttons)
    assert steps(page)[0] == "Sign-in not confirmed"
    page.press("Cancel")
    await page.dialog("confirm")
    page.press("Keep going")
    await page.dialog("registerCustomer")
    page.press("Try again")
    await page.reads("Anna can sign in")


async def test_an_endless_email_is_cut_in_the_proof(page: Program) -> None:
    tasks = TaskScope(lambda *_: None, page.clock.value)
    copy = SecretCopy(SystemClipboard(QGuiApplication.clipboard()), tasks)
    proof = PasswordHandover(DEMO_STORE, copy, 30, tasks.clock)
    endless = Customer.model_validate(customer_record(email="a" * 100_000))
    proof.begin(endless, SecretStr(PASSWORD))
    told = next(x.text() for x in proof.findChildren(QLabel, "registered.text"))
    assert len(told) < 1000
    assert told.endswith("you can't see it again after closing.")
    proof.end()
    proof.deleteLater()


async def test_a_shown_password_is_masked_again_and_never_copied_by_hand(page: Program) -> None:
    await ask(page)
    edit = page.field("Password", QLineEdit)
    assert edit.displayText() != PASSWORD
    page.press("Show")
    assert edit.displayText() == PASSWORD
    edit.setFocus()
    page.key(Qt.Key.Key_A, CTRL)
    page.key(Qt.Key.Key_C, CTRL)
    assert clipboard() == ""
    assert edit.displayText() == PASSWORD
    assert edit.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData
    other = QWidget()
    other.show()
    other.activateWindow()
    await until(lambda: edit.displayText() != PASSWORD)
    other.close()
    other.deleteLater()
    await page.dialog("registerCustomer")
    assert not page.button("Show").isChecked()
    page.press("Show")
    page.key(Qt.Key.Key_X, CTRL)
    assert clipboard() == ""


@pytest.fixture
def documented(monkeypatch: pytest.MonkeyPatch) -> None:
    """The demo store is of the documented kind."""
    speak_as_documented(monkeypatch)


async def test_a_store_of_the_documented_kind_takes_two_steps(
    documented: None, tap: Wiretap, start: Start
) -> None:
    program = await start(demo=True)
    await program.keys_page()
    await program.customers_page()
    await register(program)
    assert steps(program) == ["Customer created", "Sign-in checked"]
    assert tap.count("POST", CREATE) == 1


async def test_what_the_customer_may_not_do_is_not_put_down_to_the_admins_role(
    page: Program, tap: Wiretap
) -> None:
    tap.on("POST", CREATE, answer(403, {"type": "forbidden", "message": "Forbidden"}), once=True)
    await ask(page)
    page.press("Register")
    await page.reads("The customer was not created.", "The store doesn't allow it.")
    assert "role" not in page.words
    page.press("Try again")
    await page.reads("can sign in")
