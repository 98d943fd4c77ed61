"""Text of any script: which font, which direction, where lines break."""

import json
import re
import subprocess
import sys
import unicodedata

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from uniseg.linebreak import line_break_units

from cardgen.model.content import Span, Text
from cardgen.model.direction import isolated
from cardgen.model.page import Reserved, Run
from cardgen.model.tidy import clean_text
from cardgen.typography import breaks, fallback
from cardgen.typography.breaks import parts_of, syllables_of
from cardgen.typography.fallback import LackingGlyphError, chain, lacking, shaper
from cardgen.typography.fonts import FACES, file, is_plain
from cardgen.typography.lines import balanced, line_of
from cardgen.typography.measure import run_width, text_width
from cardgen.typography.paragraph import paragraph
from cardgen.typography.printable import refusal
from cardgen.typography.reserved import lines_needed, set_words
from cardgen.typography.shaping import shape
from cardgen.typography.style import Style, TooLargeError
from cardgen.typography.words import words_of

STYLE = Style(10, "#000000")


def line(*texts, face="regular"):
    """Return texts, every other one of them bold, on one line."""
    spans = [Span(text, bold=bool(i % 2)) for i, text in enumerate(texts)]
    return line_of(list(words_of(spans, face)), STYLE, 0)


def fonts(found):
    return [run.clusters[0].glyphs[0].font.id if run.clusters else "" for run in found.runs]


def seen(found):
    """Return the texts of runs from left to right."""
    starts = found.starts or range(len(found.runs))
    return [run.text for _, run in sorted(zip(starts, found.runs, strict=True))]


def test_letters_that_stand_side_by_side_are_not_shaped():
    (run,) = line("Cat-Cow, 10 \u2265 9").runs
    assert run.clusters == ()
    assert not is_plain("a\u0301")


@pytest.mark.parametrize("entry", chain(), ids=lambda entry: entry.id)
def test_every_font_of_the_chain_is_there_and_has_two_weights(entry):
    letter = next(
        c
        for c in map(chr, range(0x21, 0x1F000))
        if fallback.script(c) in entry.scripts
        and c.isalpha()
        and c in fallback._coverage(fallback.Font(entry.id))
    )
    regular, bold = (shape(letter, fallback.Font(entry.id, weight)) for weight in (False, True))
    drawn = [
        fallback.shaper(fallback.Font(entry.id, w)).get_glyph_extents(c[0].glyphs[0].number)
        for w, c in ((False, regular), (True, bold))
    ]
    assert regular[0].advance > 0
    assert drawn[0] != drawn[1]


def test_sizes_are_balanced_by_the_height_of_small_letters():
    heights = {}
    for font in (fallback.own("regular"), fallback.Font("noto-sans")):
        number = shaper(font).get_nominal_glyph(ord("x"))
        heights[font.id] = shaper(font).get_glyph_extents(number).y_bearing
    one, other = heights.values()
    assert one == pytest.approx(other, rel=0.02)


def test_a_name_has_all_its_latin_letters_in_one_font():
    assert fonts(line("Trần Văn Đức"))[0] == "noto-sans"
    assert fonts(line("Văn"))[0] == ""
    assert fonts(line("Kealoha ʻOkina")) == ["noto-sans", ""]


def test_marks_stand_on_letters_of_the_own_typeface():
    found = line("Tą\u0301chii M\u0327ajeļ")
    assert fonts(found)[0] == file("regular").name.split("-")[0]
    (cluster,) = [c for c in found.runs[0].clusters if c.text == "ą\u0301"]
    _, mark = cluster.glyphs
    assert mark.y >= 0
    assert cluster.advance < 2 * 600


@pytest.mark.parametrize("letter", ["a", "\u044f", "\u0628", "\u4e2d"])
def test_a_mark_on_a_letter_of_another_script_is_printed_behind_it(letter):
    marks = [c for c in map(chr, range(0x300, 0x1000)) if unicodedata.category(c) == "Mn"]
    printed = [mark for mark in marks if not lacking(letter + mark)]
    assert len(printed) > 300
    for mark in printed:
        assert "".join(run.text for run in line(f"so {letter}{mark}").runs).count(mark) == 1


def test_bold_words_are_bold_in_every_script():
    found = line("नमस्ते", " नमस्ते")
    weights = {g.font.bold for run in found.runs for c in run.clusters for g in c.glyphs}
    assert weights == {False, True}


def test_a_syllable_is_one_cluster():
    texts = [c.text for c in line("नमस्ते").runs[0].clusters]
    assert "".join(texts) == "नमस्ते"
    assert texts[-1] == "ते"


def test_a_name_put_into_a_sentence_keeps_what_follows_it_behind_it():
    name = "محمد علي"
    for said in (isolated(name), name):
        found = line("For ", said, ", 10 times")
        assert [text.strip() for text in seen(found)][:3] == ["For", name, ", 10 times"]
    (box,) = paragraph(
        Text((Span("For "), Span("", field="n"), Span(", 2-3 times")), lines=1),
        STYLE._replace(floor=8),
        300,
    ).kids
    (made,) = set_words(box, {"n": name})
    assert [text.strip() for text in seen(made)][:3] == ["For", name, ", 2-3 times"]


@pytest.mark.parametrize("number", ["2026-11-29", "03-555-0199", "+972 3 555 0199", "050 123 4567"])
@pytest.mark.parametrize("word", ["اتصل", "חייגו"])
def test_dates_and_telephone_numbers_are_not_turned_round(word, number):
    for said in (f"{word} {number} {word}", f"Dr. {word} {number}", f"{number} {word}"):
        shown = " ".join("".join(seen(line(said))).split())
        assert number in shown


def test_letters_as_wide_as_chinese_ones_print():
    assert fonts(line("Ａｎｎ"))[0] == "noto-sans-jp"


def test_runs_are_in_the_order_in_which_they_are_read():
    found = line("תרגיל Cat, 10 פעמים")
    assert found.text.split() == [
        "תרגיל",
        "Cat,",
        "10",
        "פעמים",
    ]
    assert [text.strip() for text in seen(found)][-1] == "תרגיל"
    assert found.width == pytest.approx(sum(map(run_width, found.runs[:-1])))


def test_a_paragraph_from_right_to_left_starts_at_the_right():
    for words, at_right in (
        ("שלום Ann", True),
        ("Ann שלום", False),
    ):
        (made,) = paragraph(Text((Span(words),)), STYLE, 300).kids
        assert (made.x > 0) == at_right
        assert made.x + made.width <= 300.01


def test_widths_are_those_that_are_drawn():
    for text in (
        "Nguyễn Văn",
        "محمد علي",
        "王小明 10",
    ):
        for face in FACES:
            found = line(text, face=face)
            assert text_width(text, face, 10) == pytest.approx(found.width, abs=0.1)


@pytest.mark.parametrize("width", [110, 150, 260])
def test_no_line_is_wider_than_its_paragraph(width):
    said = (
        "등을 대고 누워 무릎을 천천히 가슴 쪽으로 당기세요. "
        "Nằm ngửa và từ từ kéo đầu gối về phía ngực. "
        "استلق على ظهرك وارفع ركبتيك ببطء نحو صدرك"
    )
    block = paragraph(Text((Span("Note: ", bold=True), Span(said))), STYLE, width)
    assert len(block.kids) > 2
    assert all(one.width <= width + 0.02 for one in block.kids)


@given(
    st.text(
        st.sampled_from("中。、，」！々ー・っ,.:;…?a·é1()（「가각/%-\u201c$😀"),
        min_size=1,
        max_size=9,
    )
)
@example("慢慢来，好好(10)呼吸")
def test_lines_of_east_asian_signs_break_by_the_standard_but_behind_a_number(said):
    assume(not re.search(r"1[\u2e80-\ua4cf\uff00-\uffef]", said))
    found = parts_of(f"中{said}")
    assert found == list(line_break_units(f"中{said}"))


@pytest.mark.parametrize(
    ("said", "together"),
    [
        ("giữ 30 giây, rồi nghỉ", "30 giây,"),
        ("mỗi bên 5 động tác", "5 động"),
        ("保持30秒，共2组", "30秒，"),
        ("保持 30 秒。", "30 秒。"),
        ("慢走5分钟，然后", "5分钟，"),
        ("استرح 20 ثانية بينها", "20 ثانية"),
    ],
)
def test_a_number_stays_with_its_unit_in_every_script(said, together):
    assert together in [word.text for word in words_of([Span(said)], "regular")]


def test_a_number_at_the_end_of_a_sentence_does_not_hold_the_next():
    assert [w.text for w in words_of([Span("Sau bước 6 Đi bộ")], "regular")][2:4] == ["6", "Đi"]


def test_a_unit_goes_to_the_next_line_where_the_two_are_too_wide():
    narrow = paragraph(Text((Span("30 giây"),)), STYLE, 26)
    assert [line.text.strip() for line in narrow.all_lines()] == ["30", "giây"]


def test_lines_break_between_words_of_thai_and_signs_of_chinese():
    assert parts_of("ออกกำลังกายทุกวัน")[-1] == "วัน"
    assert parts_of("仰卧，慢慢") == [
        "仰",
        "卧，",
        "慢",
        "慢",
    ]
    assert parts_of("កា\u200bខា") == ["កា", "ខា"]
    assert parts_of("Cat-Cow") == ["Cat-Cow"]
    said = "ស្ត្រី"
    assert syllables_of(said) == [said]
    words = list(words_of([Span("កា" * 20)], "regular"))
    assert all(line_of(one, STYLE, 0).width <= 60 for one in balanced(words, 6, 0))


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("ដេកផ្ងារហើយលើក", ["ដេកផ្ងារ", "ហើយ", "លើក"]),
        ("យឺតៗណាស់", ["យឺតៗ", "ណាស់"]),
        ("ປວດຫຼັງຂອງຂ້ອຍ", ["ປວດ", "ຫຼັງ", "ຂອງ", "ຂ້ອຍ"]),
        ("ပက်လက်လှဲပြီး", ["ပက်လက်", "လှဲ", "ပြီး"]),
    ],
)
def test_lines_break_between_words_that_a_dictionary_has(said, words, monkeypatch):
    pytest.importorskip("icu4py", reason="it comes with the extra `icu`")
    assert parts_of(said) == words
    monkeypatch.setattr(breaks, "_has_dictionaries", lambda: False)
    assert parts_of(said) == [said]
    assert len(syllables_of(said)) > 2


@pytest.mark.parametrize(
    ("given", "tidy"),
    [
        ("An\u00adna\u200b Bo\u200e\ufeff", "Anna Bo"),
        ("A\u00a0B\u202fC\u2007D", "A B C D"),
        ("Smith\u2010Jones\u2011Lee", "Smith-Jones-Lee"),
        ("می\u200cروم", "می\u200cروم"),
        ("A\u200cB", "AB"),
        ("ក\u200bខ", "ក\u200bខ"),
        ("\u2068Ann\u2069 \u202bBo\u202c", "Ann Bo"),
        # The last letter of a Malayalam name, and half of one: joined to nothing behind it.
        ("അനില്\u200d", "അനില്\u200d"),
        ("ක්\u200dර", "ක්\u200dර"),
        ("Ann\u200d\ufe0f", "Ann"),
        ("O\u034f\u3164K", "OK"),
        # How two bearers of a Japanese name write it.
        ("葛\U000e0100城 葛城", "葛\U000e0100城 葛城"),
        ("\ufa19田", "\ufa19田"),
    ],
)
def test_what_nobody_sees_is_tidied(given, tidy):
    assert clean_text(given) == tidy


def test_a_variant_of_a_letter_is_drawn_as_its_bearer_writes_it():
    drawn = [line(name).runs[0].clusters for name in ("葛城", "葛\U000e0100城", "\ufa19田", "神田")]
    glyphs = [clusters[0].glyphs[0] for clusters in drawn]
    assert len(set(glyphs)) == len(glyphs)
    assert glyphs[1].font.id == "noto-sans-jp"
    assert [c.text for c in drawn[1]] == ["葛\U000e0100", "城"]


def test_line_breaks_stay_where_lines_may_be():
    assert clean_text(" 1. Cat \r\n\n 2.  Ice\n", lines=True) == "1. Cat\n2. Ice"
    assert clean_text("1\n2") == "1 2"


@pytest.mark.parametrize("hidden", ["\u202e", "\u202d", "\ue000", "\x07"])
def test_what_turns_letters_round_is_refused(hidden):
    with pytest.raises(ValueError, match="does not print"):
        clean_text(f"A{hidden}B")


def test_lines_of_a_note_are_lines_on_the_page():
    words = {"note": "1. Cat-cow twice a day\n2. Ice"}
    runs = (Run("Note: ", "bold", 10, "#000000"), Run("", "regular", 10, "#000000", field="note"))
    made = set_words(Reserved(0, 0, 400, runs, 2, 12, 8), words)
    assert [one.text.strip() for one in made] == ["Note: 1. Cat-cow twice a day", "2. Ice"]
    spans = (Span("Note: ", bold=True), Span(words["note"]))
    assert lines_needed(spans, "regular", 400, 8) == 2


def test_a_sign_that_no_font_has_is_named():
    assert refusal("Ann \U0001f3c3") == (
        "the typeface has no sign for '\U0001f3c3' (U+1F3C3 RUNNER)",
        "Write it with other characters",
    )
    assert lacking("م Aʻ") == ""
    with pytest.raises(LackingGlyphError):
        line("Ann \U0001f3c3")


def test_where_a_typeface_is_not_installed_its_extra_is_named(monkeypatch):
    fallback._has_font.cache_clear()
    monkeypatch.setattr(fallback, "_path", lambda _package, _file: None)
    message, remedy = refusal("王")
    assert message == "the typeface for '王' (U+738B CJK UNIFIED IDEOGRAPH-738B) is not installed"
    assert remedy == 'Install it: pip install "manimgx-fonts-cjk<2027,>=2026.9.26"'
    fallback._has_font.cache_clear()


def test_a_word_gets_hyphens_only_where_nothing_else_fits():
    runs = (Run("", "bold", 10, "#000000", field="name"),)
    long = "Wolfeschlegelsteinhausen"
    fits = text_width(long, "bold", 8) + 0.1
    (whole,) = set_words(Reserved(0, 0, fits, runs, 2, 12, 8), {"name": long})
    assert whole.text.strip() == long
    first, second = set_words(Reserved(0, 0, fits - 1, runs, 2, 12, 8), {"name": long})
    assert first.text.endswith("\u00ad")
    assert first.text[:-1] + second.text.strip() == long
    made = set_words(
        Reserved(0, 0, 60, runs, 9, 12, 8),
        {"name": "Константинополь"},
    )
    assert made[0].runs[0].clusters[-1].text == "\u00ad"
    with pytest.raises(TooLargeError):
        set_words(Reserved(0, 0, 60, runs, 9, 12, 8), {"name": "1" * 40})


def test_a_page_of_latin_letters_reads_no_other_font(tmp_path):
    code = (
        "import sys, json; from cardgen.cli import main\n"
        "try: main(['handout', '--for', 'Zoë Álvarez', '--note', 'Go slowly.'])\n"
        "except SystemExit: pass\n"
        "print(json.dumps(sorted(sys.modules)))"
    )
    run = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code],
        check=True,
        capture_output=True,
        text=True,
        cwd=tmp_path,
    )
    loaded = set(json.loads(run.stdout.splitlines()[-1]))
    assert "cardgen.pdf.document" in loaded
    # ReportLab imports uharfbuzz by itself; it is not loaded as long as nothing is asked of it.
    needless = {"uharfbuzz._harfbuzz", "pyphen", "uniseg", "budoux"}
    assert not loaded & (needless | {"manimgx_fonts", "manimgx_fonts_cjk"})
    assert not {m for m in loaded if m.startswith("cardgen.typography.")} & {
        f"cardgen.typography.{name}" for name in ("fallback", "shaping", "segments")
    }
