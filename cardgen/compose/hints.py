"""What is printed in the margins of sheets of cards, for whoever stands at the printer."""

from cardgen.model.deck import PrintHints
from cardgen.model.locale import Locale
from cardgen.model.printing import SheetOptions


def print_hints(options: SheetOptions, locale: Locale) -> PrintHints:
    """Return what to do with the fronts and with the backs."""
    if options.fold:
        return PrintHints(locale.say("hint-fold"), "")
    if options.split or options.duplex == "none":
        front = locale.say(f"hint-front-{options.duplex}", sheet="{sheet}")
        return PrintHints(front, locale.say("hint-back", sheet="{sheet}"))
    return PrintHints(locale.say(f"hint-{options.duplex}"), "")
