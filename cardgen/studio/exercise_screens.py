"""The screens of a clinic's own moves: the list of them, and the form over the file of one."""

from collections import OrderedDict
from collections.abc import Callable, Mapping
from datetime import date
from http import HTTPStatus
from typing import Any

from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from cardgen.artwork.faults import BrokenPictureError
from cardgen.errors import CardgenError, Problem
from cardgen.kinds import WORDS
from cardgen.studio import exercise_form as forms
from cardgen.studio.choices import by_name
from cardgen.studio.desk import Desk
from cardgen.studio.exercise_files import (
    Checked,
    ExerciseFile,
    bare_picture,
    check_exercise,
    find_exercise,
    free_name,
    save_exercise,
)
from cardgen.studio.exercise_words import (
    caution_lines,
    choices_of_move,
    in_order,
    label_of,
    named,
    told_plainly,
)
from cardgen.studio.forms import Form
from cardgen.studio.problems import sentence, told
from cardgen.studio.said import RefusedError, Said
from cardgen.studio.screens import LEAVE
from cardgen.studio.tongue import Tongue
from cardgen.studio.views import Views, file_of, form_of
from cardgen.words import plain_words

_LONGEST_ID = 50
_MOST_PENDING = 12
"""So many pictures wait in memory for their move to be saved."""
_TYPES = {".jpg": "image/jpeg", ".png": "image/png", ".svg": "image/svg+xml"}


class ExerciseScreens:
    """Shows the clinic's own moves, and writes them when asked."""

    def __init__(self, desk: Desk, views: Views, settle: Callable[[], None]) -> None:
        """`settle` is called when a file has changed."""
        self.desk = desk
        self._views = views
        self._settle = settle
        self._pending: OrderedDict[str, bytes] = OrderedDict()
        """Pictures that were sent and not saved, by the name that they are to have."""

    async def list(self, request: Request) -> Response:
        """Show the moves, or begin a new one."""
        if request.method == "GET":
            return self._list()
        id_ = _id_of((await form_of(request)).one("name"))
        if not id_:
            return self._list(self._views.tongue.say("moves-no-name"))
        return self._views.to(f"exercises/{id_}")

    def _list(self, wrong: Markup | None = None) -> Response:
        known = self._views.tongue.library.stretches
        folder = self.desk.work.folder.resolve()
        own = {id_: one.value.name for id_, one in known.items() if one.root == folder}
        faults = {f.id: f.problems for f in self.desk.library.faults if f.folder == "stretches"}
        others = {id_: one.value.name for id_, one in known.items() if id_ not in own}
        values: dict[str, Any] = {"own_moves": own, "faults": faults, "wrong": wrong}
        return self._views.show("exercises", others=by_name(others), **values)

    async def form(self, request: Request) -> Response:
        """Show the form, take it as it is typed, or write what it says."""
        id_ = request.path_params["id"]
        if not WORDS.fits(id_) or len(id_) > _LONGEST_ID:
            return self._views.gone()
        try:
            before = find_exercise(self.desk.work.folder, id_)
            if request.method == "GET":
                return await self._first(before)
            return await self._taken(before, await self._views.form_of(request))
        except RefusedError as error:
            words = [self._views.tongue.retell(error.why)]
            return self._views.show("broken", HTTPStatus.CONFLICT, problems=words)
        except (CardgenError, OSError, UnicodeDecodeError) as error:
            said = [told(one) for one in getattr(error, "problems", ())] or [sentence(str(error))]
            return self._views.show("broken", HTTPStatus.CONFLICT, problems=said)

    async def saved(self, request: Request) -> Response:
        """Show the form of a move that was saved."""
        before = find_exercise(self.desk.work.folder, request.path_params["id"])
        values = {"file": before.path.name, "folder": str(before.path.parent)}
        return await self._first(before, Said("said-move", values) if before.is_own else None)

    async def _first(self, before: ExerciseFile, said: Said | None = None) -> Response:
        """Show a move as its file has it, with what to look at once more."""
        typed = _untouched(before)
        if not before.text:
            return self._show(before, typed, Checked(None, ()))
        checked = await run_in_threadpool(check_exercise, before, self.desk, frozenset())
        return self._show(before, typed, checked, said=said)

    async def _taken(self, before: ExerciseFile, form: Form) -> Response:
        typed = {name: form.one(name) for name in form.values}
        wrong = await run_in_threadpool(self._take_pictures, before, form, typed)
        today = self.desk.today
        changes = forms.changes_of(before.data(), typed, today)
        leave = _LEADS.get(form.one("do"))
        if leave is not None and not wrong and _is_untouched(before, changes, today):
            return self._views.to(leave)
        wanted = before.with_values(changes)
        waiting = {typed[f"picture.{i}.file"] for i in forms.rows(typed)} & self._pending.keys()
        checked = await run_in_threadpool(check_exercise, wanted, self.desk, frozenset(waiting))
        stale = form.one("seen") != before.digest
        if form.one("do") != "save" or stale or wrong or checked.problems:
            there = forms.typed_of(before.data()) if stale else {}
            return self._show(before, typed, checked, wrong=wrong, there=there, leave=leave)
        pictures = {name: self._pending[name] for name in waiting}
        save_exercise(wanted, before, pictures, self.desk.library)
        for name in waiting:
            del self._pending[name]
        self._settle()
        return self._views.to(f"exercises/{before.id}/saved")

    def _take_pictures(
        self, before: ExerciseFile, form: Form, typed: dict[str, str]
    ) -> dict[str, Markup]:
        """Keep the pictures that were sent, and return what is wrong with others, by field."""
        wrong = {}
        for i in range(1, forms.MOST_PICTURES + 1):
            field = f"picture.{i}.file"
            if file := form.files.get(f"picture.{i}.new"):
                try:
                    ending, content = bare_picture(file.name, file.content)
                except BrokenPictureError as error:
                    wrong[field] = self._views.tongue.core(sentence(str(error), error.remedy))
                    continue
                taken = frozenset(self._pending)
                typed[field] = free_name(before.folder, before.id, ending, taken)
                self._pending[typed[field]] = content
                while len(self._pending) > _MOST_PENDING:
                    self._pending.popitem(last=False)
        return wrong

    async def picture(self, request: Request) -> Response:
        """Return a picture of a move: one that waits to be saved, or one of its files."""
        id_, name = request.path_params["id"], request.path_params["name"]
        if content := self._pending.get(name):
            return Response(content, media_type=_TYPES[name[name.rindex(".") :]])
        record = self.desk.library.stretches.get(id_)
        shown = {one.file for _, one in record.value.pictures()} if record else set()
        if record is None or name not in shown:
            return self._views.gone()
        return file_of(record.root / "images" / name, kept=False)

    def _show(
        self,
        before: ExerciseFile,
        typed: Mapping[str, str],
        checked: Checked,
        *,
        wrong: Mapping[str, Markup] | None = None,
        there: Mapping[str, str] | None = None,
        leave: str | None = None,
        said: Said | None = None,
    ) -> Response:
        data, stale, tongue = before.data(), bool(there), self._views.tongue
        errors = {**_by_field(checked.problems, typed, tongue), **(wrong or {})}
        values: dict[str, Any] = {
            "file": before,
            "typed": typed,
            "errors": errors,
            "warnings": _by_field(checked.warnings, typed, tongue),
            "there": {n: v for n, v in (there or {}).items() if v != typed.get(n, "")},
            "stale": stale,
            "said": said,
            "leave": leave,
            "cautions": [*caution_lines(data, tongue)],
            "claims": data.get("claims") or (),
            "choices": choices_of_move(tongue),
            "label": lambda field: label_of(field, tongue),
            "named": lambda field: named(field, tongue),
            "forms": forms,
        }
        return self._views.show(
            "exercise", HTTPStatus.CONFLICT if stale else HTTPStatus.OK, **values
        )


_LEADS = {LEAVE: "", "leave-list": "exercises"}
"""Where a form leads that is left."""


def _untouched(before: ExerciseFile) -> dict[str, str]:
    """Return the fields of the form before anybody types."""
    typed = forms.typed_of(before.data())
    if not before.text:
        return {**typed, "name": before.id.replace("-", " ").capitalize(), "dose.sets": "1"}
    return typed if before.is_own else {**typed, "by": ""}


def _is_untouched(before: ExerciseFile, changes: Mapping[str, Any], today: date) -> bool:
    """Tell whether a form changes nothing; what a new move is, it has to say at once."""
    first = forms.changes_of(before.data(), _untouched(before), today)
    at_once = () if before.text else ("kind", "position")
    return first == {name: value for name, value in changes.items() if name not in at_once}


def _by_field(
    problems: tuple[Problem, ...], typed: Mapping[str, str], tongue: Tongue
) -> dict[str, Markup]:
    found: dict[str, dict[Markup, None]] = {}
    for one in problems:
        found.setdefault(forms.field_of(one, typed), {})[told_plainly(one, tongue)] = None
    return in_order({name: Markup(" ").join(words) for name, words in found.items()})


def _id_of(name: str) -> str:
    """Return the id of a move that is called so; "" where no letter of it can stand in one."""
    return "-".join(plain_words(name))[:_LONGEST_ID].strip("-")
