"""The glossaries of translators: the words that the texts of a language keep to."""

import re

import pytest
import yaml

from cardgen.paths import DATA, PACKAGE, built_in

GLOSSARIES = PACKAGE.parent / "docs/glossaries"
LANGUAGES = ("es", "vi", "zh", "ar")
PARTS = re.compile(r"[;,/；、（）،؛／]")  # noqa: RUF001 - of Chinese and Arabic


def texts(language):
    """Return all translated texts of a language as one, in small letters."""
    root = built_in()
    files = [*root.glob(f"s*/*.{language}.yaml"), *root.glob(f"routines/*.{language}.yaml")]
    assert len(files) > 30
    files.append(DATA / f"locales/{language}.yaml")
    found = [yaml.safe_load(file.read_text(encoding="utf-8")) for file in files]
    said = " ".join(pair["translation"] for one in found for pair in one["texts"])
    return said.replace("\u00a0", " ").casefold()


@pytest.mark.parametrize("language", LANGUAGES)
def test_nearly_every_term_of_a_glossary_stands_in_the_texts(language):
    said = texts(language)
    entries = yaml.safe_load((GLOSSARIES / f"{language}.yaml").read_text(encoding="utf-8"))
    assert len({entry["english"] for entry in entries}) == len(entries) > 60
    strange = [
        entry["english"]
        for entry in entries
        if not any(
            part.strip().casefold() in said
            for part in PARTS.split(re.sub(r"\(.*?\)", "", entry["translation"]))
            if part.strip()
        )
    ]
    assert len(strange) < 8, strange
