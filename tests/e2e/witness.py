"""What the server says about a key when somebody else asks, without any code of the program."""

from __future__ import annotations

import uuid

import httpx

from tests.real_medusa import MedusaServer


def key_works(server: MedusaServer, token: str, key_id: str) -> bool:
    """Whether `token` opens the admin API of `server`, as the key `key_id`.

    With RBAC a key without roles may read nothing, but a working one is named in a 404.
    """
    with httpx.Client(base_url=server.base_url, trust_env=False) as client:
        path = "/admin/users/me" if server.rbac else "/admin/customers"
        answer = client.get(path, auth=(token, ""))
    if answer.status_code == 401:
        return False
    if server.rbac:
        assert answer.status_code == 404
        assert answer.json()["message"] == f"User with id: {key_id} was not found"
    else:
        assert answer.status_code == 200
        assert "customers" in answer.json()
    return True


def record_exists(server: MedusaServer, key_id: str) -> bool:
    """Whether the server still knows the key, whatever its state."""
    with httpx.Client(base_url=server.base_url, trust_env=False) as client:
        answer = client.get(f"/admin/api-keys/{key_id}", headers=_as_admin(client, server))
    assert answer.status_code in (200, 404)
    return answer.status_code == 200


def end_of_key(server: MedusaServer, key_id: str) -> str:
    """When the key stops or stopped working, as the server writes it."""
    with httpx.Client(base_url=server.base_url, trust_env=False) as client:
        answer = client.get(f"/admin/api-keys/{key_id}", headers=_as_admin(client, server))
    assert answer.status_code == 200
    return str(answer.json()["api_key"]["revoked_at"])


def session_counts(server: MedusaServer, jwt: str) -> bool:
    """Whether the server accepts this session."""
    with httpx.Client(base_url=server.base_url, trust_env=False) as client:
        answer = client.get("/admin/users/me", headers={"Authorization": f"Bearer {jwt}"})
    assert answer.status_code in (200, 401)
    return answer.status_code == 200


def make_key(server: MedusaServer, title: str) -> None:
    """A colleague makes a key at the same store."""
    with httpx.Client(base_url=server.base_url, trust_env=False) as client:
        body = {"title": title, "type": "publishable"}
        answer = client.post("/admin/api-keys", json=body, headers=_as_admin(client, server))
    assert answer.status_code == 200


def secret_key(server: MedusaServer, title: str) -> tuple[str, str]:
    """A colleague makes a secret key at the same store: the key and its id."""
    with httpx.Client(base_url=server.base_url, trust_env=False) as client:
        body = {"title": title, "type": "secret"}
        answer = client.post("/admin/api-keys", json=body, headers=_as_admin(client, server))
    assert answer.status_code == 200
    made = answer.json()["api_key"]
    return str(made["token"]), str(made["id"])


def _as_admin(client: httpx.Client, server: MedusaServer) -> dict[str, str]:
    login = {"email": server.email, "password": server.password}
    answer = client.post("/auth/user/emailpass", json=login)
    assert answer.status_code == 200
    return {"Authorization": f"Bearer {answer.json()['token']}"}


def publishable_key(server: MedusaServer) -> str:
    """A live publishable key of the store; made if there is none."""
    with httpx.Client(base_url=server.base_url, trust_env=False) as client:
        admin = _as_admin(client, server)
        known = client.get(
            "/admin/api-keys",
            params={"type": "publishable", "fields": "id,type,token,revoked_at"},
            headers=admin,
        ).json()["api_keys"]
        for key in known:
            if key["revoked_at"] is None:
                return str(key["token"])
        body = {"title": "Storefront", "type": "publishable"}
        answer = client.post("/admin/api-keys", json=body, headers=admin)
    assert answer.status_code == 200
    return str(answer.json()["api_key"]["token"])


def customer(server: MedusaServer, storefront_key: str, email: str, password: str) -> str:
    """The id of the customer who signs in with this password at a storefront; "" for nobody."""
    with httpx.Client(base_url=server.base_url, trust_env=False) as client:
        login = {"email": email, "password": password}
        answer = client.post("/auth/customer/emailpass", json=login)
        assert answer.status_code in (200, 401)
        if answer.status_code == 401:
            return ""
        headers = {
            "Authorization": f"Bearer {answer.json()['token']}",
            "x-publishable-api-key": storefront_key,
        }
        me = client.get("/store/customers/me", headers=headers)
    assert me.status_code == 200
    assert me.json()["customer"]["email"] == email
    return str(me.json()["customer"]["id"])


def admin(server: MedusaServer) -> tuple[str, str]:
    """A new admin of a store with roles, who may do everything; email and password."""
    email, password = f"admin-{uuid.uuid4().hex}@example.com", uuid.uuid4().hex
    with httpx.Client(base_url=server.base_url, trust_env=False, timeout=60) as client:
        asked = {"email": email, "roles": ["role_super_admin"]}
        headers = _as_admin(client, server)
        invite = client.post("/admin/invites", json=asked, headers=headers).raise_for_status()
        login = {"email": email, "password": password}
        identity = client.post("/auth/user/emailpass/register", json=login).raise_for_status()
        client.post(
            "/admin/invites/accept",
            params={"token": invite.json()["invite"]["token"]},
            json={"first_name": "Noa", "last_name": "Admin"},
            headers={"authorization": f"Bearer {identity.json()['token']}"},
        ).raise_for_status()
    return email, password
