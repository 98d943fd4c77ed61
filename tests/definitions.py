"""Definitions of a working folder: moves, routines and sources with as little as each must have."""

import yaml

CHECKED = {"date": "2026-11-22", "by": "the tests"}
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40">'
    '<path d="M5 35 L30 5 L55 35 Z" fill="#808080"/></svg>'
)


def write_source(project, id_, *, author, checked="verified", **fields):
    """Write a source, by one author, that was checked or not."""
    body = {
        "type": "article-journal",
        "title": f"A study by {author}",
        "author": [{"family": author, "given": "Kim"}],
        "container-title": "Journal of Tests",
        "issued": "2021",
        "evidence": "randomised-trial",
        "about": "30 runners",
        "checked": checked,
        **fields,
    }
    _write(project, f"sources/{id_}.yaml", body)


def write_stretch(project, id_, *, name, cautions, sources, **fields):
    """Write a move with these cautions, whose one claim rests on these sources."""
    body = {
        "name": name,
        "kind": "stretch",
        "position": "standing",
        "start": "Stand tall.",
        "steps": ["Lean in.", "Hold."],
        "short_steps": ["Lean in. Hold."],
        "breathing": "Slow and easy.",
        "dose": {"sets": 2, "hold": 20},
        "frequency": "Every day.",
        "targets": ["Calf"],
        "cue": "Heel down.",
        "mistake": "The heel lifts.",
        "easier": "Step back less.",
        "harder": "Step back more.",
        "cautions": cautions,
        "illustrations": [
            {"file": "shape.svg", "caption": "End", "alt": "A shape.", "credit": "The tests"}
        ],
        "claims": [{"text": "It makes the calf longer.", "sources": sources}],
        "reviewed": CHECKED,
        **fields,
    }
    project.write("images/shape.svg", DRAWING)
    _write(project, f"stretches/{id_}.yaml", body)


def write_routine(project, id_, stretches, claims):
    """Write a routine of these moves; `claims` are pairs of a text and the ids of its sources."""
    body = {
        "title": "My own routine",
        "name": "Own routine",
        "summary": "For tired legs.",
        "before": "Walk 2 minutes first.",
        "frequency": {"days": [2, 3]},
        "items": [{"stretch": stretch} for stretch in stretches],
        "claims": [{"text": text, "sources": ids} for text, ids in claims],
        "safety": "low-back",
        "reviewed": CHECKED,
    }
    _write(project, f"routines/{id_}.yaml", body)


def _write(project, name, body):
    project.write(name, yaml.safe_dump(body, sort_keys=False, allow_unicode=True))
