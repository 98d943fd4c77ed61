"""What leads from one page of a handout to the next."""

from cardgen.model.content import Text
from cardgen.model.country import Country
from cardgen.model.handout import PagingWords
from cardgen.model.locale import Locale


def paging_words(
    locale: Locale, country: Country, person: Text | None, *, leaves_out: bool
) -> PagingWords:
    """Return the words; their braces are filled when the pages are known.

    `person` tells whom it is for, where that is said.
    `leaves_out` is whether people with a condition are told which moves they leave out.
    """
    labels = locale.labels
    return PagingWords(
        moves=locale.say("your-moves"),
        again=labels["continued"],
        page=labels["page-of"],
        part=labels["part-of"],
        person=person,
        following=labels["next-move"],
        read_back=locale.say("read-back"),
        turn_over=country.fill(labels["turn-over"]),
        read_page=labels["read-page"],
        said_there=country.fill(labels["said-there"]),
        notes=locale.say("leave-out-if" if leaves_out else "change-if"),
    )
