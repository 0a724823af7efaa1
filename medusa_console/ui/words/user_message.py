"""What a person is told when something did not work."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class UserMessage:
    """What happened; what it means and what to do; the technical part, ready to copy."""

    title: str
    text: str = ""
    details: str = ""

    @property
    def sentence(self) -> str:
        """Title and text in one."""
        title = self.title if self.title.endswith(".") else f"{self.title}."
        return f"{title} {self.text}" if self.text else title
