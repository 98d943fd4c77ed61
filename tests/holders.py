"""Which objects of this process hold some words."""

import gc


def holders(mark):
    """Return what kinds of objects hold a text with `mark` in it."""
    found = []
    for holder in gc.get_objects():
        waiting = gc.get_referents(holder)
        while waiting:
            held = waiting.pop()
            if type(held) is str and mark in held:
                found.append(f"{type(holder).__name__}: {held[:60]}")
            elif type(held) is bytes and mark.encode() in held:
                found.append(f"{type(holder).__name__}: {held[:60]!r}")
            elif type(held) in (dict, tuple) and not gc.is_tracked(held):
                # Python does not track those that hold plain values alone.
                waiting += gc.get_referents(held)
    return found
