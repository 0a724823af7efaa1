"""How answers are read."""

from __future__ import annotations

from operator import attrgetter
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter, create_model


class Answer(BaseModel):
    """What is read of an answer. Other fields are ignored; no error quotes a value, which may be
    secret."""

    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)


def part(name: str, kind: Any) -> TypeAdapter[Any]:
    """Reads an answer `{name: …}` as the `kind` that stands under that name."""
    whole = create_model("Whole", __base__=Answer, part=(kind, Field(validation_alias=name)))
    unpacked: Any = Annotated[whole, AfterValidator(attrgetter("part"))]
    return TypeAdapter(unpacked)
