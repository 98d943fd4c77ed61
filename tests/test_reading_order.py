"""Sources are numbered as they are read, which only layout knows; none is lost on the way."""

from dataclasses import dataclass

from cardgen.printer import in_reading_order


@dataclass(frozen=True)
class Cited:
    """A handout, or its pages, by the sources that they cite."""

    cited: tuple[str, ...]


def numbered(likely, read):
    chosen = []

    def choose(order):
        chosen.append(tuple(order))
        return Cited(tuple(order))

    handout, _ = in_reading_order(Cited(likely), choose, lambda _: Cited(read))
    return handout.cited, chosen


def test_what_is_read_as_was_likely_is_not_chosen_again():
    assert numbered(("a", "b"), ("a", "b")) == (("a", "b"), [])


def test_what_is_read_in_another_order_is_numbered_in_that():
    assert numbered(("a", "b", "c"), ("c", "a", "b")) == (("c", "a", "b"), [("c", "a", "b")])


def test_a_source_that_no_words_lead_to_stays_in_the_list():
    assert numbered(("a", "b", "c"), ("c", "a"))[0] == ("c", "a", "b")
