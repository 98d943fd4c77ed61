"""What a PDF says about itself: title, language, date, and that it is accessible."""

import datetime
from functools import partial
from html import escape as escape_html

from cardgen.model.authorship import AUTHOR, PERSONAL
from cardgen.model.document import About
from cardgen.pdf.objects import literal
from cardgen.version import __version__

TEXTS = "/CardgenTexts"
"""The entry of the definitions whose texts a file prints: names and digests, with a comma between.
What a custom entry of the information dictionary says needs no place in the XMP (ISO 19005-2)."""
escape = partial(escape_html, quote=False)
"""The three signs that XML asks for (XML 1.0, 2.4)."""
CREATOR = f"cardgen {__version__}"
PRODUCER = f"{CREATOR} with ReportLab"
# PDF/A knows its own fields and wants those of PDF/UA described (ISO 19005-2, 6.6.2.3).
_ARCHIVAL_SPACES = """
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#\""""
_ARCHIVAL = """
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA part</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>"""


_TITLE, _DATE = "\0title", "\0date"
"""What stands where title and date will stand: no text has such characters."""


class Metadata:
    """What a file says of itself, ready but for title and date. It keeps neither.

    It claims PDF/UA-1 where it is `tagged`, and PDF/A-2a as well where it is `archival`.
    """

    def __init__(self, about: About, *, archival: bool = False, tagged: bool = True) -> None:
        claims = "<pdfuaid:part>1</pdfuaid:part>" if tagged else ""
        spaces, more = (_ARCHIVAL_SPACES, _ARCHIVAL) if archival else ("", "")
        self._information = _information(about)
        self._xmp = _xmp(about, spaces, claims + more)

    def information(self, title: str, date: datetime.date) -> str:
        """Return the document information dictionary."""
        day = date.isoformat().replace("-", "")
        return self._information.replace(_DATE, day).replace(_TITLE, literal(title))

    def xmp(self, title: str, date: datetime.date) -> bytes:
        """Return the same as XMP, with the standards that the file keeps to."""
        dated = self._xmp.replace(_DATE.encode(), date.isoformat().encode())
        return dated.replace(_TITLE.encode(), escape(title).encode())


def _information(about: About) -> str:
    date = f"(D:{_DATE}000000+00'00')"
    own = PERSONAL if about.personal else ""
    own += f"{TEXTS}{literal(','.join(about.texts))}" if about.texts else ""
    return (
        f"<</Title{_TITLE}/Subject{literal(about.subject)}/Author{literal(AUTHOR)}"
        f"/Creator{literal(CREATOR)}/Producer{literal(PRODUCER)}{own}"
        f"/CreationDate{date}/ModDate{date}>>"
    )


def _xmp(about: About, spaces: str, claims: str) -> bytes:
    date, subject = f"{_DATE}T00:00:00+00:00", escape(about.subject)
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"{spaces}>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{_TITLE}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{AUTHOR}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{about.language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{PRODUCER}</pdf:Producer>
<xmp:CreatorTool>{CREATOR}</xmp:CreatorTool>
<xmp:CreateDate>{date}</xmp:CreateDate>
<xmp:ModifyDate>{date}</xmp:ModifyDate>
{claims}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>""".encode()
