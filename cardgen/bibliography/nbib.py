"""PubMed's own format, which its "Cite" and "Save" give as .nbib and as text."""

import re
from collections.abc import Iterable, Iterator

from cardgen.bibliography.csl import TOLD, Item
from cardgen.bibliography.dates import csl_date
from cardgen.bibliography.tagged import Line, Record, tagged_lines

_TEXTS = {
    "container-title": ("JT", "CTI"),
    "container-title-short": ("TA",),
    "volume": ("VI",),
    "issue": ("IP",),
    "publisher": ("PB",),
    "publisher-place": ("CP",),
}
_TAGS = {
    "VI": "volume",
    "IP": "issue",
    "PG": "page",
    "PB": "publisher",
    "CP": "publisher-place",
    "IS": "ISSN",
    "ISBN": "ISBN",
    "PMC": "PMCID",
}


def nbib_items(text: str) -> list[Item]:
    """Return the records of a file of PubMed's. Raises ValueError when there are none."""
    found = list(tagged_lines(text, "PMID"))
    if not found:
        raise ValueError("there is no line that starts with PMID")
    return [_item(lines) for lines in found]


def _item(lines: list[Line]) -> Item:
    record: Record = {}
    for tag, value in lines:
        record.setdefault(tag, []).append(value)
    is_book = "BTI" in record
    title = (record.get("TI") or record.get("BTI") or [""])[0]
    item: Item = {
        "id": f"pmid{record['PMID'][0]}",
        "type": ("chapter" if "TI" in record else "book") if is_book else "article-journal",
        "title": title.removesuffix("."),
        "author": list(_names(lines)),
        TOLD: [],
        "PMID": record["PMID"][0],
        "PMCID": record.get("PMC", [""])[0],
        "page": _pages(record.get("PG", [""])[0]),
        "ISSN": record.get("IS", []),
        "ISBN": record.get("ISBN", []),
    }
    for ours, theirs in _TEXTS.items():
        item[ours] = next((record[tag][0] for tag in theirs if tag in record), "")
    if is_book and "TI" in record:
        item["container-title"] = record["BTI"][0]
    for value in (*record.get("LID", ()), *record.get("AID", ())):
        if value.endswith("[doi]"):
            item.setdefault("DOI", value.removesuffix("[doi]").strip())
    _add_date(item, (record.get("DP") or record.get("DEP") or [""])[0])
    return {key: value for key, value in item.items() if value not in ("", [])} | {TOLD: item[TOLD]}


def _add_date(item: Item, text: str) -> None:
    compact = re.fullmatch(r"(\d{4})(\d\d)(\d\d)", text)
    found, whole = csl_date("-".join(compact.groups()) if compact else text)
    item["issued"] = found
    if not whole:
        item[TOLD].append(f"issued: of '{text[:40]}' only {found or 'nothing'} was taken")


def _pages(text: str) -> str:
    """Return pages with the last one in full: "1190-5" is "1190-1195"."""
    first, _, last = text.partition("-")
    if first.isdigit() and last.isdigit() and len(last) < len(first):
        return f"{first}-{first[: -len(last)]}{last}"
    return text


def _names(lines: list[Line]) -> Iterator[Item]:
    """Yield people and bodies in their order; names in full, where the record has them."""
    people = "FAU" if any(tag == "FAU" for tag, _ in lines) else "AU"
    for tag, name in lines:
        if tag == "CN":
            yield {"literal": name}
        elif tag == people:
            yield _person(name)


def _person(name: str) -> Item:
    family, comma, given = name.partition(",")
    if not comma:  # "Page P": an abbreviated one
        family, _, given = name.rpartition(" ")
    given, *suffix = (part.strip() for part in given.split(","))
    return {"family": family or given, "given": given if family else "", "suffix": "".join(suffix)}


def left_out(item: Item) -> list[str]:
    """Return the fields of a record that PubMed's format has no tag for."""
    kinds = {"article-journal", "book", "chapter"}
    lost: list[str] = [key for key in ("URL", "accessed", "number", "genre") if key in item]
    if item["type"] not in kinds:
        lost.insert(0, "type")
        lost += [key for key in ("container-title",) if key in item]
    return lost


def nbib_text(items: Iterable[Item]) -> str:
    """Return records as a file of PubMed's. A work without a PMID has an empty one."""
    return "\n".join("\n".join(_lines(item)) + "\n" for item in items)


def _lines(item: Item) -> Iterator[str]:
    is_book = item["type"] != "article-journal"
    yield _line("PMID", item.get("PMID", ""))
    yield _line("BTI" if is_book and "container-title" not in item else "TI", item.get("title", ""))
    if is_book and "container-title" in item:
        yield _line("BTI", item["container-title"])
    for name in item.get("author", ()):
        if "literal" in name:
            yield _line("CN", name["literal"])
        else:
            parts = (name["family"], name.get("given"), name.get("suffix"))
            yield _line("FAU", ", ".join(part for part in parts if part))
    tags = {"JT": "container-title", "TA": "container-title-short"} if not is_book else {}
    tags |= _TAGS
    yield from (_line(tag, str(item[key])) for tag, key in tags.items() if key in item)
    if "DOI" in item:
        yield _line("LID", f"{item['DOI']} [doi]")
    if "issued" in item:
        yield _line("DP", _published(item["issued"]["date-parts"][0]))


def _line(tag: str, text: str) -> str:
    return f"{tag:<4}- {text}".rstrip()


def _published(parts: list[int]) -> str:
    """Return "2019 Jul 5", as PubMed says it."""
    months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    year, *rest = parts
    return " ".join([str(year), *(months[m - 1] for m in rest[:1]), *map(str, rest[1:2])])
