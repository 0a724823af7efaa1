"""What the user asks of the program in a menu, the sidebar, a page or a notice."""

from __future__ import annotations

from enum import Enum, auto


class Request(Enum):
    """A request is about the store in front, unless its name says otherwise. CHECK_CLIPBOARD opens
    the leak desk with the clipboard's text."""

    SIGN_OUT = auto()
    SIGN_OUT_OF_ALL = auto()
    LOCK_ALL = auto()
    REFRESH_PERMISSIONS = auto()
    MY_ACCOUNT = auto()
    SWITCH_STORE = auto()
    OPEN_DEMO = auto()
    ADD_STORE = auto()
    EDIT_STORE = auto()
    MANAGE_STORES = auto()
    FORGET_ALL_STORES = auto()
    RESET_DEMO = auto()
    LEAK_DESK = auto()
    CHECK_CLIPBOARD = auto()
    SETTINGS = auto()
    SHORTCUTS = auto()
    DATA_PLACES = auto()
    COPY_DIAGNOSTICS = auto()
    OPEN_LOG = auto()
    ABOUT = auto()
