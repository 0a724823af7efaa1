"""A scrolling area whose parts a screen reader can ask for at any moment.

A screen reader asks how many parts an area has, and then for each. To Qt's own scrolling area, a
scroll bar is a part while it is shown; when it goes between the two questions, Qt reads beyond the
end of its list and the program dies (`QAccessibleAbstractScrollArea::child`, Qt 6.11.3). To a plain
widget, each of its children is a part, shown or hidden, and a number that is too high is answered
with nothing.
"""

from __future__ import annotations

from PySide6.QtWidgets import QScrollArea  # noqa: TID251


class QWidget(QScrollArea):
    """Is a plain widget to a screen reader.

    Qt chooses what answers a screen reader by the name of an object's class, or of the next class
    above whose name it knows: this one, before it comes to `QScrollArea`. So what answers is Qt's
    own. An answer made in Python would be freed by both Python and Qt, and one that was registered
    would be forgotten when PySide gives the object's class another slot.
    """
