"""The dialogs."""

from __future__ import annotations

import pytest

from tests.ui.driving import Program


@pytest.fixture
async def page(demo: Program) -> Program:
    """The customers, in a window with room for everything."""
    demo.window.resize(1440, 900)
    await demo.customers_page()
    return demo
