"""The message for a user when an action failed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class UserMessage:
    """A message: what happened; what it means and what to do; technical details to copy. `about`
    is what the failed action goes by, as in Doing."""

    title: str
    text: str = ""
    details: str = ""
    about: str = ""

    @property
    def sentence(self) -> str:
        """Title and text in one."""
        title = self.title if self.title.endswith(".") else f"{self.title}."
        return f"{title} {self.text}" if self.text else title
