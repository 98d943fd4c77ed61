"""A clinic's own heading."""

from typing import Annotated

from pydantic import StringConstraints

from cardgen.model.base import Model, Text
from cardgen.model.safety import Country

LogoPath = Annotated[
    str, StringConstraints(pattern=r"^[^\x00-\x1f]+\.(svg|png|jpg|jpeg|SVG|PNG|JPG|JPEG)$")
]


class Letterhead(Model):
    """Who hands the page out."""

    name: Text
    """The clinic's name."""
    address: Text | None = None
    """Street and town, in one line."""
    phone: Text | None = None
    """Whom to call with questions."""
    web: Text | None = None
    """A web address, as people type it."""
    clinician: Text | None = None
    """The person, with credentials: "Sam Okoye, PT"."""
    logo: LogoPath | None = None
    """A picture file; its path counts from the folder of the clinic file."""
    country: Country = "US"
    """Whose emergency numbers print: US or UK."""
