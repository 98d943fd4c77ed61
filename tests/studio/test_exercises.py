"""The clinic's own moves: a form over their files, with what `cardgen check` says of them."""

import html
import re
from io import BytesIO

import pytest
import yaml
from PIL import Image
from studios import elements
from test_studio_programmes import BOUNDARY

from cardgen.studio.exercise_form import LISTS, TEXTS

NEW = {
    "name": "Side Bend", "kind": "stretch", "position": "standing",
    "start": "Stand tall, your feet under your hips.",
    "steps": "Stand tall.\nLift your right arm.\nBend to the left.\nCome back. Switch sides.",
    "short_steps": "Stand tall. Lift your right arm.\nBend to the left.\nSwitch sides.",
    "breathing": "Breathe out as you bend.", "cue": "Grow long first.",
    "mistake": "The hips push out.", "easier": "Bend less.", "harder": "Hold longer.",
    "targets": "Side of the trunk", "frequency": "Every day is fine.",
    "dose.sets": "2", "dose.hold": "20", "dose.each_side": "on",
    "caution.1.condition": "everyone", "caution.1.when": "A pinch",
    "caution.1.advice": "Bend less.",
    "claim.1.text": "Experts say to hold a stretch 10 to 30 seconds.",
    "claim.1.source": "garber2011", "by": "Sam Okoye, PT",
}  # fmt: skip


def photo(size=(900, 600), kind="JPEG"):
    """A photo that says where it was taken, and by which camera."""
    image = Image.new("RGB", size, "#446688")
    image.paste("#ffddbb", (200, 100, 700, 500))
    exif, out = Image.Exif(), BytesIO()
    exif[0x010F] = "Secretcam"
    image.save(out, kind, exif=exif, quality=90)
    return out.getvalue()


def sent(browser, id_, fields, files=()):
    """Send the form of a move as a browser does, and return the page that it leads to."""
    lines = []
    for name, value in fields.items():
        lines.append(f'Content-Disposition: form-data; name="{name}"\r\n\r\n{value}'.encode())
    for name, (file, content) in dict(files).items():
        head = f'Content-Disposition: form-data; name="{name}"; filename="{file}"\r\n\r\n'
        lines.append(head.encode() + content)
    body = b"".join(f"--{BOUNDARY}\r\n".encode() + line + b"\r\n" for line in lines)
    body += f"--{BOUNDARY}--\r\n".encode()
    kind = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
    answer = browser.raw("POST", f"exercises/{id_}", body, **kind)
    return browser.get(answer.head("location")) if answer.status == 303 else answer


def filled(browser, id_):
    """Return the fields of the form as it shows them."""
    text = browser.get(f"exercises/{id_}").text
    fields = {}
    for one in elements(text, "input"):
        if one.get("type") in ("checkbox", "file") and "checked" not in one:
            continue
        fields[one["name"]] = html.unescape(one.get("value", ""))
    for tag in ("textarea", "select"):
        each = rf'<{tag}[^>]* name="([^"]+)"[^>]*>(.*?)</{tag}>'
        for name, inner in re.findall(each, text, re.DOTALL):
            (chosen,) = re.findall(r'value="([^"]*)" selected', inner) or [""]
            fields[name] = html.unescape(inner) if tag == "textarea" else chosen
    return fields


def save(browser, id_, files=(), **changed):
    return sent(browser, id_, {**filled(browser, id_), **changed, "do": "save"}, files)


def own(project, id_):
    return project.folder / "stretches" / f"{id_}.yaml"


def test_a_new_move_is_saved_and_can_be_picked(browser, project, run):
    browser.post("exercises", {"name": "Side Bend"})
    assert browser.at.endswith("exercises/side-bend")
    picture = {"picture.1.caption": "Bend", "picture.1.credit": "Ours",
               "picture.1.alt": "A person stands and bends to the left."}  # fmt: skip
    answer = save(browser, "side-bend", {"picture.1.new": ("IMG 1.JPG", photo())}, **NEW, **picture)
    assert f"Saved to side-bend.yaml in {project.folder}/stretches." in answer.text
    said = yaml.safe_load(own(project, "side-bend").read_text())
    assert (said["steps"][1], said["dose"]) == (
        "Lift your right arm.", {"sets": 2, "hold": 20, "each_side": True},
    )  # fmt: skip
    assert said["illustrations"][0]["file"] == "side-bend-1.jpg"
    assert run("show", "side-bend").exit_code == 0
    visit = browser.begin()
    browser.pick(visit, "side-bend")
    page = browser.get(f"{visit}/page").text
    assert "There is no page yet" not in page
    assert "Side Bend" in page.partition("<pre")[2]


def test_a_photo_is_taken_without_what_its_camera_says(browser, project):
    raw = photo()
    assert b"Secretcam" in raw
    fields = {**filled(browser, "side-bend"), **NEW, "do": "look"}
    answer = sent(browser, "side-bend", fields, {"picture.1.new": ("x.jpg", raw)})
    assert not (project.folder / "images").exists()
    shown = re.search(r'src="[^"]*(exercises/side-bend/side-bend-1.jpg)"', answer.text)[1]
    assert b"Secretcam" not in browser.get(shown).body
    hidden = {"picture.1.file": "side-bend-1.jpg", "picture.1.caption": "Bend",
              "picture.1.alt": "A person bends.", "picture.1.credit": "Ours"}  # fmt: skip
    sent(browser, "side-bend", {**fields, **hidden, "do": "save"})
    kept = (project.folder / "images" / "side-bend-1.jpg").read_bytes()
    assert (kept[:2], b"Secretcam" in kept) == (b"\xff\xd8", False)


@pytest.mark.parametrize("content", [b"", b"text", photo()[:300], b"<svg", b"GIF89a"])
def test_what_is_no_picture_is_told_beside_its_field(browser, project, content):
    fields = {**filled(browser, "side-bend"), **NEW, "do": "save"}
    answer = sent(browser, "side-bend", fields, {"picture.2.new": ("x.svg", content)})
    assert 'id="wrong-picture.2.file"' in answer.text
    assert not own(project, "side-bend").exists()


def test_a_copy_of_a_built_in_move_changes_what_was_typed_alone(browser, project):
    answer = save(browser, "cat-cow", cue="Slow and small.", by="Sam Okoye, PT")
    assert "Saved to cat-cow.yaml" in answer.text
    made = yaml.safe_load(own(project, "cat-cow").read_text())
    assert made["cue"] == "Slow and small."
    assert made["reviewed"]["by"] == "Sam Okoye, PT"
    assert len(made["cautions"]) > 4
    assert (project.folder / "images" / "cat-cow-cow.svg").is_file()
    assert "Yours" in browser.get("exercises").text


def test_notes_in_a_file_of_ones_own_stay(browser, project):
    save(browser, "cat-cow", by="Sam")
    path = own(project, "cat-cow")
    text = path.read_text().replace("\ncue:", "\n# ours\ncue:")
    text = text.replace("\nshort_steps:", "\n# in short\nshort_steps:")
    path.write_text(text)
    steps = filled(browser, "cat-cow")["steps"].replace("Move slowly", "Move gently")
    save(browser, "cat-cow", mistake="Too fast.", steps=steps)
    now = path.read_text()
    assert "mistake: Too fast." in now
    assert "# ours\ncue:" in now
    assert "# in short\nshort_steps:" in now
    pairs = zip(text.split("\n"), now.split("\n"), strict=True)
    others = [one for one, other in pairs if one != other and not one.startswith("- ")]
    assert [one[:9] for one in others] == ["mistake: "]


def test_warnings_stand_beside_their_fields_with_what_to_do(browser):
    fields = {**filled(browser, "side-bend"), **NEW, "do": "look",
              "cue": "Utilise contralateral lateral flexion musculature bilaterally."}  # fmt: skip
    answer = sent(browser, "side-bend", fields)
    assert re.search(r'<p class="care" id="care-cue">[^<]+</p>', answer.text)
    (cue,) = (one for one in elements(answer.text, "input") if one.get("id") == "cue")
    assert cue["aria-describedby"] == "care-cue"
    assert "aria-invalid" not in cue


@pytest.mark.parametrize(
    ("field", "value"),
    [("name", ""), ("steps", ""), ("dose.sets", "many"), ("dose.hold", "0"), ("by", ""),
     ("claim.1.source", ""), ("caution.1.advice", ""), ("short_name", "x" * 30), ("cue", "a\x07"),
     ("kind", "nonsense"), ("video", "ftp://x")],
)  # fmt: skip
def test_what_is_wrong_stands_beside_its_field_and_is_not_saved(browser, project, field, value):
    answer = save(browser, "side-bend", **{**NEW, field: value})
    assert f'id="wrong-{field}"' in answer.text
    assert "To mend" in answer.text
    assert not own(project, "side-bend").exists()


def test_nothing_is_written_unasked(browser, project):
    sent(browser, "cat-cow", {**filled(browser, "cat-cow"), "by": "Sam", "cue": "x", "do": "look"})
    assert not (project.folder / "stretches").exists()
    assert not (project.folder / "images").exists()


def test_a_file_that_changed_meanwhile_is_not_overwritten_and_both_are_shown(browser, project):
    save(browser, "cat-cow", by="Sam")
    fields = {**filled(browser, "cat-cow"), "cue": "Mine.", "do": "save"}
    path = own(project, "cat-cow")
    path.write_text(path.read_text().replace("cue: Tailbone first, head last.", "cue: Theirs."))
    answer = sent(browser, "cat-cow", fields)
    assert (answer.status, "nothing was written" in answer.text) == (409, True)
    assert 'value="Mine."' in answer.text
    assert "The file says now: Theirs." in answer.text
    assert "cue: Theirs." in path.read_text()
    path.unlink()
    assert sent(browser, "cat-cow", fields).status == 409


def test_a_file_that_cannot_be_read_is_told_of(browser, project):
    project.write("stretches/side-bend.yaml", "name: [\n")
    answer = browser.get("exercises/side-bend")
    assert (answer.status, "cannot be read" in answer.text) == (409, True)


@pytest.mark.parametrize("id_", ["..", "x" * 80, "A", "a_b"])
def test_only_ids_are_files(browser, id_):
    assert browser.raw("GET", f"exercises/{id_}").status == 404


def test_every_text_of_a_move_has_a_field(browser):
    assert {*TEXTS, *LISTS} <= set(filled(browser, "cat-cow"))


def differing(browser, reps="10"):
    visit = browser.begin()
    browser.pick(visit, "cat-cow")
    browser.post(f"{visit}/dose", {"cat-cow.there": "1", "cat-cow.reps": reps, "go": "usual/1"})
    return visit


def test_a_dose_is_made_the_usual_one_when_it_was_shown(browser, project):
    visit = differing(browser)
    assert browser.at.endswith("usual/1")
    text = html.unescape(browser.get(browser.at).text)
    assert "From then on: 10 slow rounds" in text
    assert f"cat-cow.yaml in {project.folder}/stretches" in text
    assert not own(project, "cat-cow").exists()
    seen = next(one["value"] for one in elements(text, "input") if one.get("name") == "seen")
    answer = browser.post(f"{visit}/usual/1", {"seen": seen})
    assert "The usual dose of Cat-Cow is saved." in answer.text
    made = yaml.safe_load(own(project, "cat-cow").read_text())
    assert made["dose"] == {"sets": 1, "reps": 10, "unit": "round", "rep_seconds": 6}
    assert (made["reviewed"]["by"], len(made["cautions"]) > 4) == ("the clinic", True)
    other = browser.begin()
    browser.pick(other, "cat-cow")
    assert "10 slow rounds" in browser.get(f"{other}/dose").text
    assert "Make it the usual dose" not in browser.get(f"{other}/dose").text


def test_another_dose_than_the_one_that_was_shown_is_not_saved(browser, project):
    visit = differing(browser)
    text = browser.get(browser.at).text
    seen = next(one["value"] for one in elements(text, "input") if one.get("name") == "seen")
    browser.post(f"{visit}/dose", {"cat-cow.there": "1", "cat-cow.reps": "9"})
    answer = browser.post(f"{visit}/usual/1", {"seen": html.unescape(seen)})
    assert (answer.status, "has changed meanwhile" in answer.text) == (409, True)
    assert not own(project, "cat-cow").exists()
    assert browser.get(f"{visit}/usual/2").status == 404


def test_a_dose_that_a_caution_has_already_is_told_and_not_saved(browser, project):
    differing(browser, reps="5")  # what people with a flare-up do
    answer = browser.get(browser.at)
    assert "does not go with what else" in answer.text
    assert "save-usual" not in answer.text
    assert not own(project, "cat-cow").exists()


def test_what_is_missing_is_told_without_a_word_of_files(browser):
    answer = sent(browser, "side-bend", {**filled(browser, "side-bend"), "do": "save"})
    told = re.findall(r'<p class="wrong" id="wrong-([^"]+)">([^<]+)', answer.text)
    assert {said for name, said in told if name in TEXTS} == {"Fill this in."}
    assert dict(told)["dose.sets"].startswith("Give the seconds to hold")
    assert not [said for _, said in told if "`" in said]
