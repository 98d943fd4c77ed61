"""How hard a text in another language is to read."""

import pytest

from cardgen.lint.data import Languages, data
from cardgen.lint.legibility import inflesz, length, sentences, syllables
from cardgen.paths import data_ids

SYLLABLES = {
    1: "pie que muy y buey miau 3",
    2: "día ciudad baile peor caer yoga mayo hacia huesos según estáis reír país aún cuerpo",
    3: "bisagra rodilla guitarra pingüino cuidado ahora veía siguiente ahínco prohibir estudio",
    4: "aéreo ejercicio",
    5: "isquiotibiales",
    6: "fisioterapeuta",
}


@pytest.mark.parametrize(
    ("word", "count"), [(word, count) for count, row in SYLLABLES.items() for word in row.split()]
)
def test_syllables_of_spanish_are_counted_as_they_are_said(word, count):
    assert syllables(word) == count
    assert syllables(word.upper()) == count


def test_inflesz_is_reckoned_as_published():
    text = "Doble las rodillas. Respire."
    # 4 words, 9 syllables, 2 sentences.
    assert inflesz(text) == pytest.approx(206.835 - 62.3 * 9 / 4 - 4 / 2)
    hard = "La sintomatología persistente requiere inmediatamente una valoración especializada."
    assert inflesz(hard) < 20
    assert inflesz("Ponga los pies en el suelo. No los mueva.") > 65
    assert inflesz("…") == 100


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        ("\u5148\u4ef0\u5367\uff0c\u5c48\u819d\u3002\u518d\u505a2\u6b21\uff01", [5, 4]),
        ("هل يؤلمك؟ توقف الآن.", [2, 2]),
        ("Nằm ngửa, gối co.", [4]),
    ],
)
def test_sentences_end_as_their_script_ends_them(text, lengths):
    assert [length(one) for one in sentences(text)] == lengths


def test_every_language_has_a_limit():
    assert {*data("languages", Languages).sentence} == {*data_ids("locales")} - {"en"}
