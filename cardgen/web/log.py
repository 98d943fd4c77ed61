"""A log to tick on a phone, or by hand in a print of the page."""

from cardgen.model.handout import Log
from cardgen.model.web import Controls
from cardgen.web.markup import element, escaped


def log_section(log: Log, controls: Controls, key: str) -> str:
    """Return the log, what is kept of it and where; `key` is markup for what it is kept by."""
    told = (
        f' data-log="{key}" data-kept="{escaped(controls.kept)}"'
        f' data-lost="{escaped(controls.not_kept)}" data-sure="{escaped(controls.sure)}"'
        f' data-cleared="{escaped(controls.cleared)}"'
    )
    parts = [
        element("h2", escaped(log.title), id="log"),
        element("p", escaped(log.hint)),
        '<p class="kept" role="status"></p>',
        *(_week(log, controls, number, name) for number, name in enumerate(log.weeks, 1)),
        f'<button type="button" class="clear" hidden>{escaped(controls.clear)}</button>',
    ]
    return f'<section class="log"{told}>{"".join(parts)}</section>'


def _week(log: Log, controls: Controls, number: int, name: str) -> str:
    days = "".join(
        f'<label><span>{escaped(day)}</span><input type="checkbox" name="w{number}d{i}"'
        f' autocomplete="off"></label>'
        for i, day in enumerate(log.days, 1)
    )
    parts = [element("legend", escaped(name)), element("div", days, class_="days")]
    if log.done:
        said = escaped(controls.days_done).format(n="<output></output>", goal=escaped(log.goal))
        parts.append(element("p", said.strip(), class_="done"))
    if log.pain:
        parts.append(
            f'<label class="pain"><span>{escaped(log.pain)}</span> <input type="number" min="0"'
            f' max="10" inputmode="numeric" name="w{number}p" autocomplete="off"></label>'
        )
    return element("fieldset", "".join(parts))
