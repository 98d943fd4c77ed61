"""YAML text to plain data: nothing is guessed, and what is odd is refused with its place."""

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardgen.errors import InvalidDataError
from cardgen.library.text import MAX_BYTES
from cardgen.library.yaml_tree import MAX_DEPTH, parse

GUESSED = "no yes on off y N True FALSE Null 1:30 1e3 .inf .nan 0x1f 0o17 017 1_000 = << 2026-11-22"


def data(text):
    return parse("a.yaml", text.encode()).data


def problems(content):
    """Return what is said about a file that must be refused."""
    with pytest.raises(InvalidDataError) as caught:
        parse("a.yaml", content if isinstance(content, bytes) else content.encode())
    return list(map(str, caught.value.problems))


def problem(content):
    (only,) = problems(content)
    return only


@pytest.mark.parametrize("word", GUESSED.split())
def test_a_word_that_yaml_would_guess_at_stays_text(word):
    assert data(f"a: {word}") == {"a": word}


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("0", 0),
        ("30", 30),
        ("-5", -5),
        ("2.5", 2.5),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("'30'", "30"),
        ('"true"', "true"),
        ("|\n  30", "30"),
        ("[1, two]", [1, "two"]),
        ("{b: {c: 1}}", {"b": {"c": 1}}),
    ],
)
def test_a_plain_word_is_a_number_a_truth_or_text(word, value):
    read = data(f"a: {word}")["a"]
    assert read == value
    assert type(read) is type(value)


def test_a_number_of_thousands_of_digits_stays_text():
    assert data(f"a: {'9' * 5000}") == {"a": "9" * 5000}


def test_a_key_is_text_whatever_it_looks_like():
    assert data("1: a\nno: b") == {"1": "a", "no": "b"}


def test_a_byte_order_mark_is_passed_over():
    assert data("\ufeffname: Ann") == {"name": "Ann"}


def test_values_and_keys_know_their_places():
    tree = parse("a.yaml", b"name: Ann\nitems:\n- stretch: cat\n  dose: {hold: 20}\n")
    assert tree.values["name",] == (1, 7)
    assert tree.values["items", 0, "dose", "hold"] == (4, 16)
    assert tree.keys["items", 0, "dose"] == (4, 3)
    assert tree.place(("items", 0, "dose", "gone")) == (4, 9)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: 1\nb: 2\na: 3", "a.yaml:3:1: a: `a` stands twice (first on line 1). Keep one of"),
        ("a:\n  b: 1\n  b: 1", "a.yaml:3:3: a.b: `b` stands twice (first on line 2)"),
        ("a: &x 1", "a.yaml:1:4: a: found an anchor or alias (& or *). Write the value out"),
        ("a: [1]\nb: *x", "a.yaml:2:4: b: found an anchor or alias"),
        ("a: !!python/object:os.system x", "a.yaml:1:4: a: found the tag 'tag:yaml.org,2002:py"),
        ("a: !mine x", "a.yaml:1:4: a: found the tag '!mine'. Write the plain value"),
        ("a: 1\n---\nb: 2", "a.yaml:2:1: found a second document. Keep one object a file"),
        ("[a, b]: c", "a.yaml:1:1: found a field name that is not plain text"),
        ("", "a.yaml:1:1: expected lines of `field: value`, found nothing. Start from a copy"),
        ("# a remark\n", "a.yaml:1:1: expected lines of `field: value`, found nothing"),
        ("- a\n- b", "a.yaml:1:1: expected lines of `field: value`, found a list"),
        ("hello", "a.yaml:1:1: expected lines of `field: value`, found one value"),
        ("a: Cow: breathe in", "a.yaml:1:7: this is not valid YAML: mapping values are not"),
        ("a: [1, 2\nb: 3", "a.yaml:2:2: this is not valid YAML: while parsing a flow sequence"),
        ("a:\n  - b\n c: d", "a.yaml:3:2: this is not valid YAML"),
    ],
)
def test_an_odd_file_is_refused_with_its_place(text, said):
    assert problem(text).startswith(said)


def test_text_with_a_colon_is_told_to_stand_in_quotation_marks():
    assert problem("a: Cow: breathe in").endswith("Put text that holds a colon in quotation marks")


def test_typographic_marks_are_told_not_to_quote():
    assert "Use straight quotation marks" in problem("a: “Cow: breathe in”")


@pytest.mark.parametrize("text", ["\ta: 1", "a:\n\tb: 1", "a:\n  b: 1\n\tc: 2"])
def test_a_tab_is_named_in_the_remedy(text):
    assert problem(text).endswith("Use blanks in place of the tab")


def test_an_open_quotation_mark_is_reported_where_it_opens():
    assert problem("a: 1\nb: 'open\nc: 3\nd: 4\n").startswith("a.yaml:2:4: ")


def test_a_control_character_is_reported_where_it_stands():
    assert problem("a: 1\nb: x\x07y").startswith("a.yaml:2:5: ")


def test_aliases_cannot_explode():
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    assert "a.yaml:1:5: a0: found an anchor or alias" in problem("\n".join(lines))


@pytest.mark.parametrize("text", ["[" * 500, "a: " + "{b: " * 100, "- " * 3000])
def test_deep_nesting_is_refused_before_it_hurts(text):
    assert f"nested deeper than {MAX_DEPTH} levels" in problem(text)


def test_nesting_too_deep_for_the_parser_itself_is_refused_too():
    # Recent releases of libyaml stop by themselves before the first event.
    said = problem("[" * 5000)
    assert "nested deeper" in said or "not valid YAML" in said


def test_text_that_is_not_utf_8_is_refused_at_its_first_byte():
    assert problem(b"a: 1\nb: caf\xe9\n") == (
        "a.yaml:2:7: expected text in UTF-8, found the byte 0xe9. Save the file as UTF-8 text"
    )


def test_a_file_of_more_than_a_definition_s_size_is_refused_unread():
    assert problem(b"a" * (MAX_BYTES + 1024)) == (
        "a.yaml: the file has more than 256 KB, which is the most for definitions. "
        "Check that it is the right file"
    )
    assert data("a: " + "b" * (MAX_BYTES - 3))


@settings(deadline=None)
@given(st.binary(max_size=40) | st.text("ab:-[]{}&*!|>'\"#\n\t ?,%@`0~.", max_size=30))
def test_whatever_is_in_a_file_it_is_read_or_refused(content):
    with contextlib.suppress(InvalidDataError):
        tree = parse("a.yaml", content if isinstance(content, bytes) else content.encode())
        assert isinstance(tree.data, dict)


def test_two_faults_in_one_file_are_reported_together():
    assert [text.split(": ")[0] for text in problems("a: 1\na: 2\nb: 1\nb: 2")] == [
        "a.yaml:2:1",
        "a.yaml:4:1",
    ]


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("accent: #aa0000", "#aa0000"),
        ("note: call room #4", "#4"),
        ("- call #me now", "#me now"),
        ("a: {b: two #3\n}", "#3"),
    ],
)
def test_words_that_a_comment_would_swallow_are_told_of(text, lost):
    said = problem(text)
    assert f"'{lost}' is lost" in said
    assert "quotation marks" in said
    assert said.startswith("a.yaml:1:")


@pytest.mark.parametrize(
    "text",
    [
        "a: word # a comment",
        "a: 20 #seconds",
        "a: '#aa0000'",
        'a: "room #4"',
        "a: C#4",
        "#a: 1\nb: 2",
        "a: |\n  room #4",
    ],
)
def test_a_comment_is_a_comment(text):
    assert data(text)
