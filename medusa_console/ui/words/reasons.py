"""The words for what is wrong with an address, an email, a file, the keyring or the data folder."""

from __future__ import annotations

import shlex
from pathlib import PurePath

from medusa_console.domain.email import EmailFault, EmailProblem
from medusa_console.domain.entry_problem import EntryFault, EntryProblem
from medusa_console.domain.errors import (
    AddressFault,
    FileFault,
    InputFault,
    KeyringFault,
    LeakFault,
    NotSendable,
    UnsafeAddress,
    UnusableCertificates,
    UnusableLeak,
    UnusableStoreFile,
    VaultUnavailable,
)
from medusa_console.domain.load_problem import Aside, LoadFault, LoadProblem
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.words.counts import counts


def address(error: UnsafeAddress) -> str:
    """What is wrong with the address as typed, for the line beside its field."""
    return {
        AddressFault.EMPTY: translate(
            "reasons", "Enter the store's address, for example https://store.example.com."
        ),
        AddressFault.NO_SCHEME: translate("reasons", "Start with https://, for example {value}."),
        AddressFault.SCHEME: translate(
            "reasons", "Only https:// addresses can be used (http:// for this computer)."
        ),
        AddressFault.NOT_ENCRYPTED: translate(
            "reasons", "Use https://. Over http:// your password could be read on the way."
        ),
        AddressFault.PATH: translate(
            "reasons", "Enter only https:// and the host, without a path: {value}"
        ),
        AddressFault.NEVER_EXISTS: translate("reasons", "Names ending in .invalid never exist."),
        AddressFault.PROXY_EMPTY: translate(
            "reasons", "Enter the proxy's address, for example http://proxy.example.com:3128."
        ),
        AddressFault.PROXY_SCHEME: translate(
            "reasons",
            "Only http:// proxies can be used. Your connection to the store stays encrypted.",
        ),
        AddressFault.PROXY_PORT: translate(
            "reasons", "Include the port, for example http://{value}:3128."
        ),
        AddressFault.PROXY_PATH: translate(
            "reasons", "Enter only http://, the host and the port: {value}"
        ),
        AddressFault.TOO_LONG: translate("reasons", "The host name is too long."),
        AddressFault.CHARACTER: translate(
            "reasons", "The address contains a space or a character that is not allowed in hosts."
        ),
        AddressFault.INCOMPLETE: translate(
            "reasons", "This address is incomplete. Check host and port."
        ),
        AddressFault.USER_INFO: translate(
            "reasons",
            "Remove everything up to the @. Names and passwords don't belong in an address.",
        ),
        AddressFault.QUERY: translate("reasons", "Remove the part from “?” or “#”."),
        AddressFault.BRACKETS: translate(
            "reasons", "Remove what is before or after the brackets of the IPv6 address."
        ),
        AddressFault.HOST: translate(
            "reasons", "The host name is missing or contains a character that is not allowed."
        ),
        AddressFault.LOCALHOST: translate("reasons", "Enter localhost, with nothing before it."),
        AddressFault.NOT_A_NAME: translate(
            "reasons", "This host name can't be used on the internet."
        ),
        AddressFault.NOT_IPV6: translate(
            "reasons", "The address in brackets is not an IPv6 address."
        ),
        AddressFault.IPV6_FORM: translate("reasons", "This form of IPv6 address is not accepted."),
        AddressFault.NOT_IPV4: translate(
            "reasons", "Enter IP addresses as four numbers, for example 192.0.2.10."
        ),
        AddressFault.NO_SERVER: translate("reasons", "0.0.0.0 is not the address of a server."),
        AddressFault.MOVED: translate(
            "reasons", "The address of this store was changed. Open the store again."
        ),
    }[error.fault].format(value=error.value)


def email(problem: EmailProblem) -> str:
    """What is wrong with the email as typed, for the line beside its field."""
    sign = problem.sign
    return {
        EmailFault.EMPTY: translate(
            "reasons", "Enter an email address, for example anna@example.com."
        ),
        EmailFault.INVISIBLE: translate(
            "reasons",
            "The email contains an invisible character ({code}). Type it instead of pasting it.",
        ),
        EmailFault.SPACE: translate("reasons", "The email contains a space."),
        EmailFault.NO_AT: translate("reasons", "The @ is missing."),
        EmailFault.TWO_ATS: translate("reasons", "An email address has only one @."),
        EmailFault.NO_NAME: translate("reasons", "The name before the @ is missing."),
        EmailFault.NO_DOMAIN: translate(
            "reasons", "The domain after the @ is missing, for example example.com."
        ),
        EmailFault.DOT: translate(
            "reasons",
            "Check the dots: none may come first, last, directly before the @ or next to another.",
        ),
        EmailFault.CHARACTER: translate("reasons", "Medusa doesn't accept “{sign}” in an email."),
        EmailFault.NO_DOT: translate(
            "reasons",
            "The domain after the @ has no dot. Medusa accepts only names like example.com.",
        ),
        EmailFault.DOMAIN: translate(
            "reasons", "Medusa doesn't accept this email. Check the domain after the @."
        ),
    }[problem.fault].format(sign=sign, code=f"U+{ord(sign):04X}" if sign else "")


def entered(error: NotSendable) -> str:
    """Why the program does not send what was entered."""
    return {
        InputFault.NOT_AN_ID: translate("reasons", "The store sent an ID that can't be used."),
        InputFault.HALF_CHARACTER: translate(
            "reasons", "The text contains a broken character. Type it instead of pasting it."
        ),
        InputFault.TOO_LONG: translate("reasons", "The text is too long."),
        InputFault.KEY_IN_ADDRESS: translate(
            "reasons", "That looks like a key. Keys are never sent in an address."
        ),
        InputFault.KEY_IN_TITLE: translate(
            "reasons", "That looks like a key. Every admin can see titles."
        ),
        InputFault.KEY_IN_DETAILS: translate(
            "reasons", "That looks like a key. Everyone who can view customers would see it."
        ),
        InputFault.NO_SIGN_IN: translate(
            "reasons", "Only a customer with an email and an account can sign in."
        ),
        InputFault.END_OUT_OF_RANGE: translate(
            "reasons", "A key can end between 1 minute and 10 years from now."
        ),
        InputFault.ALREADY_REVOKED: translate(
            "reasons", "Somebody has revoked this key meanwhile. It no longer works."
        ),
    }[error.fault]


def colleague_depends_on_case(email: str) -> str:
    """The warning about the email of a colleague with capital letters."""
    return translate(
        "reasons",
        "Medusa is case-sensitive here: they must type {email} exactly like this to sign in.",
    ).format(email=email)


def depends_on_case(email: str) -> str:
    """The warning about an email with capital letters."""
    return translate(
        "reasons",
        "Medusa is case-sensitive here: the customer must type {email} exactly like this to sign "
        "in.",
    ).format(email=email)


def certificates(error: UnusableCertificates) -> str:
    """What is wrong with a store's CA file."""
    pkcs7 = translate(
        "reasons", "This file contains certificates in PKCS #7 format. Convert it: {line}"
    )
    return {
        FileFault.NO_FILE: translate("reasons", "This is not a file."),
        FileFault.TOO_LARGE: translate("reasons", "This file is too large for a certificate file."),
        FileFault.MISSING: translate("reasons", "File not found."),
        FileFault.NOT_ALLOWED: translate("reasons", "You don't have permission to read this file."),
        FileFault.UNREADABLE: translate("reasons", "This file can't be read."),
        FileFault.NO_CONTENT: translate("reasons", "This file contains no certificate."),
        FileFault.TRUSTED: translate(
            "reasons",
            "This file contains a TRUSTED CERTIFICATE, which only OpenSSL reads. Convert it: "
            "{line}",
        ),
        FileFault.PKCS7: pkcs7,
        FileFault.PKCS7_DER: pkcs7,
        FileFault.PKCS12: translate(
            "reasons",
            "This file contains certificates and keys (PKCS #12). Extract the certificates: {line}",
        ),
    }[error.fault].format(line=_converting(error))


def _converting(error: UnusableCertificates) -> str:
    """The command that writes the certificates as PEM; "" where there is none."""
    command = {
        FileFault.TRUSTED: "x509",
        FileFault.PKCS7: "pkcs7 -print_certs",
        FileFault.PKCS7_DER: "pkcs7 -inform DER -print_certs",
        FileFault.PKCS12: "pkcs12 -nokeys",
    }.get(error.fault, "")
    name = shlex.quote(PurePath(error.path).name)
    return f"openssl {command} -in {name} -out converted.pem" if command else ""


def store_file(error: UnusableStoreFile) -> str:
    """Why a list of stores cannot be read or written."""
    if error.detail:
        return f"{error.detail}."
    return {
        FileFault.NO_FILE: translate("reasons", "It is not a regular file."),
        FileFault.TOO_LARGE: translate("reasons", "It is too large to be a list of stores."),
        FileFault.NO_CONTENT: translate("reasons", "It is not a list of stores."),
    }.get(error.fault, translate("reasons", "This file can't be read."))


def leak(error: UnusableLeak) -> str:
    """Why a text that may be a leak is not read."""
    return {
        LeakFault.LONG_TEXT: translate(
            "reasons", "This text is too large to paste. Save it as a file and choose it."
        ),
        LeakFault.FOLDER: translate("reasons", "This is a folder. Choose a single file."),
        LeakFault.NO_FILE: translate("reasons", "This is not a regular file."),
        LeakFault.TOO_LARGE: translate(
            "reasons", "This file is larger than 50 MB. Choose a part of it."
        ),
        LeakFault.MISSING: translate("reasons", "This file no longer exists."),
        LeakFault.NOT_ALLOWED: translate("reasons", "You don't have permission to read this file."),
        LeakFault.UNREADABLE: translate("reasons", "This file can't be read."),
        LeakFault.SHRUNK: translate(
            "reasons", "This file became shorter while it was read. Choose it again."
        ),
    }[error.fault]


def entry(problem: EntryProblem) -> str:
    """Which entry of a list of stores was left out, and why."""
    called = (
        translate("reasons", "Entry {number} (“{name}”): {reason}")
        if problem.name
        else translate("reasons", "Entry {number}: {reason}")
    )
    return called.format(number=problem.number, name=problem.name, reason=_entry(problem))


def _entry(problem: EntryProblem) -> str:
    if problem.address is not None:
        return address(problem.address)
    return {
        EntryFault.KNOWN: translate(
            "reasons", "a store with this name and address is already in the list."
        ),
        EntryFault.NO_STORE: translate("reasons", "this is not a store."),
        EntryFault.ENVIRONMENT: translate(
            "reasons", "“environment” must be live, staging or development."
        ),
        EntryFault.PROXY: translate("reasons", "“proxy” is not a proxy."),
        EntryFault.PROXY_KIND: translate("reasons", "“proxy.kind” must be system, none or own."),
        EntryFault.READ_ONLY: translate("reasons", "“read_only” must be true or false."),
        EntryFault.MISSING: translate("reasons", "“{field}” is missing."),
        EntryFault.EMPTY: translate("reasons", "“{field}” is empty."),
        EntryFault.TOO_LONG: translate("reasons", "“{field}” is longer than {longest} characters."),
        EntryFault.UNSEEN_SIGN: translate(
            "reasons", "“{field}” contains a line break or an invisible character."
        ),
        EntryFault.NO_TEXT: translate("reasons", "“{field}” is not text."),
    }[problem.fault].format(field=problem.place, longest=problem.longest)


def keyring(error: VaultUnavailable) -> str:
    """Why the keyring was of no use."""
    return {
        KeyringFault.NO_KEYRING: translate("reasons", "No usable keyring on this computer."),
        KeyringFault.NOT_KEPT: translate("reasons", "The keyring didn't save the entry."),
        KeyringFault.SLOW: translate("reasons", "The keyring didn't respond in time."),
        KeyringFault.LOCKED: translate("reasons", "The keyring is locked."),
        KeyringFault.NOT_OPENED: translate("reasons", "The keyring was not opened."),
        KeyringFault.FAILED: translate("reasons", "The keyring failed ({detail})."),
        KeyringFault.TOO_LARGE: translate(
            "reasons", "The session is too large for this computer's keyring."
        ),
        KeyringFault.NOT_REMOVED: translate("reasons", "The keyring didn't delete the entry."),
        KeyringFault.UNFIT: translate("reasons", "This session can't be saved in a keyring."),
        KeyringFault.OF_DEMO: translate(
            "reasons", "Sessions of the demo store are not saved in the keyring."
        ),
    }[error.fault].format(detail=error.detail)


def loading(problem: LoadProblem) -> str:
    """What of the data folder could not be read, and where it is now."""
    text = {
        LoadFault.STORES: translate("reasons", "The list of stores couldn't be read."),
        LoadFault.STORES_FROM_COPY: translate(
            "reasons", "The list of stores was damaged. Its last copy was restored."
        ),
        LoadFault.SOME_STORES: counts.stores_lost(problem.lost, problem.number),
        LoadFault.SETTINGS: translate(
            "reasons", "The settings couldn't be read. The defaults apply."
        ),
        LoadFault.SETTINGS_FROM_COPY: translate(
            "reasons", "The settings were damaged. Their last copy was restored."
        ),
        LoadFault.NOT_SAVED_AGAIN: translate(
            "reasons", "The stores that could be read couldn't be saved again: {detail}."
        ),
        LoadFault.DEFAULTS_UNGUARDED: translate(
            "reasons",
            "Your administrator's settings are ignored: other accounts may change {detail}.",
        ),
        LoadFault.DEFAULTS_UNREADABLE: translate(
            "reasons",
            "Your administrator's settings are ignored: defaults.json can't be read ({detail}).",
        ),
        LoadFault.DEFAULTS_TOO_LARGE: translate(
            "reasons",
            "Your administrator's settings are ignored: defaults.json is larger than 256 KiB.",
        ),
        LoadFault.DEFAULTS_NO_JSON: translate(
            "reasons",
            "Your administrator's settings are ignored: defaults.json is not a JSON file.",
        ),
        LoadFault.DEFAULTS_WRONG: translate(
            "reasons",
            "Your administrator's settings are ignored: check “{detail}” in defaults.json.",
        ),
    }[problem.fault].format(detail=problem.detail)
    return text if problem.aside is None else f"{text} {_aside(problem.aside)}"


def _aside(aside: Aside) -> str:
    if aside.kept:
        return translate("reasons", "The old file is now {file}.").format(file=aside.kept)
    return translate("reasons", "{file} couldn't be set aside: {detail}.").format(
        file=aside.name, detail=aside.detail
    )
