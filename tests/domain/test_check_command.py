"""The command line that asks a store about a key without holding it. tests/contract runs it."""

from __future__ import annotations

import shlex
from dataclasses import replace

import pytest

from medusa_console.domain.api_key import KeyType
from medusa_console.domain.check_command import has_command, in_powershell, in_sh
from medusa_console.domain.store import DEMO_STORE, Environment, Proxy, ProxyKind, Store

HOSTILE = [
    "a'b",
    "$(touch x)",
    "`touch x`",
    '"; touch x; "',
    "a b\tc",
    "-K/etc/passwd",
    "{a,b}[1-9]",
    "\u2018; Remove-Item x; \u2019",
    "$env:PATH",
    "a\nb",
    "%PATH%!",
]


def store(**fields: object) -> Store:
    return Store("s", "Shop", "https://shop.example:9000", Environment.LIVE, **fields)  # type: ignore[arg-type]


def words_of_curl(line: str) -> list[str]:
    words = shlex.split(line)
    return words[words.index("curl") + 1 :]


def test_a_secret_key_goes_to_the_identity_check_and_a_publishable_one_to_the_regions() -> None:
    secret, public = in_sh(store(), KeyType.SECRET), in_sh(store(), KeyType.PUBLISHABLE)
    assert secret == (
        '(unset KEY; read -rs KEY && printf \'header = "Authorization: Basic %s"\\n\' "$KEY" | '
        "curl -q -sSig -K - https://shop.example:9000/admin/users/me)"
    )
    assert 'header = "x-publishable-api-key: %s"' in public
    assert "'https://shop.example:9000/store/regions?fields=id&limit=1'" in public
    for line in (secret, public):
        assert "export" not in line, "no other program gets the key with its environment"
        assert "\n" not in line


def test_powershell_reads_the_key_unseen_and_hands_it_to_curl_on_standard_input() -> None:
    assert in_powershell(store(), KeyType.SECRET) == (
        "& { $key = (New-Object Net.NetworkCredential('', (Read-Host -AsSecureString))).Password; "
        "('header = \"Authorization: Basic {0}\"' -f $key) | "
        "curl.exe -q -sSig -K - 'https://shop.example:9000/admin/users/me' }"
    )
    assert "'https://shop.example:9000/store/regions?fields=id&limit=1'" in in_powershell(
        store(), KeyType.PUBLISHABLE
    )


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_path_or_name_becomes_a_command(hostile: str) -> None:
    own = replace(store(ca_file=hostile, proxy=Proxy(ProxyKind.OWN, hostile)), origin=hostile)
    words = words_of_curl(in_sh(own, KeyType.SECRET))
    assert words[words.index("--cacert") + 1] == hostile
    assert words[words.index("--proxy") + 1] == hostile
    assert words[words.index("--proxy") + 2] == f"{hostile}/admin/users/me)"
    line = in_powershell(own, KeyType.SECRET)
    quoted = hostile
    for quote in "'\u2018\u2019":
        quoted = quoted.replace(quote, quote * 2)
    options = f" --cacert '{quoted}' --proxy '{quoted}' '{quoted}/admin/users/me' }}"
    assert line.endswith(options)


def test_the_connection_is_the_stores_own() -> None:
    def options(**fields: object) -> list[str]:
        return words_of_curl(in_sh(store(**fields), KeyType.SECRET))

    assert "--noproxy" not in options()
    assert options(proxy=Proxy(ProxyKind.NONE))[4:6] == ["--noproxy", "*"]
    own = options(proxy=Proxy(ProxyKind.OWN, "http://proxy:8080"))
    assert own[4:6] == ["--proxy", "http://proxy:8080"]
    here = Store("s", "Here", "http://[::1]:9000", Environment.DEVELOPMENT)
    assert words_of_curl(in_sh(here, KeyType.SECRET))[4:6] == ["--noproxy", "*"]


def test_no_command_line_reaches_the_demo_store() -> None:
    assert has_command(store())
    assert not has_command(DEMO_STORE)
