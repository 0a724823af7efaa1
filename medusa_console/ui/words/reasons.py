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
    NotSendable,
    UnsafeAddress,
    UnusableCertificates,
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
            "reasons", "Enter the address of the store, like https://store.example.com."
        ),
        AddressFault.NO_SCHEME: translate("reasons", "Write the whole address, like {value}."),
        AddressFault.SCHEME: translate(
            "reasons", "Only https:// addresses can be used (http:// for this computer)."
        ),
        AddressFault.NOT_ENCRYPTED: translate(
            "reasons", "Use https://: over http:// anybody in between could read the password."
        ),
        AddressFault.PATH: translate("reasons", "Leave out everything after the host: {value}"),
        AddressFault.NEVER_EXISTS: translate("reasons", "Names ending in .invalid never exist."),
        AddressFault.PROXY_EMPTY: translate(
            "reasons", "Enter the address of the proxy, like http://proxy.example.com:3128."
        ),
        AddressFault.PROXY_SCHEME: translate(
            "reasons",
            "Only http:// proxies can be used. What goes through them to the store is still "
            "encrypted.",
        ),
        AddressFault.PROXY_PORT: translate(
            "reasons", "Give the port too, like http://{value}:3128."
        ),
        AddressFault.PROXY_PATH: translate(
            "reasons", "Leave out everything after the port: {value}"
        ),
        AddressFault.TOO_LONG: translate("reasons", "The host name is too long to exist."),
        AddressFault.CHARACTER: translate(
            "reasons", "The address contains a space or a character that hosts cannot have."
        ),
        AddressFault.INCOMPLETE: translate(
            "reasons", "This is not a complete address: check host and port."
        ),
        AddressFault.USER_INFO: translate(
            "reasons",
            "Leave out everything before the @: names and passwords do not belong in an address.",
        ),
        AddressFault.QUERY: translate("reasons", "Leave out everything from the ? or # on."),
        AddressFault.BRACKETS: translate(
            "reasons", "Something stands around the brackets of the IPv6 address."
        ),
        AddressFault.HOST: translate(
            "reasons", "The host name is missing or has a character that hosts cannot have."
        ),
        AddressFault.LOCALHOST: translate(
            "reasons", "Write localhost, without anything before it."
        ),
        AddressFault.NOT_A_NAME: translate(
            "reasons", "The host name cannot be used on the internet."
        ),
        AddressFault.NOT_IPV6: translate(
            "reasons", "The address in brackets is not an IPv6 address."
        ),
        AddressFault.IPV6_FORM: translate("reasons", "This form of IPv6 address is not accepted."),
        AddressFault.NOT_IPV4: translate(
            "reasons", "Write IP addresses as four numbers, like 192.0.2.10."
        ),
        AddressFault.NO_SERVER: translate("reasons", "0.0.0.0 is not the address of a server."),
        AddressFault.MOVED: translate(
            "reasons", "This store's address was changed. Open it again."
        ),
    }[error.fault].format(value=error.value)


def email(problem: EmailProblem) -> str:
    """What is wrong with the email as typed, for the line beside its field."""
    sign = problem.sign
    return {
        EmailFault.EMPTY: translate("reasons", "Enter an email, like anna@example.com."),
        EmailFault.INVISIBLE: translate(
            "reasons",
            "The email contains an invisible character ({code}): type it by hand instead of "
            "pasting it.",
        ),
        EmailFault.SPACE: translate("reasons", "The email contains a space."),
        EmailFault.NO_AT: translate("reasons", "The @ is missing."),
        EmailFault.TWO_ATS: translate("reasons", "There is more than one @."),
        EmailFault.NO_NAME: translate("reasons", "The name before the @ is missing."),
        EmailFault.NO_DOMAIN: translate(
            "reasons", "The domain after the @ is missing, like example.com."
        ),
        EmailFault.DOT: translate(
            "reasons",
            "A dot stands at the beginning, at the end, before the @ or beside another dot.",
        ),
        EmailFault.CHARACTER: translate("reasons", "Medusa does not accept “{sign}” in an email."),
        EmailFault.NO_DOT: translate(
            "reasons",
            "The domain after the @ has no dot; Medusa accepts only names like example.com.",
        ),
        EmailFault.DOMAIN: translate(
            "reasons", "Medusa does not accept this email: look at the domain after the @."
        ),
    }[problem.fault].format(sign=sign, code=f"U+{ord(sign):04X}" if sign else "")


def entered(error: NotSendable) -> str:
    """Why the program does not send what was entered."""
    return {
        InputFault.NOT_AN_ID: translate("reasons", "The store named a record by no usable id."),
        InputFault.HALF_CHARACTER: translate(
            "reasons", "The text contains half a character: type it instead of pasting it."
        ),
        InputFault.TOO_LONG: translate("reasons", "The text is too long."),
        InputFault.KEY_IN_ADDRESS: translate(
            "reasons", "This looks like a key, and no key is sent in an address."
        ),
        InputFault.KEY_IN_TITLE: translate(
            "reasons", "This is a key. Titles are visible to everybody."
        ),
        InputFault.KEY_IN_DETAILS: translate(
            "reasons", "This looks like a key. Everybody who may see customers would see it."
        ),
        InputFault.NO_SIGN_IN: translate(
            "reasons", "Only a customer with an email and an account can sign in."
        ),
    }[error.fault]


def depends_on_case(email: str) -> str:
    """The warning about an email with capital letters."""
    return translate(
        "reasons",
        "Medusa tells {email} and {lower} apart; it will have to be typed exactly so at every "
        "sign-in.",
    ).format(email=email, lower=email.lower())


def certificates(error: UnusableCertificates) -> str:
    """What is wrong with a store's CA file."""
    pkcs7 = translate(
        "reasons", "This file has certificates in the form of PKCS #7. Convert it: {line}"
    )
    return {
        FileFault.NO_FILE: translate("reasons", "This is not a file."),
        FileFault.TOO_LARGE: translate(
            "reasons", "This file is too large to be one of certificates."
        ),
        FileFault.MISSING: translate("reasons", "There is no such file."),
        FileFault.NOT_ALLOWED: translate("reasons", "You may not read this file."),
        FileFault.UNREADABLE: translate("reasons", "This file cannot be read."),
        FileFault.NO_CONTENT: translate("reasons", "No certificate is in this file."),
        FileFault.TRUSTED: translate(
            "reasons",
            "This file has a TRUSTED CERTIFICATE, which only OpenSSL reads. Convert it: {line}",
        ),
        FileFault.PKCS7: pkcs7,
        FileFault.PKCS7_DER: pkcs7,
        FileFault.PKCS12: translate(
            "reasons",
            "This file has certificates and keys (PKCS #12). Take the certificates out: {line}",
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
        FileFault.NO_FILE: translate("reasons", "It is not a file with content of its own."),
        FileFault.TOO_LARGE: translate("reasons", "It is too large to be a list of stores."),
        FileFault.NO_CONTENT: translate("reasons", "It is not a list of stores."),
    }.get(error.fault, translate("reasons", "This file cannot be read."))


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
            "reasons", "a store of this name and address is in the list already."
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
            "reasons", "“{field}” has a line break or a sign that cannot be seen."
        ),
        EntryFault.NO_TEXT: translate("reasons", "“{field}” is not text."),
    }[problem.fault].format(field=problem.place, longest=problem.longest)


def keyring(error: VaultUnavailable) -> str:
    """Why the keyring was of no use."""
    return {
        KeyringFault.NO_KEYRING: translate("reasons", "No usable keyring on this computer."),
        KeyringFault.NOT_KEPT: translate(
            "reasons", "The keyring did not keep what was written to it."
        ),
        KeyringFault.SLOW: translate("reasons", "The keyring did not answer in time."),
        KeyringFault.LOCKED: translate("reasons", "The keyring is locked."),
        KeyringFault.NOT_OPENED: translate("reasons", "The keyring was not opened."),
        KeyringFault.FAILED: translate("reasons", "The keyring failed ({detail})."),
        KeyringFault.TOO_LARGE: translate(
            "reasons", "The session is too large for this computer's keyring."
        ),
        KeyringFault.NOT_REMOVED: translate("reasons", "The keyring did not remove the entry."),
        KeyringFault.UNFIT: translate("reasons", "This session cannot be kept in a keyring."),
        KeyringFault.OF_DEMO: translate(
            "reasons", "Sessions of the demo store are not kept in the keyring."
        ),
    }[error.fault].format(detail=error.detail)


def loading(problem: LoadProblem) -> str:
    """What of the data folder could not be read, and where it is now."""
    text = {
        LoadFault.STORES: translate("reasons", "The list of stores could not be read."),
        LoadFault.STORES_FROM_COPY: translate(
            "reasons", "The list of stores was damaged. Its last copy is used."
        ),
        LoadFault.SOME_STORES: counts.stores_lost(problem.lost, problem.number),
        LoadFault.SETTINGS: translate(
            "reasons", "The settings could not be read and are the usual ones."
        ),
        LoadFault.SETTINGS_FROM_COPY: translate(
            "reasons", "The settings were damaged. Their last copy is used."
        ),
        LoadFault.NOT_SAVED_AGAIN: translate(
            "reasons", "The stores that were read could not be saved again: {detail}."
        ),
    }[problem.fault].format(detail=problem.detail)
    return text if problem.aside is None else f"{text} {_aside(problem.aside)}"


def _aside(aside: Aside) -> str:
    if aside.kept:
        return translate("reasons", "The file is kept as {file}.").format(file=aside.kept)
    return translate("reasons", "{file} could not be set aside: {detail}.").format(
        file=aside.name, detail=aside.detail
    )
