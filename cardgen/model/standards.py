"""The standards that a file keeps to."""

from dataclasses import dataclass
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from cardgen.model.asked import Asked
from cardgen.model.findings import ValueRefusedError, ValuesClashError, shown
from cardgen.model.plate import Plate
from cardgen.model.request import Group

_GROUP = "The file"


def _number(value: object) -> object:
    # pydantic takes True for 1 in a Literal, however strict it is.
    if isinstance(value, bool):
        raise ValueRefusedError(f"expected 1 or 2, found {shown(value)}")
    return value


class Standards(Group):
    """Which standards a file keeps to."""

    archival: Annotated[
        bool,
        Field(description="Write an archival file: PDF/A-2a as well as PDF/UA-1."),
        Asked(name="Archival", group=_GROUP, aliases=("pdfa",), column=False),
    ] = False
    press: Annotated[bool, Asked(name="For a press", group=_GROUP, column=False)] = False
    """Write a file for a print shop: PDF/X-4, without links."""
    accessible: Annotated[
        Literal[1, 2],
        BeforeValidator(_number),
        Asked(name="Accessible", group=_GROUP, aliases=("pdfua",), column=False),
    ] = 1
    """The part of PDF/UA to keep to: 2 writes PDF 2.0, which older readers may not open."""

    @model_validator(mode="after")
    def _go_together(self) -> Self:
        if self.archival and self.press:
            raise ValuesClashError(
                "`archival` and `press` do not go together: each says in its own way what "
                "colours mean",
                "Make two files",
                "press",
            )
        for name, why in (("archival", "PDF/A-2"), ("press", "PDF/X-4")):
            if getattr(self, name) and self.accessible != 1:
                raise ValuesClashError(
                    f"`accessible` 2 and `{name}` do not go together: {why} has no PDF 2.0",
                    "Leave out one",
                    "accessible",
                )
        return self

    @property
    def unusual(self) -> str | None:
        """Return the name of a field that asks for more than an ordinary file, if there is one."""
        names = ("archival", "press")
        asked = next((name for name in names if getattr(self, name)), None)
        return asked or ("accessible" if self.accessible != 1 else None)


_USUAL = Standards()


@dataclass(frozen=True, slots=True)
class FileForm:
    """How a file is written: the standards that it keeps to, and the second ink of its theme."""

    standards: Standards = _USUAL
    plate: Plate | None = None


ORDINARY = FileForm()
"""How a file is written where nothing else is asked for."""
