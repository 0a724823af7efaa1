"""A screen reader asks for a part of a scrolling area that has just gone: it gets none.

Qt's own scrolling area reads beyond the end of its list then and takes the program down, so the
questions are asked in a process of their own.
"""

from __future__ import annotations

import os
import subprocess
import sys

PATIENCE_S = 250  # bounds what is stuck
ASKS = """
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel
from medusa_console.ui.kit.scroll_area import ScrollArea

class Page(ScrollArea):
    def scrolled(self):
        pass

app = QApplication([])
QAccessible.setActive(True)
page = Page()
page.setWidget(QLabel("a line\\n" * 99))
page.resize(200, 200)

def asked():
    return QAccessible.queryAccessibleInterface(page)

def parts():
    return [asked().child(number).object() for number in range(asked().childCount())]

def late(counted):
    return [asked().child(number) for number in range(counted, counted + 9)]

page.show()
app.processEvents()
bar = page.verticalScrollBar()
print(bar.isVisible(), parts()[0] is page.viewport(), bar.parentWidget() in parts())
counted = len(parts())
print(set(late(counted)))
page.hide()  # its bar with it
print(bar.isVisible(), set(late(counted)))
bar.valueChanged.connect(page.scrolled)  # to Qt, its class is another one now
print(set(late(counted)))
print([asked().indexOfChild(asked().child(number)) for number in range(2)])
"""
ANSWERS = """\
True True True
{None}
False {None}
{None}
[0, 1]
"""


def test_a_part_that_has_just_gone_is_answered_with_none() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", ASKS],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert (ended.returncode, ended.stdout) == (0, ANSWERS), ended.stderr[-2_000:]
