"""A clinic's own heading."""

from typing import Annotated, Any, Self

from pydantic import AfterValidator, BeforeValidator, ConfigDict, StringConstraints, model_validator

from cardgen.model.base import Model, Text
from cardgen.model.contrast import TEXT, contrast, nearest_passing
from cardgen.model.design import Colour
from cardgen.model.picture import NAMED

LogoPath = Annotated[str, StringConstraints(pattern=rf"^[^\x00-\x1f]+{NAMED}")]
_WHITE = "#ffffff"


def _readable(colour: str) -> str:
    """Accept a colour in which text on white can be read. Raises ValueError."""
    if (ratio := contrast(colour, _WHITE)) < TEXT:
        raise ValueError(
            f"expected a contrast of {TEXT:g} or more with white, so that it can be read; found "
            f"{ratio:.1f}. The nearest that passes is '{nearest_passing(colour, _WHITE, TEXT)}'"
        )
    return colour


def _in_one_line(address: Any) -> Any:  # noqa: ANN401 - whatever the file has
    """Return the lines of an address behind each other, a comma between two."""
    if not isinstance(address, str):
        return address
    lines = (line.strip().rstrip(",") for line in address.splitlines())
    return ", ".join(line for line in lines if line)


Accent = Annotated[Colour, AfterValidator(_readable)]


class Letterhead(Model):
    """Who hands the page out."""

    model_config = ConfigDict(
        json_schema_extra={
            "if": {"required": ["credentials"], "properties": {"credentials": {"type": "string"}}},
            "then": {"required": ["clinician"], "properties": {"clinician": {"type": "string"}}},
        }
    )

    name: Text
    """The clinic's name."""
    address: Annotated[Text, BeforeValidator(_in_one_line)] | None = None
    """Street and town; a comma stands between two lines."""
    phone: Text | None = None
    """Whom to call with questions."""
    web: Text | None = None
    """A web address, as people type it."""
    clinician: Text | None = None
    """The person who hands it out: "Sam Okoye"."""
    credentials: Text | None = None
    """What stands behind the person's name: "PT, DPT"."""
    logo: LogoPath | None = None
    """A picture file; its path counts from the folder of the clinic file."""
    accent: Accent | None = None
    """The clinic's colour, for doses and numbers: '#0b6577', in quotation marks."""
    country: Text | None = None
    """Whose emergency numbers print, such as US, UK, AU or EU; without it, those of your folder."""
    disclaimer: Text | None = None
    """What the clinic adds to the last line of the page."""

    @property
    def person(self) -> str | None:
        """Return the clinician with credentials, or nothing."""
        return ", ".join(text for text in (self.clinician, self.credentials) if text) or None

    @model_validator(mode="after")
    def _has_whom(self) -> Self:
        if self.credentials and not self.clinician:
            raise ValueError("expected `clinician` where there are `credentials`")
        return self
