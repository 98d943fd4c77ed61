"""Sentences and lists that are too long to follow."""

from collections.abc import Iterator

from cardgen.check.data import limits
from cardgen.check.passages import passages
from cardgen.check.reading import sentences, words
from cardgen.check.subject import Subject
from cardgen.errors import Problem


def long_sentence(subject: Subject) -> Iterator[Problem]:
    """Yield each sentence with more words than a person can hold."""
    for passage in passages(subject):
        for sentence in sentences(passage.text):
            count = len(words(sentence))
            if count > limits().sentence_words:
                start = " ".join(sentence.split()[:4])
                yield passage.origin.problem(
                    f"the sentence '{start} …' has {count} words", "Make two sentences of it"
                )


def long_list(subject: Subject) -> Iterator[Problem]:
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
