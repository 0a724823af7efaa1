"""A language that shows what is not translated and what has no room: accented, 40 % longer."""

from __future__ import annotations

import re
import runpy
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
ENGLISH = ROOT / "resources" / "i18n" / "medusa_console_en.ts"
TOOL = runpy.run_path(str(ROOT / "packaging" / "translations.py"))

_ACCENTED = str.maketrans(
    "AaBbCcDdEeFfGgHhIiJjKkLlMmNnOoPpQqRrSsTtUuVvWwXxYyZz",
    "ÁáƁƀĆćĎďÉéƑƒĜĝĤĥÍíĴĵĶķĹĺḾḿŃńÓóṔṕɊɋŔŕŚśŤťÚúṼṽŴŵẊẋÝýŹź",
)
# Placeholders, numbers of plural forms, and formats of dates.
_KEPT = re.compile(r"\{[^}]*\}|%Ln|%n|\b(?:d MMM yyyy|d MMM)\b")
_LONGER = 0.4


def pseudo(text: str) -> str:
    """`text` with every letter accented, and longer by 40 %; placeholders stay."""
    if _KEPT.fullmatch(text):
        return text
    rest = _KEPT.split(text)
    kept = [*_KEPT.findall(text), ""]
    accented = "".join(a.translate(_ACCENTED) + b for a, b in zip(rest, kept, strict=True))
    more = "~" * round(len("".join(rest)) * _LONGER)
    return accented + re.sub(r"(~{7})~", r"\1 ", more)  # breaks into lines, as words do


def compiled(folder: Path) -> Path:
    """The compiled pseudo-language in `folder`, for `translations.installed`."""
    tree = ElementTree.fromstring(ENGLISH.read_text())  # noqa: S314  # our own file
    for message in tree.iter("message"):
        translation = message.find("translation")
        assert translation is not None
        translation.attrib.pop("type", None)
        forms = translation.findall("numerusform")
        if not forms:
            translation.text = pseudo(message.findtext("source", ""))
        for form in forms:
            form.text = pseudo(form.text or "")
    ts = folder / "pseudo.ts"
    ts.write_bytes(ElementTree.tostring(tree))
    qm = folder / "pseudo.qm"
    TOOL["compile_to"](qm, ts)
    return qm
