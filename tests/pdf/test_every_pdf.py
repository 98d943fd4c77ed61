"""What holds of every PDF that cardgen makes, whatever its kind."""

import re

import page
import pikepdf
import pytest
from made import (
    BOOKLET,
    CALIBRATION,
    CAMERA,
    CARDS,
    CLINICIAN,
    CLINICS,
    HANDOUTS,
    RECIPIENT,
    SIDES,
    images_of,
)
from pikepdf import Name
from printed_words import text_of
from samples import LIBRARY, LOCALE

from cardgen.compose.calibration import calibration_sides
from cardgen.model.design import MM

FILMED = ("arranged back", "arranged large")
"""The kinds that have a code for the film of each move."""
DOI = "https://doi.org/"
FONT_FILES = ("/FontFile", "/FontFile2", "/FontFile3")


def readable(text: str) -> str:
    return " ".join(text.split())


def printed_name(made, move) -> str:
    """Return the name of a move that a document has: a small card has room for a short one."""
    heads = {readable(n.text) for n in made.structure.root.walk() if n.role == "/H1"}
    name = move.name.plain
    return name if f"{move.number} {name}" in heads else move.short_name.plain


def joined(text: str) -> str:
    return "".join(text.split())


def extracted(made) -> str:
    return text_of(made.path)


def fonts(pdf):
    return [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and is_font(o)]


def is_font(found) -> bool:
    return found.get("/Type") == Name.Font


def written(pdf) -> bytes:
    """Return everything in a file but fonts, pixels and what pages draw, unpacked."""
    drawn = {stream.objgen for sheet in pdf.pages for stream in sheet.Contents}
    programs = {
        font.FontDescriptor[key].objgen
        for font in fonts(pdf)
        for key in FONT_FILES
        if key in font.FontDescriptor
    }
    parts = [pdf.trailer.unparse()]
    for found in pdf.objects:
        if isinstance(found, pikepdf.Stream):
            parts.append(found.stream_dict.unparse())
            if found.objgen not in drawn | programs and found.get("/Subtype") != Name.Image:
                parts.append(found.read_bytes())
        else:
            parts.append(found.unparse(resolved=True))
    return b"\n".join(parts)


def test_it_keeps_to_pdf_ua_by_an_independent_checker(each):
    result = page.validate_pdf(each.path, profile="ua1")
    assert [failure.rule_id for failure in result.failures] == []
    assert result.is_compliant


def test_content_and_structure_belong_together(each):
    assert list(each.structure.problems()) == []


def test_the_words_read_out_are_the_words_laid_out(each):
    laid_out = [word for paragraph in each.laid_out for word in paragraph.text.split()]
    assert len(laid_out) > 200
    assert each.structure.words() == laid_out


def test_its_pages_are_as_many_and_as_large_as_they_were_laid_out(each):
    assert len(each.pdf.pages) == len(each.sample.document.pages)
    for sheet in each.pdf.pages:
        left, low, right, top = map(float, sheet.mediabox)
        assert (left, low) == (0, 0)
        if each.kind != "cards shop":
            assert right / MM == pytest.approx(each.paper.width / MM, abs=0.01)
            assert top / MM == pytest.approx(each.paper.height / MM, abs=0.01)
        assert sheet.get("/Rotate", 0) == 0
        assert list(sheet.cropbox) == list(sheet.mediabox)


def test_every_font_is_embedded_and_of_its_typefaces(each):
    found, faces = fonts(each.pdf), "CardgenSans"
    if each.kind == "arranged fira":
        faces += "|FiraSans"
        assert any("FiraSans" in str(font.BaseFont) for font in found)
    assert len(found) >= 2
    for font in found:
        assert re.fullmatch(rf"/[A-Z]{{6}}\+({faces})-\w+", str(font.BaseFont))
        assert any(key in font.FontDescriptor for key in FONT_FILES)
        assert "/ToUnicode" in font
    assert not re.search(rb"Helvetica|Times-|Courier|ZapfDingbats", written(each.pdf))


def test_it_says_its_title_and_language_and_how_to_print(each):
    root, about = each.pdf.Root, each.sample.document.about
    assert str(root.Lang) == about.language == "en-US"
    assert str(each.pdf.docinfo["/Title"]) == about.title
    assert str(each.pdf.docinfo["/Author"]) == "cardgen"
    with each.pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == about.title
        assert metadata["dc:description"] == about.subject
        assert metadata["pdfuaid:part"] == "1"
    assert root.ViewerPreferences.DisplayDocTitle is True
    assert root.ViewerPreferences.PrintScaling == Name("/None")
    assert root.MarkInfo.Marked is True
    assert all(sheet.Tabs == Name.S for sheet in each.pdf.pages)


DUPLEX = {
    "cards short": Name.DuplexFlipShortEdge,
    "cards fold": Name.Simplex,
    "cards shop": None,
    BOOKLET: Name.Simplex,
    "archive booklet": Name.Simplex,
    **dict.fromkeys((*SIDES, "archive split backs"), Name.Simplex),
}


def test_what_has_a_back_asks_to_be_printed_on_both_sides(each):
    asked = each.pdf.Root.ViewerPreferences.get("/Duplex")
    usual = Name.DuplexFlipLongEdge if len(each.pdf.pages) > 1 else None
    assert asked == DUPLEX.get(each.kind, usual)


def test_no_sign_was_replaced_and_no_character_lost(each):
    for text in (extracted(each), each.structure.text()):
        assert not {"\u25a0", "\ufffd", "\u00ad", "\x00"} & set(text)


@pytest.mark.parametrize("each", HANDOUTS, indirect=True)
def test_the_text_of_a_handout_can_be_copied(each):
    content, text = each.sample.content, extracted(each)
    wanted = [content.head.title.plain, content.safety.disclaimer.plain]
    # Two columns have no room for a long name.
    is_short = all(readable(move.short_name.plain) in text for move in content.moves)
    named = [move.short_name if is_short else move.name for move in content.moves]
    wanted += [*(name.plain for name in named), *(move.dose.line for move in content.moves)]
    called = (*content.safety.stop, content.safety.danger[0])
    assert len(called) == 2
    wanted += [sign.plain for signs in called for sign in signs.signs]
    assert [part for part in wanted if readable(part).lower() not in text.lower()] == []
    # A web address may go on in the next line.
    told = [reference.text.plain for reference in content.references.listed]
    assert [part for part in told if joined(part) not in joined(text)] == []


@pytest.mark.parametrize("each", CARDS, indirect=True)
def test_the_text_of_cards_can_be_copied(each):
    content, text = each.sample.content, extracted(each)
    wanted = [printed_name(each, move) for move in content.moves]
    wanted += [words for m in content.moves for words in (m.dose.figure, m.dose.rest)]
    pages = each.sample.document.pages
    if not any(placed.turn for page in pages for _, placed in page.placed):
        wanted += [move.cue.plain for move in content.moves if each.kind != "cards a6"]
    if not is_turned(each):  # of what runs down the page, some viewers copy lines out of order
        brief = each.kind not in ("cards a6", "cards index-3x5", "cards shop")
        steps = [m.short_steps if brief else m.steps for m in content.moves]
        wanted += [step.plain for of_move in steps for step in of_move]
        (stop,) = content.safety.stop
        wanted += [sign.plain for sign in stop.signs]
    assert [part for part in wanted if readable(part).lower() not in text.lower()] == []
    # A web address may go on in the next line.
    addresses = [s.text for m in content.moves for w in m.sources for s in w.spans if s.link]
    assert len(addresses) >= 3
    assert [part for part in addresses if joined(part) not in joined(text)] == []


def test_every_picture_has_its_own_words(each):
    figures = [node for node in each.structure.root.walk() if node.role == "/Figure"]
    alts = [str(node.element.get("/Alt", "")) for node in figures]
    content = each.sample.content
    given = {picture.alt for picture in images_of(content)}
    cover = getattr(content, "cover", None)
    is_deck = "cards" in each.kind or "split" in each.kind
    given |= {cover.link_alt} if cover and is_deck else set()
    if each.kind == CALIBRATION:
        labels = [label for side in calibration_sides(LOCALE) for label in side.labels]
        given |= {f"{LOCALE.say('calibration-scale')} {label}" for label in labels}
    others = [alt for alt in alts if alt not in given]
    copies = 2 if each.kind == "cards 5371" else 1
    assert figures or "split backs" in each.kind
    assert [
        alt for alt in others if not re.match("QR code for |A grid to tick by hand: ", alt)
    ] == []
    assert len(set(alts)) * copies == len(alts)
    assert all(len(node.element.A.BBox) == 4 for node in figures)


def test_each_marker_leads_to_the_reference_with_its_number(handout):
    root = handout.structure.root
    labels = {}
    for node in root.walk():
        if node.role == "/LI" and node.kids[0].origin:
            labels[node.kids[0].text.strip().rstrip(".")] = node.kids[0].origin
    links = [
        (node.text.strip(), kid.Obj)
        for node in root.walk()
        if node.role == "/Link"
        for kid in node.element.K
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == Name.OBJR
    ]
    markers = [(text, link) for text, link in links if "/Dest" in link]
    assert len(markers) >= 9
    for text, link in markers:
        _, _, left, top, _ = link.Dest
        x, y = labels[text]
        # Sources that are run on begin within a line of their column.
        assert -1 < x - float(left) < handout.paper.width / 2
        assert 0 < float(top) - y < 12


@pytest.mark.parametrize("each", CARDS, indirect=True)
def test_the_bookmarks_of_cards_lead_to_their_headings(each):
    headings = [node for node in each.structure.root.walk() if node.role == "/H1"]
    with each.pdf.open_outline() as outline:
        found = [(entry.title, entry.destination) for entry in outline.root]
    content = each.sample.content
    moves = [f"{move.number} {printed_name(each, move)}" for move in content.moves]
    safety = content.safety
    urgent, today, *others = safety.danger
    signs = [level.action.plain for level in (urgent, today, *safety.before, *others)]
    names = [content.cover.name.plain, *moves]
    copies = 2 if each.kind == "cards 5371" else 1
    titles = [title for title, _ in found]
    assert [title for title in titles if title not in signs] == names * copies
    # All fronts of a sheet come before its backs.
    assert sorted(title for title in titles if title in signs) == sorted(signs * copies)
    # Bookmarks go page by page, and what is read deck by deck.
    found.sort(key=lambda one: (one[0], float(one[1][2]), float(one[1][3])))
    headings.sort(key=lambda one: (readable(one.text), *one.origin))
    for (title, (_, _, left, top, _)), heading in zip(found, headings, strict=True):
        x, y = heading.origin
        assert readable(heading.text) == title
        if not is_turned(each):
            # A heading may stand beside a hole.
            assert -1 < x - float(left) < 36
            assert 0 < float(top) - y < 26
        else:  # the heading reads up the page: its letters stand right of the edge
            assert 0 < x - float(left) < 40
            assert float(top) > y - 0.01


def is_turned(made) -> bool:
    return any(placed.turn == 270 for _, placed in made.sample.document.pages[0].placed)


def test_each_link_to_the_web_is_a_doi_a_page_of_the_sources_or_a_film_that_was_asked_for(each):
    links = [
        str(annotation.A.URI)
        for sheet in each.pdf.pages
        for annotation in sheet.get("/Annots", [])
        if "/A" in annotation
    ]
    # Sources stand on the backs of small cards.
    assert links or each.kind in (CALIBRATION, "split fronts")
    pages = {record.value.address for record in LIBRARY.sources.values()}
    codes = getattr(each.sample.content, "codes", None)
    films = [link for _, link in codes.links] if codes else []
    assert bool(films) == (each.kind in FILMED)
    assert [film for film in films if film not in links or "films.example" not in film] == []
    known = pages.union(films)
    assert [link for link in links if link not in known and not link.startswith(DOI)] == []


def named(pdf, name) -> bool:
    """Tell whether a part of a name stands in a file, outside what its pages draw."""
    everything = written(pdf)
    encodings = ("utf-8", "utf-16-be", "latin-1")
    return any(part.encode(e) in everything for part in name.split() for e in encodings)


@pytest.mark.parametrize("each", CLINICS, indirect=True)
def test_names_stand_on_the_page_and_nowhere_else(each):
    text = extracted(each)
    assert RECIPIENT in text
    assert CLINICIAN in text
    assert not named(each.pdf, RECIPIENT)
    assert not named(each.pdf, CLINICIAN)


def test_a_name_in_the_metadata_would_be_found(build, tmp_path):
    with pikepdf.open(build("clinic svg").path) as pdf:
        pdf.docinfo["/LintContext"] = RECIPIENT
        pdf.save(tmp_path / "told.pdf")
    with pikepdf.open(tmp_path / "told.pdf") as pdf:
        assert named(pdf, RECIPIENT)


def test_a_photograph_brings_no_exif(build):
    made = build("clinic jpg")
    images = [o for o in made.pdf.objects if isinstance(o, pikepdf.Stream) and is_image(o)]
    assert len(images) == 1
    for content in (made.path.read_bytes(), images[0].read_raw_bytes()):
        assert CAMERA.encode() not in content
        assert b"Exif" not in content
    assert CAMERA.encode() in (made.path.parent / "logo.jpg").read_bytes()


def is_image(stream) -> bool:
    return stream.get("/Subtype") == Name.Image


@pytest.mark.parametrize("kind", ["clinic png", "archive clinic"])
def test_a_logo_that_lets_light_through_has_a_soft_mask(build, kind):
    images = [o for o in build(kind).pdf.objects if isinstance(o, pikepdf.Stream) and is_image(o)]
    (logo,) = [image for image in images if "/SMask" in image]
    assert len(images) == 2
    alpha = pikepdf.PdfImage(logo.SMask).as_pil_image()
    assert (alpha.getpixel((0, 0)), alpha.getpixel((60, 20))) == (0, pytest.approx(128, abs=2))
    shown = pikepdf.PdfImage(logo).as_pil_image().convert("RGB").getpixel((60, 20))
    assert shown == pytest.approx((11, 101, 119), abs=2)


def test_nothing_of_the_machine_is_in_the_file(each):
    everything = written(each.pdf)
    for trace in (str(each.path.parent), "/work", "/home", "/tmp", ".svg", ".ttf", ".yaml"):
        assert trace.encode() not in everything
