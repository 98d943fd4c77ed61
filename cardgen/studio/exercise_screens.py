"""The screens of a clinic's own moves: the list of them, and the form over the file of one."""

from collections import OrderedDict
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from cardgen.artwork.faults import BrokenPictureError
from cardgen.errors import CardgenError, Problem
from cardgen.kinds import WORDS
from cardgen.studio import exercise_form as forms
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
    choices_of,
    in_order,
    label_of,
    told_plainly,
)
from cardgen.studio.forms import Form
from cardgen.studio.problems import sentence, told
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
            return self._list("Give it a name first, in letters or digits.")
        return self._views.to(f"exercises/{id_}")

    def _list(self, wrong: str = "") -> Response:
        known = self.desk.library.stretches
        folder = self.desk.work.folder.resolve()
        own = {id_: one.value.name for id_, one in known.items() if one.root == folder}
        faults = {f.id: f.problems for f in self.desk.library.faults if f.folder == "stretches"}
        others = {id_: one.value.name for id_, one in known.items() if id_ not in own}
        by_name = dict(sorted(others.items(), key=lambda pair: pair[1]))
        values: dict[str, Any] = {"own": own, "faults": faults, "others": by_name, "wrong": wrong}
        return self._views.show("exercises", **values)

    async def form(self, request: Request) -> Response:
        """Show the form, take it as it is typed, or write what it says."""
        id_ = request.path_params["id"]
        if not WORDS.fits(id_) or len(id_) > _LONGEST_ID:
            return self._views.gone()
        try:
            before = find_exercise(self.desk.work.folder, id_)
            if request.method == "GET":
                return await self._first(before)
            return await self._taken(before, await form_of(request))
        except (CardgenError, OSError, UnicodeDecodeError) as error:
            words = [told(one) for one in getattr(error, "problems", ())] or [sentence(str(error))]
            return self._views.show("broken", HTTPStatus.CONFLICT, problems=words)

    async def saved(self, request: Request) -> Response:
        """Show the form of a move that was saved."""
        before = find_exercise(self.desk.work.folder, request.path_params["id"])
        said = f"Saved to {before.path.name} in {before.path.parent}."
        return await self._first(before, said if before.is_own else "")

    async def _first(self, before: ExerciseFile, said: str = "") -> Response:
        """Show a move as its file has it, with what to look at once more."""
        typed = forms.typed_of(before.data())
        if not before.text:
            typed |= {"name": before.id.replace("-", " ").capitalize(), "dose.sets": "1"}
            return self._show(before, typed, Checked(None, ()))
        checked = await run_in_threadpool(check_exercise, before, self.desk, frozenset())
        if not before.is_own:
            typed["by"] = ""
        return self._show(before, typed, checked, said=said)

    async def _taken(self, before: ExerciseFile, form: Form) -> Response:
        typed = {name: form.one(name) for name in form.values}
        wrong = await run_in_threadpool(self._take_pictures, before, form, typed)
        today = self.desk.today
        wanted = before.with_values(forms.changes_of(before.data(), typed, today))
        waiting = {typed[f"picture.{i}.file"] for i in forms.rows(typed)} & self._pending.keys()
        checked = await run_in_threadpool(check_exercise, wanted, self.desk, frozenset(waiting))
        stale = form.one("seen") != before.digest
        if form.one("do") != "save" or stale or wrong or checked.problems:
            there = forms.typed_of(before.data()) if stale else {}
            return self._show(before, typed, checked, wrong=wrong, there=there)
        pictures = {name: self._pending[name] for name in waiting}
        save_exercise(wanted, before, pictures, self.desk.library)
        for name in waiting:
            del self._pending[name]
        self._settle()
        return self._views.to(f"exercises/{before.id}/saved")

    def _take_pictures(
        self, before: ExerciseFile, form: Form, typed: dict[str, str]
    ) -> dict[str, str]:
        """Keep the pictures that were sent, and return what is wrong with others, by field."""
        wrong = {}
        for i in range(1, forms.MOST_PICTURES + 1):
            field = f"picture.{i}.file"
            if file := form.files.get(f"picture.{i}.new"):
                try:
                    ending, content = bare_picture(file.name, file.content)
                except BrokenPictureError as error:
                    wrong[field] = sentence(str(error), error.remedy)
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
        wrong: Mapping[str, str] | None = None,
        there: Mapping[str, str] | None = None,
        said: str = "",
    ) -> Response:
        data, stale = before.data(), bool(there)
        errors = {**_by_field(checked.problems, typed), **(wrong or {})}
        values: dict[str, Any] = {
            "file": before,
            "typed": typed,
            "errors": errors,
            "warnings": _by_field(checked.warnings, typed),
            "there": {n: v for n, v in (there or {}).items() if v != typed.get(n, "")},
            "stale": stale,
            "said": said,
            "cautions": [*caution_lines(data, self.desk)],
            "claims": data.get("claims") or (),
            "choices": choices_of(self.desk),
            "label": label_of,
            "forms": forms,
        }
        return self._views.show(
            "exercise", HTTPStatus.CONFLICT if stale else HTTPStatus.OK, **values
        )


def _by_field(problems: tuple[Problem, ...], typed: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for one in problems:
        found.setdefault(forms.field_of(one, typed), []).append(told_plainly(one))
    return in_order({name: " ".join(dict.fromkeys(words)) for name, words in found.items()})


def _id_of(name: str) -> str:
    """Return the id of a move that is called so; "" where no letter of it can stand in one."""
    return "-".join(plain_words(name))[:_LONGEST_ID].strip("-")
