"""Words come back from the PDFs, as they were written, in each common reader."""

import pytest
from names import SAMPLE, names_of, tidy
from readers import READERS, folded, missing
from sheets import merged, printed
from texts import LINES, MIXED

LOCALES = ["ar_EG", "el_GR", "fa_IR", "he_IL", "hi_IN", "ka_GE", "th_TH", "vi_VN", "zh_CN"]


@pytest.fixture(params=READERS)
def reader(request):
    if why := missing(request.param):
        pytest.skip(why)
    return READERS[request.param]


def test_the_names_of_many_people_in_one_file_come_back(reader, tmp_path):
    names = [tidy(name) for locale in LOCALES for name in names_of(locale, SAMPLE // 4)]
    path = tmp_path / "names.pdf"
    path.write_bytes(merged(names))
    texts = [folded(text) for text in reader(path)]
    assert len(names) == len(texts)
    lost = [(name, text) for name, text in zip(names, texts, strict=True) if name not in text]
    assert lost == []


@pytest.mark.parametrize("script", LINES)
def test_a_line_of_one_script_comes_back(reader, script, tmp_path):
    path = tmp_path / "line.pdf"
    path.write_bytes(printed(LINES[script]))
    assert folded(" ".join(reader(path))) == folded(LINES[script])


@pytest.mark.parametrize("kind", MIXED)
def test_every_word_of_a_line_that_mixes_directions_comes_back(reader, kind, tmp_path):
    path = tmp_path / "line.pdf"
    path.write_bytes(printed(MIXED[kind]))
    text = folded(" ".join(reader(path)))
    letters = sorted(c for c in text if c.isalnum())
    assert letters == sorted(c for c in MIXED[kind] if c.isalnum())
