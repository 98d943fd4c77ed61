"""Every rule, by its code. A new rule is a module in `rules` and a line here."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from cardgen.check.rules.address import address
from cardgen.check.rules.alt import alt, licence, no_picture
from cardgen.check.rules.cautions import usual_cautions
from cardgen.check.rules.duplicate import duplicate
from cardgen.check.rules.effects import effects
from cardgen.check.rules.fields import missing_fields
from cardgen.check.rules.fit import fit, resolution
from cardgen.check.rules.grade import reading_grade
from cardgen.check.rules.identifiers import identifiers
from cardgen.check.rules.ink import too_light
from cardgen.check.rules.jargon import jargon
from cardgen.check.rules.minutes import minutes
from cardgen.check.rules.numbers import hard_numbers
from cardgen.check.rules.order import harder_first, postures
from cardgen.check.rules.passive import passive
from cardgen.check.rules.red_flags import red_flags
from cardgen.check.rules.review import review_old
from cardgen.check.rules.sentences import long_list, long_sentence
from cardgen.check.rules.sides import sides
from cardgen.check.rules.unchecked import unchecked
from cardgen.check.rules.unused import unused
from cardgen.check.subject import Subject
from cardgen.errors import Problem

PEMAT_ITEMS = 24
"""How many items PEMAT-P has (AHRQ 14-0002-EF): 17 on understanding, 7 on acting."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its code, its group, what it asks for, and how it looks."""

    code: str
    group: str
    asks: str
    find: Callable[[Subject], Iterable[Problem]]
    pemat: tuple[int, ...] = ()
    """The items of PEMAT-P that it looks at, in part or in whole, by their numbers."""

    @property
    def explanation(self) -> str:
        """Return what the rule warns of, as its own code says it."""
        first = (self.find.__doc__ or "").split("\n\n")[0]
        return first.strip().removeprefix("Yield ")


RULES = (
    Rule("source-unused", "citations", "each source of yours is cited", unused),
    Rule("source-duplicate", "citations", "no work has two records", duplicate),
    Rule("source-fields", "citations", "a reader can find each source", missing_fields),
    Rule("source-identifier", "citations", "ISSN, ISBN and DOI are right", identifiers),
    Rule("source-unchecked", "citations", "what is cited was read", unchecked),
    Rule("claim-unsourced", "citations", "effects have sources", effects),
    Rule("review-old", "citations", "texts were checked in the last two years", review_old),
    Rule("reading-grade", "plain language", "grade 6 to do, grade 8 to know", reading_grade, (3,)),
    Rule("long-sentence", "plain language", "sentences are short", long_sentence, (8,)),
    Rule("long-list", "plain language", "steps are few and small", long_list, (8, 22)),
    Rule("passive-voice", "plain language", "it is said who does it", passive, (5,)),
    Rule("jargon", "plain language", "words are plain", jargon, (3, 4)),
    Rule("not-addressed", "plain language", "the reader is `you`", address, (21,)),
    Rule("hard-number", "plain language", "numbers can be pictured", hard_numbers, (6,)),
    Rule("red-flag-missing", "safety", "the danger signs of the back are all there", red_flags),
    Rule("caution-missing", "safety", "usual cautions are there", usual_cautions),
    Rule("harder-first", "safety", "the easier form comes first", harder_first, (10,)),
    Rule("minutes", "safety", "a routine takes 10 to 15 minutes", minutes),
    Rule("posture-changes", "safety", "moves of one posture stand together", postures),
    Rule("picture-missing", "pictures", "each stretch has a picture", no_picture, (15, 26)),
    Rule("picture-alt", "pictures", "alt texts tell what is shown", alt),
    Rule("picture-licence", "pictures", "it is known who may print it", licence),
    Rule("picture-coarse", "pictures", "photos have 200 dots an inch", resolution, (18,)),
    Rule("picture-light", "pictures", "pictures are dark enough to print", too_light, (18,)),
    Rule("picture-side", "pictures", "text and picture work the same side", sides, (16,)),
    Rule("does-not-fit", "fit", "it fits every card size and every paper", fit),
)


def pemat_items() -> tuple[int, ...]:
    """Return the numbers of the items of PEMAT-P that some rule looks at."""
    return tuple(sorted({item for rule in RULES for item in rule.pemat}))
