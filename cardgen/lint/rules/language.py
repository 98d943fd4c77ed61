"""Plain language: texts that are hard to read, and marks that print as they stand."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby

from cardgen.errors import Problem
from cardgen.lint.context import LintContext
from cardgen.lint.data import Jargon, Passive, Words, data, limits
from cardgen.lint.passages import Passage, passages
from cardgen.lint.reading import found, grade, sentences, words

_NOT_PROSE = ("name", "title", "targets")


def reading_grade(subject: LintContext) -> Iterator[Problem]:
    """Yield each text, or list of texts, that reads above its grade."""
    together = groupby(passages(subject), key=lambda p: (p.origin.file, p.group))
    for (_, group), members in together:
        if group not in _NOT_PROSE:
            yield from _too_hard(list(members))


def _too_hard(members: list[Passage]) -> Iterator[Problem]:
    limit = limits().grade_to_know if members[0].is_claim else limits().grade_to_do
    found = grade(". ".join(member.text.rstrip(".") for member in members))
    if found > limit:
        # Where several are read together, the hardest one is where to begin.
        hardest = max(members, key=lambda member: grade(member.text))
        yield hardest.origin.problem(
            f"this reads at grade {found:.1f}; most people need grade {limit} or less",
            "Use shorter sentences and shorter words",
        )


def long_sentence(subject: LintContext) -> Iterator[Problem]:
    """Yield each sentence with more words than a person can hold."""
    for passage in passages(subject):
        for sentence in sentences(passage.text):
            count = len(words(sentence))
            if count > limits().sentence_words:
                start = " ".join(sentence.split()[:4])
                yield passage.origin.problem(
                    f"the sentence '{start} …' has {count} words", "Make two sentences of it"
                )


def long_list(subject: LintContext) -> Iterator[Problem]:
    """Yield each list of steps that is too long, and each step that is several."""
    for stretch in subject.stretches:
        if len(stretch.value.steps) > limits().steps:
            yield stretch.origin("steps").problem(
                f"there are {len(stretch.value.steps)} steps", "Leave out what the picture shows"
            )
        for i, step in enumerate(stretch.value.steps):
            count = len(words(step))
            if count > limits().step_words:
                yield stretch.origin("steps", i).problem(
                    f"this step has {count} words", "Make two steps of it"
                )


def passive(subject: LintContext) -> Iterator[Problem]:
    """Yield each text in the passive voice."""
    for passage in passages(subject):
        if match := _pattern().search(passage.text):
            yield passage.origin.problem(
                f"'{match[0]}' is in the passive voice", 'Say who does it: "Hold the strap"'
            )


@cache
def _pattern() -> re.Pattern[str]:
    listed = data("passive", Passive)
    states, participles = "|".join(listed.states), "|".join(listed.participles)
    return re.compile(
        r"\b(is|are|was|were|be|been|being)\s+((not|never|also|then|always|often|\w+ly)\s+)?"
        rf"(?!({states})\b)({participles}|\w+ed)\b",
        re.IGNORECASE,
    )


_BRACKETS = re.compile(r"\([^)]*\)")


def jargon(subject: LintContext) -> Iterator[Problem]:
    """Yield each hard word, with the plain ones to say. In brackets it explains, and may stay."""
    plain = data("jargon", Jargon).plain
    for passage in passages(subject):
        for word in dict.fromkeys(found(_BRACKETS.sub("", passage.text), plain)):
            yield passage.origin.problem(f"'{word}' is hard to understand", f"Say: {plain[word]}")


def address(subject: LintContext) -> Iterator[Problem]:
    """Yield each text, claims apart, that does not say "you" to the one who reads it."""
    listed = data("address", Words).words
    for passage in passages(subject):
        if not passage.is_claim:
            for word in dict.fromkeys(found(passage.text, listed)):
                yield passage.origin.problem(
                    f"'{word}' speaks of the reader as of someone else", "Say: you"
                )


_HARD = re.compile(r"\d+(?:[.,]\d+)?\s?(?:%|percent\b)|\b\d+\.\d+\b|\b\d+/\d+\b", re.IGNORECASE)


def hard_numbers(subject: LintContext) -> Iterator[Problem]:
    """Yield each text with a percentage, a decimal or a fraction."""
    for passage in passages(subject):
        if match := _HARD.search(passage.text):
            yield passage.origin.problem(
                f"'{match[0]}' is hard to picture", 'Say it in whole numbers: "8 in 10"'
            )


_MARKUP = re.compile(
    r"\*\*\S.*?\*\*"  # **bold**
    r"|(?<!\w)([*_])\S[^*_]*?\1(?!\w)"  # *italic*, _italic_
    r"|`[^`]+`"
    r"|</?[a-zA-Z][^>]*>"  # <b>
    r"|&(\w+|#\d+);"  # &amp;
    r"|\[[^]]+\]\([^)]+\)"  # [text](address)
    r"|^#{1,6} |^[-*] "
    r"|^[“„«][^“”„«»]*[”“»]$"  # “text” as a whole: typographic marks do not quote in YAML
)


def markup(subject: LintContext) -> Iterator[Problem]:
    """Yield each text with signs of Markdown or HTML, which would print."""
    for passage in passages(subject):
        if match := _MARKUP.search(passage.text):
            yield passage.origin.problem(
                f"'{match[0]}' prints as it stands", "Write the words alone; cardgen sets them"
            )
