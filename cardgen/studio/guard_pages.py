"""The pages of the guard: what nobody may see, what leads to the start, and what is too large."""

from html import escape

_PAGE = (
    '<!doctype html><html lang="{tag}" dir="{dir}"><meta charset="utf-8">'
    "<title>cardgen studio</title>{head}<main><h1>{title}</h1><p>{text}</p></main></html>"
)
_GO = (
    '<link rel="icon" href="{base}static/icon.svg">'
    '<meta http-equiv="refresh" content="0;url={base}">'
)
# As our own screens are: the script puts <main> and the status in place of those that are there.
_LARGE = (
    '<!doctype html><html lang="{tag}" dir="{dir}"><meta charset="utf-8">'
    "<title>cardgen studio</title>"
    '<meta name="viewport" content="width=device-width, initial-scale=1">'
    '<meta name="color-scheme" content="light dark">'
    '<link rel="icon" href="{base}static/icon.svg">'
    '<link rel="stylesheet" href="{base}static/studio.css">'
    '<header><p class="brand"><a href="{base}">cardgen studio</a></p>'
    '<p role="status" id="status"></p></header><main id="main" tabindex="-1"><h1>{title}</h1>'
    '<p>{text}</p><p><a class="button" href="{back}">{go}</a></p></main></html>'
)


def welcome(accepted: str, base: str) -> str:
    """Return the page that leads to the start, in a language that a browser asks for.

    A redirection would not do: where a file leads here, it would all count as cross-site.
    """
    link = f'<a href="{base}">{{go-on-link}}</a>'
    return _said(_PAGE, accepted, head=_GO.format(base=base), title="cardgen studio", text=link)


def closed(accepted: str) -> str:
    """Return the page that tells that there is nothing to see."""
    return _said(_PAGE, accepted, head="", title="{shut}", text="{shut-about}")


def too_large(accepted: str, base: str, back: str, most: str) -> str:
    """Return the page for what is larger than `most`, which leads `back`."""
    page = _said(_LARGE, accepted, base=base, back=escape(back), title="{too-large}",
                 text="{too-large-about}", go="{go-back}")  # fmt: skip
    return page.replace("{most}", most)


def _said(page: str, accepted: str, **values: str) -> str:
    """Return a page with the texts that its values name in braces."""
    # Late: a browser waits for what listens, not for words.
    from cardgen.library.data import load_locale  # noqa: PLC0415
    from cardgen.studio.accepted import heard  # noqa: PLC0415
    from cardgen.studio.words import load_words  # noqa: PLC0415

    language = heard(accepted) or "en"
    locale = load_locale(language)
    words = {key: escape(text) for key, text in load_words(language).labels.items()}
    said = {name: text.format_map(words) for name, text in values.items() if name in _TEXTS}
    return page.format(tag=locale.language, dir=locale.direction, **{**values, **said})


_TEXTS = ("title", "text", "go")
