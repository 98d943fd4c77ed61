"""Makes documents of a person, and tells which of their words are still held by the process.

It runs as a program, so that nothing but the public interface has seen them.
"""

import gc
import json
import sys
from pathlib import Path

from cardgen import (
    CardgenError,
    HandoutRequest,
    Programme,
    build_handout,
    check_request,
    read_library,
)


def word(backwards):
    """Return a word that no constant of this program holds."""
    return "".join(reversed(backwards))


NAME, KEPT = ("adnoyruE", "xiuQ"), "yranaC"
"""The parts of the person's name, and a word that is kept on purpose; all read backwards."""
CONTROL = (1, ("nested", word(KEPT)))


def make(folder):
    """Write documents of one person; return how many of them were refused."""
    first, last = map(word, NAME)
    name, refused = f"{first} {last}", 0
    for asked in (
        {"recipient": name},
        {"recipient": name, "note": f"{name} rests on Sundays."},
        {"recipient": name, "next_visit": f"with {name}'s sister", "metadata_name": True},
        {"routine": "core-1", "recipient": name, "theme": "grey", "conditions": ("osteoporosis",)},
        {"routine": Programme(f"For {name}", [{"stretch": "cat-cow", "dose": {"note": first}}])},
        {"recipient": f"{first}{last}{'W' * 100}"},  # has no room in its box
        {"recipient": f"{first}{last}" * 40},
    ):
        try:
            build_handout(HandoutRequest(**asked), folder / "made.pdf", folder)
        except CardgenError:
            refused += 1
    check_request(HandoutRequest(Programme(f"For {name}", ["cat-cow"])), read_library(folder))
    return refused


def reached():
    """Return every object that the collector's lead to, by any number of steps."""
    todo, found, ids = gc.get_objects(), [], set()
    own = {id(todo), id(found), id(ids)}
    while todo:
        one = todo.pop()
        if id(one) not in ids and id(one) not in own:
            ids.add(id(one))
            found.append(one)
            todo.extend(gc.get_referents(one))
    return found


def holding(objects, part):
    """Return the texts and bytes that hold a word, shortened."""
    texts = (one for one in objects if isinstance(one, str) and one is not part and part in one)
    packed = (one for one in objects if isinstance(one, bytes) and part.encode() in one)
    return [repr(one[:60]) for one in (*texts, *packed)]


def main(folder):
    """Print what is found as JSON."""
    refused = make(folder)
    gc.collect()
    objects = reached()
    held = [text for part in NAME for text in holding(objects, word(part))]
    control = holding(objects, word(KEPT))
    json.dump({"refused": refused, "held": held, "control": control}, sys.stdout)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
