"""The texts of a server's records, which strangers may have written."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator

from medusa_console.domain import tokens

Text = Annotated[str, AfterValidator(tokens.mask)]
"""A text in which everything that may be a key is masked when it is read."""
