"""Colours stand far enough apart to be read, or the theme is refused."""

import pytest

from cardgen.errors import InvalidDataError
from cardgen.library.data import load_theme
from cardgen.library.files import read_record
from cardgen.model.contrast import contrast
from cardgen.model.design import Theme
from cardgen.paths import DATA, data_ids


@pytest.mark.parametrize(
    ("first", "second", "ratio"),
    # The figures of WCAG's own examples and of WebAIM's contrast checker.
    [("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.48), ("#ff0000", "#ffffff", 4.0)],
)
def test_a_ratio_is_the_one_that_wcag_reckons(first, second, ratio):
    assert contrast(first, second) == pytest.approx(ratio, abs=0.01)
    assert contrast(second, first) == contrast(first, second)


def test_every_theme_that_ships_can_be_read():
    themes = data_ids("themes")
    assert themes
    for theme in themes:
        load_theme(theme)


@pytest.mark.parametrize(
    ("role", "colour", "said"),
    [
        ("quiet", "#9a9a9a", "a contrast of 4.5 or more between `quiet` and `paper`, found 2.8"),
        ("accent", "#2fa3b8", "a contrast of 4.5 or more between `accent` and `paper`"),
        ("tint", "#5f7f88", "a contrast of 4.5 or more between `ink` and `tint`"),
        ("rule", "#d0d0d0", "a contrast of 3 or more between `rule` and `paper`"),
    ],
)
def test_a_theme_that_is_too_pale_is_refused(tmp_path, role, colour, said):
    lines = (DATA / "themes" / "colour.yaml").read_text().splitlines()
    changed = [f"{role}: '{colour}'" if line.startswith(f"{role}:") else line for line in lines]
    assert changed != lines
    path = tmp_path / "themes" / "pale.yaml"
    path.parent.mkdir()
    path.write_text("\n".join(changed))
    with pytest.raises(InvalidDataError, match=said):
        read_record(path, Theme)
