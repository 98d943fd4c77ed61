"""The page for a phone says what the handout says, to nobody else, and fetches nothing."""

import base64
import hashlib
import re
import shutil
import subprocess
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from cardgen.api import render
from cardgen.documents.phone_request import PhoneRequest
from cardgen.files import load_letterhead, load_programme
from cardgen.model.arrangement import Sides
from cardgen.model.content import Text
from cardgen.overwrite import write_free
from cardgen.paths import DATA, built_in, definition_ids

ROUTINES = definition_ids("routines", built_in())
MOST = 400_000
"""Bytes of a page of the library."""
VOID = {"meta", "input", "br", "img"}
HOSTILE = "<script>alert('Zebedee')</script> \" & <img src=x onerror=alert(1)>"
CHROMIUM = shutil.which("chromium")


class Page(HTMLParser):
    """What a browser makes of a page: its text, and its elements with their attributes."""

    def __init__(self, content):
        super().__init__(convert_charrefs=True)
        self.words, self.elements, self.code, self._open = [], [], {}, []
        self.feed(content.decode())
        assert not self._open, self._open

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        assert len(dict(attrs)) == len(attrs), (tag, attrs)
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag):
        assert self._open.pop() == tag

    def handle_data(self, data):
        if self._open and self._open[-1] in ("script", "style"):
            self.code.setdefault(self._open[-1], []).append(data)
        else:
            self.words.append(data)

    @property
    def said(self):
        return " ".join("".join(self.words).split())

    def all(self, tag):
        return [attributes for name, attributes in self.elements if name == tag]

    def values(self, name):
        return [a[name] for _, a in self.elements if a.get(name) is not None]


def page(library, *args, **asked):
    return Page(render(PhoneRequest(*args, **asked), library).content)


def squeezed(text):
    """Return letters and digits alone: breaks and blanks are a matter of layout."""
    return re.sub(r"\W", "", text)


def texts_in(content):
    """Yield each text of some content."""
    waiting = [content]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Text):
            yield one
        elif isinstance(one, tuple):
            waiting += one
        elif hasattr(one, "__dataclass_fields__"):
            waiting += (getattr(one, name) for name in one.__dataclass_fields__)


def plain(text):
    """Return a text without the numbers of its sources, which follow the order of reading."""
    return "".join(span.text for span in text.spans if not span.marker)


PEOPLE = [
    {},
    {"recipient": "Kim", "note": "Go slowly.", "next_visit": "Dec 1"},
    {"conditions": ("osteoporosis",)},
    {"conditions": ("recent-surgery",)},
]


@pytest.mark.parametrize("routine", ROUTINES)
@pytest.mark.parametrize("person", PEOPLE, ids=["anyone", "a name", "a condition", "a stop"])
def test_its_words_are_those_of_the_handout(library, handout_content, routine, person):
    handout = handout_content(routine, sides=Sides(back=True), **person)
    made = render(PhoneRequest(routine, **person), library).content
    said = squeezed("".join(Page(re.sub(rb"<sup>.*?</sup>", b"", made)).words))
    parts = [
        handout.head, handout.personal, handout.guides, handout.why, handout.safety.danger,
        handout.safety.before, handout.safety.opening, handout.last_words,
        *((m.name, m.dose_line, m.steps, m.cue, m.advice, m.cautions, m.note, m.heading)
          for m in handout.moves),
    ]  # fmt: skip
    found = [text for part in parts for text in texts_in(part)]
    assert len(found) > (60 if handout.moves else 10)
    for text in found:
        assert squeezed(plain(text)) in said, plain(text)
    assert squeezed(handout.footer) in said


@pytest.mark.parametrize("routine", ROUTINES)
def test_it_has_all_sources_and_pictures_and_is_small(library, handout_content, routine):
    content = render(PhoneRequest(routine), library).content
    made = Page(content)
    assert len(content) < MOST
    handout = handout_content(routine, sides=Sides(back=True))
    for source in handout.references.listed:
        assert squeezed(source.text.plain) in squeezed(made.said)
    ids = made.values("id")
    assert len(ids) == len(set(ids))
    for link in made.all("a"):
        if link["href"].startswith("#"):
            assert link["href"][1:] in ids
    pictures = [image for move in handout.moves for image in move.pictures]
    shown = [one for one in made.all("svg") if one.get("role") == "img"]
    assert [one["aria-label"] for one in shown] == [image.alt for image in pictures]
    assert {one["href"][1:] for one in made.all("use")} == {one["id"] for one in made.all("symbol")}


def test_sources_are_numbered_as_they_are_read(library):
    made = render(PhoneRequest(), library).content.decode()
    numbers = [int(n) for n in re.findall(r"<sup><a [^>]*>(\d+)</a>", made)]
    first = list(dict.fromkeys(numbers))
    assert first == list(range(1, len(first) + 1))
    assert len(first) > 5


def test_danger_signs_and_the_number_to_call_come_first(library):
    for country, number in (("US", "911"), ("UK", "999"), ("AU", "000")):
        made = render(PhoneRequest(country=country), library).content.decode()
        body = made[made.index("<main>") :]
        assert body.index(f'<a href="tel:{number}">') < body.index("<article>")
        assert body.index('class="danger"') < body.index("<article>")
    nowhere = page(library, paper="a4")
    assert not [one for one in nowhere.all("a") if one["href"].startswith("tel:")]
    assert "Call your emergency number (112 in Europe)" in nowhere.said


def test_a_page_without_moves_says_at_once_what_to_do(library):
    said = page(library, "core-1", conditions=("recent-surgery",)).said
    assert said.index("Use the sheet of your surgery team") < said.index("Call 911")


def test_nothing_is_fetched_and_the_policy_knows_its_own_code(library, example):
    head = load_letterhead(example.folder / "clinic.yaml")
    content = render(PhoneRequest(letterhead=head, recipient="Kim"), library).content
    made = Page(content)
    shown = {one["href"][1:] for one in made.all("use")}
    assert shown == {one["id"] for one in made.all("symbol")}
    (policy,) = [m["content"] for m in made.all("meta") if m.get("http-equiv")]
    assert policy.startswith("default-src 'none'; ")
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert (rules["img-src"], rules["base-uri"], rules["form-action"]) == (
        "data:",
        "'none'",
        "'none'",
    )
    for kind in ("script", "style"):
        (code,) = made.code[kind]
        digest = base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
        assert rules[f"{kind}-src"] == f"'sha256-{digest}'"
    assert not {"src", "srcset", "action", "poster", "background"} & {
        name for _, attributes in made.elements for name in attributes
        if not str(attributes[name]).startswith("data:")
    }  # fmt: skip
    assert not re.search(r"url\(|@import", made.code["style"][0])
    assert not re.search(r"fetch|XMLHttp|WebSocket|sendBeacon|import|eval", made.code["script"][0])
    assert {tag for tag, _ in made.elements}.isdisjoint(
        {"link", "iframe", "object", "form", "base"}
    )
    assert not [name for _, attributes in made.elements for name in attributes
                if name.startswith("on") or name == "style"]  # fmt: skip


def test_every_text_is_escaped(library, project):
    text = HOSTILE.replace('"', '\\"')
    programme = project.write(
        "a.yaml",
        f'title: "{text[:70]}"\nauthor: "{text}"\nbefore: "{text}"\n'
        f'moves:\n- stretch: cat-cow\n  note: "{text}"\n  heading: "<b>x</b>"\n',
    )
    clinic = project.write("clinic.yaml", f'name: "{text}"\naddress: "{text}"\nphone: "<b>1</b>"\n')
    made = page(
        library,
        programme=load_programme(programme),
        letterhead=load_letterhead(clinic),
        recipient=HOSTILE,
        note=f"{HOSTILE}\n{HOSTILE}",
        next_visit=HOSTILE,
        changes={"cat-cow": {"dose": {"note": "<i>'\"</i>"}}},
        metadata_name=True,
    )
    assert made.said.count("onerror=alert(1)") >= 7
    assert len(made.all("script")) == 1
    assert not made.all("img")
    assert not made.all("i")


def test_a_name_in_another_script_has_its_direction_and_language(library):
    for name, language in (("محمد علي", "und-Arab"), ("김민수", "ko"), ("Ольга", "und-Cyrl"),
                           ("Nguyễn Văn An", None)):  # fmt: skip
        made = page(library, recipient=name)
        found = [one for one in made.all("bdi") if one["dir"] == "auto"]
        assert found[0].get("lang") == language
        assert name in made.said


def test_no_page_has_words_of_another_person(library):
    first = {"recipient": "Zebedee", "note": "Quagga", "next_visit": "Okapi"}
    render(PhoneRequest(**first, changes={"cat-cow": {"dose": {"note": "Tapir"}}}), library)
    other = render(PhoneRequest(recipient="Kim"), library).content.decode()
    assert not re.search("Zebedee|Quagga|Okapi|Tapir", other)
    assert render(PhoneRequest(), library).content == render(PhoneRequest(), library).content


def test_the_title_has_no_name_unless_it_is_asked_for(library):
    for asked, there in ((False, False), (True, True)):
        made = render(PhoneRequest(recipient="Zebedee", metadata_name=asked), library).content
        head = made[: made.index(b"</head>")]
        assert (b"Zebedee" in head) == there


def test_each_page_keeps_a_log_of_its_own_which_tells_no_name(library):
    keys = set()
    for name in ("Zebedee", "Kim", None):
        (log,) = page(library, recipient=name).values("data-log")
        assert re.fullmatch(r"[0-9a-f]{24}", log)
        keys.add(log)
    assert len(keys) == 3
    code = (DATA / "web" / "phone.js").read_text()
    assert re.findall(r"localStorage\.\w+\((\w+)", code) == ["key"] * 3


def test_a_timer_follows_the_dose_of_the_person(library):
    usual = page(library, "post-run").values("data-timer")
    changed = {"figure-four": {"dose": {"hold": 45, "sets": 1}}, "cat-cow": {"dose": {"reps": 3}}}
    own = page(library, "post-run", changes=changed).values("data-timer")
    assert "30 4 0" in usual
    assert "45 2 0" in own
    # One that is held for no time has a timer that stays hidden.
    assert own.count("") == 1
    assert page(library, "post-run", conditions=("recent-surgery",)).values("data-timer") == []


def test_a_log_can_be_left_out_and_fields_have_labels(library):
    assert not page(library, log_days=0).all("fieldset")
    made = page(library, log_days=14)
    assert len(made.all("fieldset")) == 2
    fields = made.all("input")
    assert len({one["name"] for one in fields}) == len(fields) == 2 * 8
    assert len(made.all("label")) == len(fields)
    for word in ("stays on this phone", "is gone when you close the page"):
        assert any(word in value for value in made.values("data-kept") + made.values("data-lost"))


def test_headings_go_down_one_by_one(library):
    levels = [int(tag[1]) for tag, _ in page(library).elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_a_page_for_one_person_is_not_replaced_by_another(library, project):
    made = [render(PhoneRequest(recipient=name), library).content for name in ("Kim", "Jo")]
    target = project.folder / "page.html"
    for content in made:
        write_free([(target, content)], "numbered")
    assert target.read_bytes() == made[0]
    assert target.with_stem("page-2").read_bytes() == made[1]


def test_the_command_writes_a_file_that_a_browser_opens(project, run):
    result = run("phone", "--for", "Kim")
    assert result.exit_code == 0
    assert "post-run-phone.html" in result.stdout
    assert (project.folder / "out/post-run-phone.html").read_bytes().startswith(b"<!DOCTYPE html>")
    assert "--print" not in run("phone", "--help").stdout


@pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium here")
def test_a_browser_runs_its_code_under_its_policy(library, project):
    path = project.write("page.html", render(PhoneRequest(), library).content)
    done = subprocess.run(
        [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom",
         f"--user-data-dir={project.folder / 'profile'}", path.as_uri()],
        capture_output=True, timeout=120, check=True,
    )  # fmt: skip
    shown = done.stdout.decode()
    assert "Start the timer: 30 seconds" in shown
    assert re.search(r'class="kept" role="status">What you tick stays on this phone', shown)
    assert not re.search(r'class="timer" data-timer="[^"]+" hidden', shown)


def test_it_can_be_verified(example, run):
    run("phone", "-o", "page.html")
    assert run("verify", "page.html").exit_code == 0
    example.borrow("stretches/figure-four.yaml")
    example.change("stretches/figure-four.yaml", "name: Figure-Four Stretch", "name: Four")
    result = run("verify", "page.html")
    assert result.exit_code != 0
    assert "stretches/figure-four has changed since" in result.output


def test_a_row_of_a_roster_makes_the_page_of_the_command(project, run):
    project.write("people.csv", "recipient,kind,cat-cow.dose.reps\nKim,phone,5\nJo,,\n")
    assert run("batch", "people.csv", "-o", "made").exit_code == 0
    names = sorted(path.name for path in (project.folder / "made").glob("0*"))
    assert names == ["0001-post-run.html", "0002-post-run.pdf"]
    run("phone", "--for", "Kim", "--set", "cat-cow.dose.reps=5", "-o", "one.html")
    made = (project.folder / "made" / names[0]).read_bytes()
    assert made == (project.folder / "one.html").read_bytes()


def test_a_row_with_a_page_cannot_be_merged_or_locked(project, run):
    project.write("people.csv", "recipient,kind,secret\nKim,phone,x1y2z3\nJo,,a1b2c3\n")
    for options, said in (
        (("--merge", "--ignore-columns"), "merged"),
        (("--password-column", "secret"), "locked"),
    ):
        result = run("batch", "people.csv", "-o", "made", *options)
        assert result.exit_code == 3
        assert f"people.csv:2:2: kind: only PDFs can be {said}" in result.stderr
