"""The least that a start can cost: the same libraries, the same form in plain Qt widgets.

    python -m benchmarks.floor [--late | --lean] [--rest SECONDS]

Prints when the form was usable and, after `--rest`, the memory of the process. `--late` leaves out
the network libraries, which the program imports after its first paint, `--lean` every library but
Qt's widgets and the loop.
"""

from __future__ import annotations

import argparse
import asyncio
import sys

import qasync
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QMainWindow,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from benchmarks.memory import pss
from benchmarks.usable import Usable


def window() -> tuple[QMainWindow, QLineEdit]:
    """The sign-in window with the same parts as the program's, and its field Email."""
    email, password = QLineEdit(), QLineEdit()
    password.setEchoMode(QLineEdit.EchoMode.Password)
    form = QVBoxLayout()
    fields: list[QWidget] = [
        QLabel("Sign in to Benchmark"),
        QLabel("127.0.0.1 · on this computer"),
        QLabel("Email"),
        email,
        QLabel("Password"),
        password,
        QCheckBox("Keep me signed in on this computer"),
        QPushButton("Sign in"),
    ]
    for field in fields:
        form.addWidget(field)
    stores = QListWidget()
    stores.addItem("Benchmark")
    side = QVBoxLayout()
    side.addWidget(QLabel("Stores"))
    side.addWidget(stores)
    side.addWidget(QPushButton("Add store…"))
    halves = QHBoxLayout()
    halves.addLayout(side)
    halves.addLayout(form, 1)
    column = QVBoxLayout()
    column.addWidget(QLabel("DEVELOPMENT – Benchmark"), 0, Qt.AlignmentFlag.AlignTop)
    column.addLayout(halves, 1)
    content = QWidget()
    content.setLayout(column)
    main_window = QMainWindow()
    main_window.resize(1280, 800)
    for title in ("&Store", "&View", "&Help"):
        main_window.menuBar().addMenu(title).addAction("Entry")
    main_window.setCentralWidget(content)
    email.setFocus()
    return main_window, email


async def _run(rest: float) -> None:
    usable = asyncio.Event()
    main_window, email = window()
    Usable(email, usable.set)
    main_window.show()
    await usable.wait()
    if rest:
        await asyncio.sleep(rest)
        print(pss(), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--late", action="store_true")
    parser.add_argument("--lean", action="store_true")
    parser.add_argument("--rest", type=float, default=0.0)
    options = parser.parse_args()
    if not options.lean:
        import platformdirs  # noqa: F401
        import pydantic_core.core_schema  # noqa: F401
        import PySide6.QtNetwork
        import PySide6.QtSvg  # noqa: F401
        from pydantic import BaseModel, SecretStr, TypeAdapter  # noqa: F401
    if not (options.lean or options.late):
        import httpx  # noqa: F401
        import truststore  # noqa: F401
    application = QApplication(sys.argv[:1])
    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(application)) as runner:
        runner.run(_run(options.rest))


if __name__ == "__main__":
    main()
