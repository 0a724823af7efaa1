"""What a person asks of the program from a menu, the sidebar, a page or a notice."""

from __future__ import annotations

from enum import Enum, auto


class Request(Enum):
    """It is about the store in front, unless it says otherwise."""

    SIGN_OUT = auto()
    SIGN_OUT_OF_ALL = auto()
    LOCK_ALL = auto()
    REFRESH_PERMISSIONS = auto()
    MY_ACCOUNT = auto()
    SWITCH_STORE = auto()
    ADD_STORE = auto()
    EDIT_STORE = auto()
    MANAGE_STORES = auto()
    RESET_DEMO = auto()
    SETTINGS = auto()
    SHORTCUTS = auto()
