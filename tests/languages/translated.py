"""A small library of one move and one routine, and translations of it that are made up."""

import yaml
from definitions import write_routine, write_source, write_stretch

from cardgen.files import open_library
from cardgen.model.texts import texts

MARK = "És "
"""What each made-up translation begins with."""


def write_library(project):
    """Write a move and a routine of it, with a source that backs both."""
    write_source(project, "ng2021", author="Ng")
    caution = {"who": "Weak bones", "advice": "Skip this one.", "short": "Weak bones? Skip it"}
    write_stretch(project, "lean", name="Wall Lean", cautions=[caution], sources=["ng2021"])
    write_routine(project, "own", ["lean"], [("It helps most runners.", ["ng2021"])])


def write_translation(project, name, language="es", *, without=(), **fields):
    """Write the translation of "stretches/lean", but for the texts that are in `without`."""
    folder, _, id_ = name.partition("/")
    value = getattr(open_library(project.folder), folder)[id_].value
    words = [one for one in dict.fromkeys(w.words for w in texts(value)) if one not in without]
    pairs = [{"original": one, "translation": MARK + one} for one in words]
    body = {"language": language, **fields, "texts": pairs}
    text = yaml.safe_dump(body, sort_keys=False, allow_unicode=True)
    return project.write(f"{name}.{language}.yaml", text)


def write_all(project, language="es", **fields):
    """Write the library and a translation of all of it."""
    write_library(project)
    for name in ("stretches/lean", "routines/own"):
        write_translation(project, name, language, **fields)
