"""The columns that a roster may have: the fields of all kinds of documents that it can ask for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from cardgen.documents import KINDS
from cardgen.documents.doses import FIELDS
from cardgen.documents.kind import DocumentKind
from cardgen.documents.vocabulary import offered
from cardgen.model.address import id_of
from cardgen.model.request import RequestField, fields_of
from cardgen.paths import DATA

KIND = "kind"
"""The column that says which kind of document a row asks for."""
USUAL_KIND = "handout"
DOSE_MARK = ".dose."
"""What stands in the names of columns that change a dose."""
DOSE = "STRETCH.dose.FIELD"
"""How they are named."""
_DOSE_HELP = (
    "Another dose; a FIELD is one of {}. Where a move comes twice, `cat-cow#2` is the second."
)
_DOSES = "changes"
"""The field that they set."""


def dose_column(name: str) -> str:
    """Return the column of a dose without the turn of its move: `cat-cow#2.dose.reps`."""
    address, mark, field = name.partition(DOSE_MARK)
    return f"{id_of(address)}{mark}{field}" if mark else name


def dose_columns(stretches: Iterable[str]) -> list[str]:
    """Return the columns that change doses of some stretches."""
    return [f"{id_}{DOSE_MARK}{name}" for id_ in stretches for name in FIELDS]


@dataclass(frozen=True, slots=True)
class ColumnSet:
    """The fields that columns set, by the name of a kind of document and that of the column."""

    fields: Mapping[str, Mapping[str, RequestField]]

    @property
    def names(self) -> list[str]:
        """Return the names of all columns, other names among them, but for those of doses."""
        found = (name for fields in self.fields.values() for name in fields)
        return list(dict.fromkeys((KIND, *found)))

    def has_doses(self, kind: str) -> bool:
        """Tell whether the rows of a kind may change doses."""
        return _DOSES in fields_of(KINDS[kind].request)


def column_set(kinds: Mapping[str, DocumentKind] = KINDS) -> ColumnSet:
    """Return the columns that rows of some kinds may have."""
    return ColumnSet(
        {
            name: {
                alias: field
                for field in fields_of(kind.request).values()
                if field.asked.column
                for alias in field.names
            }
            for name, kind in kinds.items()
            if kind.in_batches
        }
    )


class ColumnHelp(NamedTuple):
    """What a column takes, other names of it, and the kinds of rows that may have it."""

    about: str
    others: tuple[str, ...]
    kinds: tuple[str, ...]


def column_help(kinds: Mapping[str, DocumentKind] = KINDS) -> dict[str, ColumnHelp]:
    """Return what each column takes, by its name."""
    columns = column_set(kinds)
    used: dict[str, list[str]] = {}
    fields: dict[str, RequestField] = {}
    for kind, known in columns.fields.items():
        for field in dict.fromkeys(known.values()):
            fields.setdefault(field.name, field)
            used.setdefault(field.name, []).append(kind)
    about = f"{', '.join(columns.fields)}; {USUAL_KIND} where it is empty."
    dosed = tuple(kind for kind in columns.fields if columns.has_doses(kind))
    return {
        KIND: ColumnHelp(about, (), tuple(columns.fields)),
        **{
            name: ColumnHelp(_told(field), field.asked.aliases, tuple(used[name]))
            for name, field in fields.items()
        },
        DOSE: ColumnHelp(_DOSE_HELP.format(", ".join(FIELDS)), (), dosed),
    }


def _told(field: RequestField) -> str:
    """Return what a field takes, with the ids that ship where it takes one of them."""
    if not field.asked.closed:
        return field.about
    return f"{field.about.rstrip('.')}: {', '.join(offered(field.asked.ids, DATA))}."
