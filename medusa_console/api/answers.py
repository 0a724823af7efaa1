"""The base of the models that read answers."""

from __future__ import annotations

from operator import attrgetter
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter, create_model


class Answer(BaseModel):
    """The fields read from an answer. Other fields are ignored; errors quote no value, because
    it may be secret."""

    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)


def part(name: str, kind: Any) -> TypeAdapter[Any]:
    """Reads the value of type `kind` from an answer `{name: …}`."""
    whole = create_model("Whole", __base__=Answer, part=(kind, Field(validation_alias=name)))
    unpacked: Any = Annotated[whole, AfterValidator(attrgetter("part"))]
    return TypeAdapter(unpacked)
