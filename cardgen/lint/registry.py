"""Every rule, by its code. A new rule is a function in `rules` and a line here."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from cardgen.errors import Problem
from cardgen.lint.context import LintContext
from cardgen.lint.rules.agreement import both_sides, missing_things, whole_pictures
from cardgen.lint.rules.alone import (
    other_moves,
    shared_sources,
    things_of_notes,
    unused_things,
)
from cardgen.lint.rules.citations import (
    duplicate,
    effects,
    identifiers,
    missing_fields,
    review_old,
    unchecked,
    unused,
)
from cardgen.lint.rules.conditions import contradictions, who_and_condition
from cardgen.lint.rules.doses import unprinted
from cardgen.lint.rules.fit import fit, resolution
from cardgen.lint.rules.held import held_things
from cardgen.lint.rules.language import (
    address,
    hard_numbers,
    jargon,
    long_list,
    long_sentence,
    markup,
    passive,
    reading_grade,
)
from cardgen.lint.rules.legibility import hard_translation, long_translation
from cardgen.lint.rules.lines import wrapping
from cardgen.lint.rules.people import unsorted_people
from cardgen.lint.rules.pictures import alt, licence, no_picture, odd_file, sides, too_light
from cardgen.lint.rules.safety import (
    harder_first,
    long_signs,
    minutes,
    postures,
    red_flags,
    unchanged,
    unsourced_signs,
    usual_cautions,
)
from cardgen.lint.rules.translations import missing, numbers, stale

PEMAT_ITEMS = 24
"""How many items PEMAT-P has (AHRQ 14-0002-EF): 17 on understanding, 7 on acting."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its code, its group, what it asks for, and how it looks."""

    code: str
    group: str
    asks: str
    find: Callable[[LintContext], Iterable[Problem]]
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
    Rule("markup", "plain language", "texts have no marks of markup", markup),
    Rule("red-flag-missing", "safety", "the danger signs of the region are all there", red_flags),
    Rule("sign-unsourced", "safety", "danger signs have sources", unsourced_signs),
    Rule("signs-long", "safety", "danger signs are few lines in short", long_signs, (8,)),
    Rule("example-unchanged", "safety", "the words of the examples are your own", unchanged),
    Rule("caution-missing", "safety", "usual cautions are there", usual_cautions),
    Rule("contradiction", "safety", "no page shows what it forbids", contradictions),
    Rule("need-missing", "safety", "what a move uses is in its equipment", missing_things, (21,)),
    Rule("need-unused", "safety", "what a move needs is used", unused_things, (21,)),
    Rule("note-needs", "safety", "what a note uses is needed", things_of_notes, (21,)),
    Rule("people-sorted", "safety", "each reads what holds for them", unsorted_people),
    Rule("other-move", "safety", "no page sends people to a move that it has not", other_moves),
    Rule("source-shared", "safety", "a source prints with the condition it is of", shared_sources),
    Rule("one-side", "safety", "steps and dose are for as many sides", both_sides),
    Rule("caution-who", "safety", "cautions name whom they are for", who_and_condition),
    Rule("harder-first", "safety", "the easier form comes first", harder_first, (10,)),
    Rule("minutes", "safety", "a routine takes as long as was studied", minutes),
    Rule("posture-changes", "safety", "moves of one posture stand together", postures),
    Rule("dose-unprinted", "safety", "what a dose says is on the page", unprinted),
    Rule("picture-missing", "pictures", "each stretch has a picture", no_picture, (15, 26)),
    Rule("picture-alt", "pictures", "alt texts tell what is shown", alt),
    Rule("picture-licence", "pictures", "it is known who may print it", licence),
    Rule("picture-coarse", "pictures", "photos have 200 dots an inch", resolution, (18,)),
    Rule("picture-light", "pictures", "pictures are dark enough to print", too_light, (18,)),
    Rule("picture-file", "pictures", "files are what they seem, and logos sharp", odd_file),
    Rule("picture-whole", "pictures", "pictures go as far as the steps", whole_pictures, (16,)),
    Rule("picture-held", "pictures", "pictures show what people hold on to", held_things, (16,)),
    Rule("picture-side", "pictures", "text and picture work the same side", sides, (16,)),
    Rule("two-lines", "fit", "steps and names take one line each", wrapping),
    Rule("translation-missing", "translations", "each text is translated", missing),
    Rule("translation-stale", "translations", "what is translated is still said", stale),
    Rule("translation-number", "translations", "doses and telephones are all there", numbers),
    Rule(
        "translation-grade",
        "translations",
        "it is easy to read, as its language is measured",
        hard_translation,
    ),
    Rule(
        "translation-sentence",
        "translations",
        "a sentence is as short as its language asks",
        long_translation,
    ),
    Rule("does-not-fit", "fit", "it fits every card size, A4 and Letter", fit),
)


def pemat_items() -> tuple[int, ...]:
    """Return the numbers of the items of PEMAT-P that some rule looks at."""
    return tuple(sorted({item for rule in RULES for item in rule.pemat}))
