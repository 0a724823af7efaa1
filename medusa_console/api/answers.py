"""The base of the models that read answers."""

from __future__ import annotations

import re
from operator import attrgetter
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    SecretStr,
    TypeAdapter,
    create_model,
)

# As an address and a header can hold it; Medusa's have some hundred characters.
_TOKEN = re.compile(r"[A-Za-z0-9._~-]{1,8000}")


class Answer(BaseModel):
    """The fields read from an answer. Other fields are ignored; errors quote no value, because
    it may be secret."""

    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)


def part(name: str, kind: Any) -> TypeAdapter[Any]:
    """Reads the value of type `kind` from an answer `{name: …}`."""
    whole = create_model("Whole", __base__=Answer, part=(kind, Field(validation_alias=name)))
    unpacked: Any = Annotated[whole, AfterValidator(attrgetter("part"))]
    return TypeAdapter(unpacked)


def _checked(token: SecretStr) -> SecretStr:
    if _TOKEN.fullmatch(token.get_secret_value()) is None:
        raise ValueError("no token")
    return token


HandedToken = Annotated[SecretStr, AfterValidator(_checked)]
"""A token that one person sends to another: a store can put no other words into that message."""
