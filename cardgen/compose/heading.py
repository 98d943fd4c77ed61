"""Who gives a handout, to whom, and whom to call: the top and the foot of the page."""

from collections.abc import Mapping, Sequence

from cardgen.compose.fields import HEADING, PERSONAL, RECIPIENT, field_text
from cardgen.model.content import Image, Text, joined, text
from cardgen.model.handout import Heading, Personal
from cardgen.model.letterhead import Letterhead
from cardgen.model.library import Record
from cardgen.model.locale import Locale
from cardgen.model.picture import Artwork

_BLANKS = {"recipient": "write-name", "date": "write-date", "next_visit": "write-next"}
"""The labels of lines to write on, by what is not given."""


def heading(
    letterhead: Record[Letterhead] | None,
    logo: Artwork | None,
    lines: Mapping[str, int],
    locale: Locale,
) -> Heading | None:
    """Return the lines of the heading: the clinic's, and the recipient's at the other side.

    `lines` are how many lines each merge field takes that is given.
    """
    value = letterhead.value if letterhead else None
    person = value.person if value else None
    recipient = [field_text(f, lines[f], person, locale) for f in HEADING if f in lines]
    if person and "date" not in lines:
        recipient.append(text(person))
    clinic: list[Text] = []
    if letterhead and value:
        clinic.append(text(value.name, letterhead.origin("name"), bold=True))
        told = locale.row("facts", filter(None, (value.address, value.phone, value.web)))
        clinic += [text(told, letterhead.origin("address"))] if told else []
    if not clinic and not recipient:
        return None
    shown = Image(logo, value.name) if logo and value else None
    return Heading(tuple(clinic), tuple(recipient), shown)


def person_text(lines: Mapping[str, int], locale: Locale) -> Text | None:
    """Return whom a handout is for, where that is given."""
    return field_text(RECIPIENT, lines[RECIPIENT], None, locale) if RECIPIENT in lines else None


def personal(
    lines: Mapping[str, int], conditions: Sequence[Text], locale: Locale, *, blank: bool
) -> Personal:
    """Return what is for this person alone; `conditions` tell what was changed for them.

    Where it is `blank`, lines to write on stand for what is not given.
    """
    own = [field_text(f, lines[f], None, locale) for f in PERSONAL if f in lines]
    if not blank:
        return Personal((*own, *conditions))
    blanks = tuple(locale.say(label) for field, label in _BLANKS.items() if field not in lines)
    notes = None if "note" in lines else locale.say("write-note")
    return Personal((*own, *conditions), blanks, notes)


def last_words(disclaimer: Text, letterhead: Record[Letterhead] | None, locale: Locale) -> Text:
    """Return the disclaimers, and whom to call with questions."""
    said = [disclaimer]
    if letterhead and (own := letterhead.value.disclaimer):
        said.append(text(own, letterhead.origin("disclaimer")))
    if letterhead and (phone := letterhead.value.phone):
        said.append(text(locale.say("questions", phone=phone), letterhead.origin("phone")))
    return joined(said)
