"""The page of colleagues, in a window with room for everything."""

from __future__ import annotations

import pytest

from tests.ui.colleagues.doing import Colleagues
from tests.ui.driving import Program


@pytest.fixture
async def colleagues(demo: Program) -> Colleagues:
    demo.window.resize(1440, 900)
    await demo.colleagues_page()
    return Colleagues(demo)
